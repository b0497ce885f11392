import { type Ladder, type ListSide, priceLadder } from "../../domain/reference/ladder.ts";
import { formatUsdPerMTok } from "../format.ts";
import { PALETTE } from "../palette.ts";
import { box, type Drawn, INNER_WIDTH, SIZE, words } from "./social-element.ts";

/** Between the texts above and the line at the foot. */
const TOP = 346;
const AXIS_Y = 494;
const CAPTION_HEIGHT = 40;
const MARK_WIDTH = 13;
const TALLEST_PITCH = 17;
const LABEL_WIDTH = 240;

/** The price ladder, large: the site's own picture. Shapes as SVG, labels as elements; nothing where no offer has a price. */
export function ladderDrawing(
  marks: readonly number[],
  list: number | null,
): { readonly labels: readonly Drawn[]; readonly shapes: string } {
  const ladder = priceLadder({ marks, list });
  if (ladder === null) return { labels: [], shapes: "" };
  const ticks = ladder.ticks.map(({ percent, price, anchor }) => label(formatUsdPerMTok(price), x(percent), AXIS_Y + 8, anchor));
  const axis = line([SIZE.marginX, AXIS_Y], [SIZE.width - SIZE.marginX, AXIS_Y], PALETTE.line, 2);
  const { parityPercent } = ladder;
  if (parityPercent === null || list === null) return { labels: ticks, shapes: axis + markLines(ladder) };
  const parity = line([x(parityPercent), TOP + 4], [x(parityPercent), AXIS_Y + 10], PALETTE.ink, 2, "6 6");
  return { labels: [...ticks, parityLabel(x(parityPercent), list)], shapes: axis + parity + markLines(ladder) };
}

const x = (percent: number): number => SIZE.marginX + Math.round((percent / 100) * INNER_WIDTH);

function parityLabel(at: number, list: number): Drawn {
  const hangsLeft = at > SIZE.width * 0.7;
  const text = `parity ${formatUsdPerMTok(list)}`;
  return label(text, hangsLeft ? at - 12 : at + 12, TOP, hangsLeft ? "end" : "start", { color: PALETTE.ink, fontWeight: 600 });
}

/** One dot per mark, stacked from the axis; the taller the tallest stack, the closer. */
function markLines({ stacks, tallest }: Ladder): string {
  const pitch = Math.min(TALLEST_PITCH, (AXIS_Y - TOP - CAPTION_HEIGHT - MARK_WIDTH) / Math.max(1, tallest - 1));
  const y = (level: number) => Math.round((AXIS_Y - MARK_WIDTH / 2 - 4 - level * pitch) * 10) / 10;
  const dots = `0 ${Number(pitch.toFixed(2))}`;
  return stacks
    .map(({ x: percent, side, from, count }) =>
      // A tenth of a pixel more than whole dashes, or the last dot is lost to rounding.
      line([x(percent), y(from)], [x(percent), y(from + count - 1) - 0.1], COLOUR_OF[side ?? "none"], MARK_WIDTH, dots),
    )
    .join("");
}

const COLOUR_OF = { under: PALETTE.under, at: PALETTE.ink, over: PALETTE.over, none: PALETTE.muted } as const satisfies Record<
  ListSide | "none",
  string
>;

type Point = readonly [x: number, y: number];

function line([x1, y1]: Point, [x2, y2]: Point, colour: string, width: number, dashes = "none"): string {
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colour}" stroke-width="${width}" stroke-linecap="${dashes.startsWith("0") ? "round" : "butt"}" stroke-dasharray="${dashes}"/>`;
}

function label(text: string, at: number, top: number, anchor: "start" | "middle" | "end", style = {}): Drawn {
  const left = { start: at, middle: at - LABEL_WIDTH / 2, end: at - LABEL_WIDTH }[anchor];
  const justifyContent = { start: "flex-start", middle: "center", end: "flex-end" }[anchor];
  const place = { position: "absolute", left, top, width: LABEL_WIDTH, justifyContent };
  return box({ ...place, fontSize: 24, color: PALETTE.muted, ...style }, words(text));
}
