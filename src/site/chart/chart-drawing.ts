import type { BestBuyChart, CurvePlace } from "../../domain/chart/best-buy-chart.ts";
import { formatRoundUsd } from "../format.ts";
import { PALETTE } from "../palette.ts";

/** One stroke of a drawing, in its own units. */
export type ChartStroke =
  | { readonly kind: "line"; readonly from: Point; readonly to: Point; readonly colour: string; readonly width: number }
  | { readonly kind: "dot"; readonly at: Point; readonly radius: number; readonly colour: string }
  | TextShape;

interface TextShape {
  readonly kind: "text";
  readonly at: Point;
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
  readonly size: number;
  readonly colour: string;
}

type Point = readonly [x: number, y: number];

/** The picture of best buys as a picture to keep: what SVG and PNG are made of. */
export interface ChartPicture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly ChartStroke[];
}

const [WIDTH, HEIGHT] = [1200, 780];
/** The plot within the picture. */
const PLOT = { left: 20, top: 70, width: 1160, height: 610 } as const;
/** A picture to keep is on white paper. */
const PAPER = "#ffffff";
const FONT = "system-ui, sans-serif";

/** The chart with its title above and what it says of itself below, a line each. */
export function chartDrawing(
  chart: BestBuyChart,
  nameOf: (id: string) => string,
  title: string,
  foot: readonly string[],
): ChartPicture {
  const shapes: readonly ChartStroke[] = [
    text([PLOT.left, 40], title, { anchor: "start", size: 24, colour: PALETTE.ink }),
    ...chart.yTicks.map(({ percent }) => line([0, percent], [100, percent], PALETTE.line, 1)),
    ...linesOf(chart.asGood, "#c9cbcf"),
    ...linesOf(chart.hull, PALETTE.ink),
    ...chart.points.flatMap(({ x, y, top, bottom, kind, number }) => [
      ...(kind === "rest" ? [] : [line([x, top], [x, bottom], kind === "buy" ? PALETTE.accent : "#c9cbcf", 1.5)]),
      { kind: "dot", at: place([x, y]), radius: RADIUS[kind], colour: kind === "rest" ? "#aeb1b7" : PALETTE.ink } as const,
      ...(number === null ? [] : [text(moved([x, y], 0, 5), String(number), { anchor: "middle", size: 14, colour: PAPER })]),
    ]),
    ...chart.labels.map(({ modelId, x, y, anchor }) =>
      text(moved([x, y], anchor === "end" ? -15 : 15, anchor === "end" ? -9 : 16), nameOf(modelId), {
        anchor,
        size: 14,
        colour: PALETTE.ink,
      }),
    ),
    ...chart.yTicks.map(({ percent, value }) =>
      text(moved([0, percent], 2, -4), `${Math.round(value * 100)} %`, { anchor: "start", size: 14, colour: PALETTE.muted }),
    ),
    ...chart.xTicks.map(({ percent, value, anchor }) =>
      text(moved([percent, 100], 0, 24), formatRoundUsd(value), { anchor, size: 14, colour: PALETTE.muted }),
    ),
    ...foot.map((words, at) =>
      text([PLOT.left, HEIGHT - 40 + 22 * at], words, { anchor: "start", size: 14, colour: PALETTE.muted }),
    ),
  ];
  return { width: WIDTH, height: HEIGHT, shapes };
}

/** A file that is alone. */
export function svgText({ width, height, shapes }: ChartPicture): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const paper = `<rect width="${width}" height="${height}" fill="${PAPER}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${FONT}">${paper}${shapes.map(element).join("")}</svg>\n`;
}

/** What `drawOn` needs of a canvas. */
type Canvas2d = Pick<
  CanvasRenderingContext2D,
  | "fillStyle"
  | "strokeStyle"
  | "lineWidth"
  | "font"
  | "textAlign"
  | "fillRect"
  | "beginPath"
  | "moveTo"
  | "lineTo"
  | "stroke"
  | "arc"
  | "fill"
  | "fillText"
>;

/** The same picture on a canvas, for a PNG: the policy of pages loads no image from a `data:` or `blob:` address, which an SVG would need. */
export function drawOn(canvas: Canvas2d, { width, height, shapes }: ChartPicture): void {
  canvas.fillStyle = PAPER;
  canvas.fillRect(0, 0, width, height);
  for (const shape of shapes) paint(canvas, shape);
}

function paint(canvas: Canvas2d, shape: ChartStroke): void {
  if (shape.kind === "text") {
    canvas.fillStyle = shape.colour;
    canvas.font = `${shape.size}px ${FONT}`;
    canvas.textAlign = shape.anchor === "middle" ? "center" : shape.anchor;
    canvas.fillText(shape.text, ...shape.at);
    return;
  }
  canvas.beginPath();
  if (shape.kind === "dot") {
    canvas.fillStyle = shape.colour;
    canvas.arc(...shape.at, shape.radius, 0, 2 * Math.PI);
    canvas.fill();
    return;
  }
  canvas.strokeStyle = shape.colour;
  canvas.lineWidth = shape.width;
  canvas.moveTo(...shape.from);
  canvas.lineTo(...shape.to);
  canvas.stroke();
}

function element(shape: ChartStroke): string {
  if (shape.kind === "dot") {
    const [x, y] = shape.at;
    return `<circle cx="${x}" cy="${y}" r="${shape.radius}" fill="${shape.colour}"/>`;
  }
  if (shape.kind === "text") {
    const [x, y] = shape.at;
    const words = shape.text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
    return `<text x="${x}" y="${y}" font-size="${shape.size}" fill="${shape.colour}" text-anchor="${shape.anchor}">${words}</text>`;
  }
  const [[x1, y1], [x2, y2]] = [shape.from, shape.to];
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${shape.colour}" stroke-width="${shape.width}"/>`;
}

const RADIUS = { rest: 3, near: 4.5, buy: 11 } as const;

const linesOf = (places: readonly CurvePlace[], colour: string): readonly ChartStroke[] =>
  places.slice(1).map((next, at) => {
    const { x, y } = places[at] ?? next;
    return line([x, y], [next.x, next.y], colour, 1.5);
  });

/** From percent of the plot. */
const place = ([x, y]: Point): Point => [tenth(PLOT.left + (x / 100) * PLOT.width), tenth(PLOT.top + (y / 100) * PLOT.height)];

function moved(point: Point, right: number, down: number): Point {
  const [x, y] = place(point);
  return [x + right, y + down];
}

const line = (from: Point, to: Point, colour: string, width: number): ChartStroke => ({
  kind: "line",
  from: place(from),
  to: place(to),
  colour,
  width,
});

const text = (at: Point, words: string, look: Pick<TextShape, "anchor" | "size" | "colour">): ChartStroke => ({
  ...{ kind: "text", at, text: words, ...look },
});

const tenth = (value: number): number => Math.round(value * 10) / 10;
