import { bestBuys } from "../ranking/net-cost/best-buys.ts";
import { type NetCostRow, netCostUsd } from "../ranking/net-cost/net-cost.ts";
import type { RankingRow } from "../ranking/ranking.ts";
import { isPaid } from "../ranking/value-row.ts";
import { type ChartTick, logTicks, type Scale, scaleOf, stepTicks, tenth } from "./chart-scale.ts";

/** The geometry of the picture of best buys: dollars a request on a log axis, the chance to be preferred upwards. Places are percent. */

/** `buy`: wins at some price of a worse answer. `near`: tied with the first, or nothing is both cheaper and better. */
export type PointKind = "buy" | "near" | "rest";

export interface BestBuyPoint {
  readonly modelId: string;
  readonly kind: PointKind;
  /** Of a best buy: its number in strip, picture and table, from the cheapest. */
  readonly number: number | null;
  /** From the left. */
  readonly x: number;
  /** From the top: the chance it is counted with. */
  readonly y: number;
  /** The interval's ends from the top: its upper end is the smaller number. */
  readonly top: number;
  readonly bottom: number;
}

/** A place of a curve, as percent and as the figures it stands for. */
export interface CurvePlace {
  readonly x: number;
  readonly y: number;
  readonly usd: number;
  readonly chance: number;
}

export interface BestBuyChart {
  /** Best buys last, so that they lie on top. */
  readonly points: readonly BestBuyPoint[];
  readonly xTicks: readonly ChartTick[];
  readonly yTicks: readonly ChartTick[];
  /** From best buy to best buy: straight in dollars, so bent on a log axis. */
  readonly hull: readonly CurvePlace[];
  /** As good as the best buy at the reader's price of a worse answer; nothing lies above it. */
  readonly asGood: readonly CurvePlace[];
  /** What the axes show from end to end, for who has axes of their own. */
  readonly usdRange: readonly [low: number, high: number];
  readonly chanceRange: readonly [low: number, high: number];
  /** Names that have room, beside their points. */
  readonly labels: readonly ChartLabel[];
}

export interface ChartLabel {
  readonly modelId: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end";
}

export type ChartRow = NetCostRow & Pick<RankingRow, "isTiedWithFirst">;

/** A label is at most this wide and this high on a desk. */
const LABEL = { width: 19, height: 6 } as const;
/** Chances are at whole tenths. */
const CHANCE_STEP = 0.1;
/** Straight pieces that a bent line is drawn with. */
const PIECES = 12;

/** The picture of the rows that are paid for, at a price of a worse answer; null without any. */
export function bestBuyChart(rows: readonly ChartRow[], worseAnswerUsd: number): BestBuyChart | null {
  const paid = rows.filter(isPaid);
  const buys = bestBuys(paid).map(({ row }) => row);
  if (buys.length === 0) return null;
  const numbers = new Map(buys.map(({ modelId }, at) => [modelId, at + 1]));
  const isBeaten = (row: ChartRow) => paid.some((other) => beats(other, row));
  const kindOf = (row: ChartRow): PointKind =>
    numbers.has(row.modelId) ? "buy" : row.isTiedWithFirst || !isBeaten(row) ? "near" : "rest";
  const costs = paid.map(({ usdPerRequest }) => Math.log(usdPerRequest));
  const reached = paid.flatMap((row) => [
    row.chance.counted,
    ...(kindOf(row) === "rest" ? [] : [row.chance.low, row.chance.high]),
  ]);
  const plane: Plane = { x: scaleOf(costs, Math.log(4)), y: scaleOf(reached, CHANCE_STEP) };
  const points = paid.map((row) => pointOf(row, kindOf(row), numbers.get(row.modelId) ?? null, plane));
  return {
    points: points.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)),
    xTicks: logTicks(plane.x),
    yTicks: stepTicks(plane.y, CHANCE_STEP),
    hull: hullOf(buys, plane),
    asGood: asGoodAs(buys, worseAnswerUsd, plane),
    usdRange: [Math.exp(plane.x.from(0)), Math.exp(plane.x.from(100))],
    chanceRange: [plane.y.from(0), plane.y.from(100)],
    labels: labelsOf(points.filter(({ kind }) => kind === "buy")),
  };
}

/** At least as cheap and as good as both are drawn, and better in one of the two: at its own length, and where it counts. */
const beats = ({ usdPerRequest: usd, chance: { counted } }: NetCostRow, { usdPerRequest, chance }: NetCostRow): boolean =>
  usd <= usdPerRequest && counted >= chance.counted && (usd < usdPerRequest || counted > chance.counted);

const KINDS: readonly PointKind[] = ["rest", "near", "buy"];

interface Plane {
  /** Of logarithms. */
  readonly x: Scale;
  readonly y: Scale;
}

function pointOf(
  { modelId, usdPerRequest, chance }: ChartRow,
  kind: PointKind,
  number: number | null,
  { x, y }: Plane,
): BestBuyPoint {
  const down = (share: number) => tenth(100 - y.at(share));
  return {
    ...{ modelId, kind, number, x: tenth(x.at(Math.log(usdPerRequest))) },
    ...{ y: down(chance.counted), top: down(chance.high), bottom: down(chance.low) },
  };
}

const placeOf = (usd: number, chance: number, { x, y }: Plane): CurvePlace => ({
  x: tenth(x.at(Math.log(usd))),
  y: tenth(100 - y.at(chance)),
  usd,
  chance,
});

/** Between two best buys every mix of them lies on the line: at each cost, evenly spaced in its logarithm, the chance of the mix. */
function hullOf(buys: readonly NetCostRow[], plane: Plane): readonly CurvePlace[] {
  const mixes = buys.slice(1).flatMap((better, at) => {
    const cheaper = buys[at] ?? better;
    const [from, to] = [Math.log(cheaper.usdPerRequest), Math.log(better.usdPerRequest)];
    const slope = (better.chance.counted - cheaper.chance.counted) / (better.usdPerRequest - cheaper.usdPerRequest);
    return Array.from({ length: PIECES }, (_, piece) => {
      const usd = Math.exp(from + ((to - from) * (piece + 1)) / PIECES);
      return placeOf(usd, cheaper.chance.counted + slope * (usd - cheaper.usdPerRequest), plane);
    });
  });
  const [first] = buys;
  return first === undefined ? [] : [placeOf(first.usdPerRequest, first.chance.counted, plane), ...mixes];
}

/** Where N is that of the best buy: p = 1 − (N − c) ÷ v, within the picture. */
function asGoodAs(buys: readonly NetCostRow[], worseAnswerUsd: number, plane: Plane): readonly CurvePlace[] {
  const lowest = Math.min(...buys.map((row) => netCostUsd(row, worseAnswerUsd)));
  const [left, right] = [plane.x.from(0), plane.x.from(100)];
  const places = Array.from({ length: 4 * PIECES + 1 }, (_, piece) => {
    const usd = Math.exp(left + ((right - left) * piece) / (4 * PIECES));
    return placeOf(usd, 1 - (lowest - usd) / worseAnswerUsd, plane);
  });
  return places.filter(({ y }) => y >= 0 && y <= 100);
}

/** The best are named first; a name that would lie on another is left out. */
function labelsOf(buys: readonly BestBuyPoint[]): readonly ChartLabel[] {
  const labels: ChartLabel[] = [];
  for (const { modelId, x, y } of buys.toSorted((a, b) => a.y - b.y)) {
    const isFree = labels.every((other) => Math.abs(other.y - y) >= LABEL.height || Math.abs(other.x - x) >= LABEL.width);
    if (isFree) labels.push({ modelId, x, y, anchor: x < 30 || y > 60 ? "start" : "end" });
  }
  return labels;
}
