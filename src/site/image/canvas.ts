import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { PALETTE } from "../palette.ts";
import { FONT_FAMILY, registerFonts } from "./canvas-fonts.ts";
import {
  type DrawingItem,
  IMAGE_PX,
  type Label,
  type Lettering,
  type Rect,
  type Stroke,
  type TextBlock,
  type TextRow,
  type TextSpan,
} from "./drawing.ts";
import { cutText, type Measure, textLines } from "./text-lines.ts";

/** Between what is at the left end of a row and what is at its right end. */
const ROW_GAP = 24;

/** Rows read at a time: half a megabyte, which an allocator hands out again; the whole image it would ask of the kernel each time, ten times as slow. */
const ROWS_AT_A_TIME = 109;

/** The pixels of some pieces, row by row, as 0xAABBGGRR: `height` rows of the image, from the row `top` on, some at a time, each of which is gone when the next is asked for. */
export function* drawnPixels(pieces: readonly DrawingItem[], top: number, height: number): Generator<Uint32Array> {
  registerFonts();
  const context = sheetOf(height);
  context.setTransform(1, 0, 0, 1, 0, -top);
  drawRect(context, { kind: "rect", x: 0, y: top, width: IMAGE_PX.width, height, colour: "surface" });
  for (const piece of pieces) drawPiece(context, piece);
  for (let from = 0; from < height; from += ROWS_AT_A_TIME) {
    const { data } = context.getImageData(0, from, IMAGE_PX.width, Math.min(ROWS_AT_A_TIME, height - from));
    yield new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4);
    // Given back at once: waiting for the collector would call it over the whole catalogue every few images.
    if (data.buffer instanceof ArrayBuffer) data.buffer.transfer(0);
  }
}

const sheets = new Map<number, SKRSContext2D>();

/** The same again for each image of a height: a fresh one takes longer to get than to draw on. */
function sheetOf(height: number): SKRSContext2D {
  const sheet = sheets.get(height) ?? createCanvas(IMAGE_PX.width, height).getContext("2d");
  sheet.textRendering = "geometricPrecision";
  sheets.set(height, sheet);
  return sheet;
}

function drawPiece(context: SKRSContext2D, piece: DrawingItem): void {
  switch (piece.kind) {
    case "row":
      drawRow(context, piece);
      break;
    case "block":
      drawBlock(context, piece);
      break;
    case "label":
      drawLabel(context, piece);
      break;
    case "rect":
      drawRect(context, piece);
      break;
    case "stroke":
      drawStroke(context, piece);
      break;
    default:
      piece satisfies never;
  }
}

function drawRow(context: SKRSContext2D, { y, left, right }: TextRow): void {
  let end: number = IMAGE_PX.width - IMAGE_PX.marginX;
  for (const span of right.toReversed()) end -= drawSpan(context, span, { x: end, y, anchor: "end" }) + span.gap;
  let start: number = IMAGE_PX.marginX;
  for (const span of left) {
    start += span.gap;
    const most = Math.min(span.most, end - ROW_GAP - start);
    start += Math.max(span.least, drawSpan(context, { ...span, most }, { x: start, y, anchor: "start" }));
  }
}

/** Where a text begins or ends on its base line. */
interface SpanEnd {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end";
}

/** How wide it came out. */
function drawSpan(context: SKRSContext2D, span: TextSpan, { x, y, anchor }: SpanEnd): number {
  const measure = measureOf(context, span);
  const text = cutText(span.text, span.most, measure);
  const width = measure(text);
  context.fillText(text, anchor === "end" ? x - width : x, Math.round(y));
  return width;
}

function drawBlock(context: SKRSContext2D, block: TextBlock): void {
  const lines = textLines(block.text, block.width, block.lines, measureOf(context, block));
  for (const [at, line] of lines.entries()) context.fillText(line, block.x, Math.round(block.y + at * block.lineHeight));
}

function drawLabel(context: SKRSContext2D, label: Label): void {
  const width = measureOf(context, label)(label.text);
  const before = { start: 0, center: width / 2, end: width }[label.anchor];
  context.fillText(label.text, label.x - before, Math.round(label.y));
}

/** Widths of texts, by the font and the space between letters. */
const widths = new Map<string, Map<string, number>>();

/** Sets the pen to a lettering, and measures with it. */
function measureOf(context: SKRSContext2D, { size, weight, colour, spacing }: Lettering): Measure {
  const font = `${weight} ${size}px ${FONT_FAMILY}`;
  context.font = font;
  context.letterSpacing = `${spacing * size}px`;
  context.fillStyle = PALETTE[colour];
  const key = `${font} ${spacing}`;
  const widthOf = widths.get(key) ?? new Map<string, number>();
  widths.set(key, widthOf);
  return (text) => {
    const width = widthOf.get(text) ?? context.measureText(text).width;
    widthOf.set(text, width);
    return width;
  };
}

function drawRect(context: SKRSContext2D, { x, y, width, height, colour }: Rect): void {
  context.fillStyle = PALETTE[colour];
  context.fillRect(x, y, width, height);
}

function drawStroke(context: SKRSContext2D, { from, to, width, colour, dashes }: Stroke): void {
  context.strokeStyle = PALETTE[colour];
  context.lineWidth = width;
  context.lineCap = dashes[0] === 0 ? "round" : "butt";
  context.setLineDash([...dashes]);
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
}
