import { type Ladder, type ListSide, priceLadder } from "../../domain/reference/ladder.ts";
import { formatUsdPerMTok } from "../format.ts";
import { baseLine, type Colour, type DrawingItem, IMAGE_PX, INNER_WIDTH, type Label, lettering, type Stroke } from "./drawing.ts";

/** Between the texts above and the line at the foot. */
const TOP = 346;
const AXIS_Y = 494;
const CAPTION_HEIGHT = 40;
const MARK_WIDTH = 13;
const TALLEST_PITCH = 17;
const LABEL_SIZE = 24;

/** The price ladder, large: the site's own picture. Nothing where no offer has a price. */
export function ladderDrawing(marks: readonly number[], list: number | null): readonly DrawingItem[] {
  const ladder = priceLadder({ marks, list });
  if (ladder === null) return [];
  const axis = stroke([IMAGE_PX.marginX, AXIS_Y], [IMAGE_PX.width - IMAGE_PX.marginX, AXIS_Y], {
    colour: "line",
    width: 2,
    dashes: [],
  });
  const { parityPercent } = ladder;
  const parity = parityPercent === null || list === null ? [] : parityMark(x(parityPercent), list);
  return [axis, ...parity, ...markStrokes(ladder), ...ladder.ticks.map(tickLabel)];
}

const x = (percent: number): number => IMAGE_PX.marginX + Math.round((percent / 100) * INNER_WIDTH);

function parityMark(at: number, list: number): readonly DrawingItem[] {
  const hangsLeft = at > IMAGE_PX.width * 0.7;
  const text = lettering(`parity ${formatUsdPerMTok(list)}`, LABEL_SIZE, { weight: 600 });
  const y = baseLine(TOP, LABEL_SIZE);
  const label: Label = { ...text, kind: "label", x: hangsLeft ? at - 12 : at + 12, y, anchor: hangsLeft ? "end" : "start" };
  return [stroke([at, TOP + 4], [at, AXIS_Y + 10], { colour: "ink", width: 2, dashes: [6, 6] }), label];
}

/** One dot per mark, stacked from the axis; the taller the tallest stack, the closer. */
function markStrokes({ stacks, tallest }: Ladder): readonly Stroke[] {
  const pitch = Math.min(TALLEST_PITCH, (AXIS_Y - TOP - CAPTION_HEIGHT - MARK_WIDTH) / Math.max(1, tallest - 1));
  const y = (level: number) => Math.round((AXIS_Y - MARK_WIDTH / 2 - 4 - level * pitch) * 10) / 10;
  const dots = [0, Number(pitch.toFixed(2))];
  return stacks.map(({ x: percent, side, from, count }) =>
    // A tenth of a pixel more than whole dashes, or the last dot is lost to rounding.
    stroke([x(percent), y(from)], [x(percent), y(from + count - 1) - 0.1], {
      ...{ colour: COLOUR_OF[side ?? "none"], width: MARK_WIDTH, dashes: dots },
    }),
  );
}

const COLOUR_OF = { under: "under", at: "ink", over: "over", none: "muted" } as const satisfies Record<ListSide | "none", Colour>;

type Point = readonly [x: number, y: number];

const stroke = (from: Point, to: Point, pen: Pick<Stroke, "colour" | "width" | "dashes">): Stroke => ({
  ...{ kind: "stroke", from, to, ...pen },
});

function tickLabel({ percent, price, anchor }: Ladder["ticks"][number]): Label {
  const at = anchor === "middle" ? "center" : anchor;
  const text = lettering(formatUsdPerMTok(price), LABEL_SIZE, { colour: "muted" });
  return { ...text, kind: "label", x: x(percent), y: baseLine(AXIS_Y + 8, LABEL_SIZE), anchor: at };
}
