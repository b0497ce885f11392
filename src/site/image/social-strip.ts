import { baseLine, type DrawingItem, IMAGE_PX, INNER_WIDTH, INTER, lettering } from "./drawing.ts";
import type { CardStrip, CardStripPart } from "./social-card.ts";

const BAR_HEIGHT = 44;
const MARK_SIZE = 22;
const SEAM = 3;
/** About what a letter of a name takes at its size. */
const NAME_LETTER = 12;

/** With the marks, and the room below them. */
export const STRIP_HEIGHT = BAR_HEIGHT + 4 + MARK_SIZE * INTER.lineHeight + 12;

/** A strip of parts from left to right, `top` pixels down, and its marks below it. */
export function stripDrawing({ parts, marks }: CardStrip, top: number): readonly DrawingItem[] {
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, part) => sum + widthOf(part), 0));
  return [
    ...parts.flatMap((part, at) => partDrawing(part, IMAGE_PX.marginX + (starts[at] ?? 0), Math.round(top))),
    ...marks.map((mark, at) => markDrawing(mark, at / Math.max(1, marks.length - 1), top + BAR_HEIGHT + 4)),
  ];
}

const widthOf = ({ width }: CardStripPart): number => Math.round((width / 100) * INNER_WIDTH);

/** As wide as its share; its name where it fits. */
function partDrawing(part: CardStripPart, x: number, top: number): readonly DrawingItem[] {
  const { number, name, isHere } = part;
  const width = widthOf(part);
  const text = name.length * NAME_LETTER + 48 < width ? `${number} ${name}` : width < 30 ? "" : String(number);
  const bar = {
    kind: "rect",
    x,
    y: top,
    width: Math.max(0, width - SEAM),
    height: BAR_HEIGHT,
    colour: isHere ? "accent" : "line",
  } as const;
  const inside = lettering(text, 24, isHere ? { weight: 600, colour: "surface" } : {});
  const y = baseLine(top + (BAR_HEIGHT - 24 * INTER.lineHeight) / 2, 24);
  return [bar, { ...inside, kind: "label", x: x + (width - SEAM) / 2, y, anchor: "center" }];
}

/** The first and the last stand inside of the strip's ends. */
function markDrawing(mark: string, share: number, top: number): DrawingItem {
  const anchor = share === 0 ? "start" : share === 1 ? "end" : "center";
  const place = { x: IMAGE_PX.marginX + share * INNER_WIDTH, y: baseLine(top, MARK_SIZE), anchor } as const;
  return { ...lettering(mark, MARK_SIZE, { colour: "muted" }), kind: "label", ...place };
}
