import { costTicks, isPaid, type ValueRow } from "../ranking/value-row.ts";

/** The geometry of the frontier chart: months on a log axis, quality with its interval upwards. All places are percent of the drawing. */

export interface ChartPoint {
  readonly modelId: string;
  /** From the left. */
  readonly x: number;
  /** From the top. */
  readonly y: number;
  /** The interval's ends from the top: its upper end is the smaller number. */
  readonly top: number;
  readonly bottom: number;
  readonly isFront: boolean;
}

export interface ChartTick {
  readonly percent: number;
  readonly value: number;
  /** Where the label hangs, so that the first and the last are never cut. */
  readonly anchor: "start" | "middle" | "end";
}

export interface ValueChart {
  /** Those of the frontier last, so that they lie on top. */
  readonly points: readonly ChartPoint[];
  readonly xTicks: readonly ChartTick[];
  readonly yTicks: readonly ChartTick[];
  /** The frontier as steps: corners from the cheapest to the best. */
  readonly steps: readonly ChartCorner[];
  /** What the axes show from end to end, for who has axes of their own. */
  readonly usdRange: readonly [low: number, high: number];
  readonly eloRange: readonly [low: number, high: number];
  /** Names that have room, beside their points. */
  readonly labels: readonly (ChartTick & { readonly modelId: string; readonly y: number })[];
}

/** A corner of the frontier, as a place and as the figures it stands for. */
export interface ChartCorner {
  readonly x: number;
  readonly y: number;
  readonly usd: number;
  readonly elo: number;
}

export interface ChartRow extends ValueRow {
  readonly onFrontier: boolean;
}

const EDGE_PERCENT = 4;
/** A label is at most this wide and this high on a desk. */
const LABEL = { width: 22, height: 6 } as const;
const TICK_GAP_PERCENT = 14;
const ROUND = [1, 5, 2].flatMap((mantissa) => Array.from({ length: 12 }, (_, at) => mantissa * 10 ** (at - 4)));
const ELO_STEP = 50;

/** A chart of the rows that are paid for; null without any. */
export function valueChart(rows: readonly ChartRow[]): ValueChart | null {
  const paid = rows.filter(isPaid);
  if (paid.length === 0) return null;
  const x = scale(
    paid.map(({ landedUsdPerMonth }) => Math.log(landedUsdPerMonth)),
    Math.log(4),
  );
  const y = scale(
    paid.flatMap(({ quality }) => [quality.low, quality.high]),
    ELO_STEP,
  );
  const points = paid.map((row) => pointOf(row, x, y)).toSorted((a, b) => Number(a.isFront) - Number(b.isFront));
  const front = paid
    .filter(({ onFrontier }) => onFrontier)
    .toSorted((a, b) => costTicks(a) - costTicks(b))
    .map((row) => ({ ...pointOf(row, x, y), usd: row.landedUsdPerMonth, elo: row.quality.value }));
  return {
    points,
    xTicks: logTicks(x),
    yTicks: eloTicks(y),
    steps: front.flatMap((point, at): readonly ChartCorner[] => {
      const corner = { x: point.x, y: point.y, usd: point.usd, elo: point.elo };
      const before = front[at - 1];
      return before === undefined ? [corner] : [{ ...corner, y: before.y, elo: before.elo }, corner];
    }),
    usdRange: [Math.exp(x.from(0)), Math.exp(x.from(100))],
    eloRange: [y.from(0), y.from(100)],
    labels: labelsOf(front),
  };
}

interface Scale {
  readonly low: number;
  readonly high: number;
  /** Percent from the low end, within the edges. */
  at(value: number): number;
  /** The other way round. */
  from(percent: number): number;
}

function scale(values: readonly number[], leastSpread: number): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const widen = Math.max(0, leastSpread - (most - least)) / 2;
  const [low, high] = [least - widen, most + widen];
  const inner = 100 - 2 * EDGE_PERCENT;
  return {
    low,
    high,
    at: (value) => EDGE_PERCENT + ((value - low) / (high - low)) * inner,
    from: (percent) => low + ((percent - EDGE_PERCENT) / inner) * (high - low),
  };
}

function pointOf({ modelId, landedUsdPerMonth, quality, onFrontier }: ChartRow, x: Scale, y: Scale): ChartPoint {
  const down = (elo: number) => tenth(100 - y.at(elo));
  return {
    modelId,
    x: tenth(x.at(Math.log(landedUsdPerMonth))),
    y: down(quality.value),
    top: down(quality.high),
    bottom: down(quality.low),
    isFront: onFrontier,
  };
}

/** Round amounts within the scale, as many as have room; the roundest choose first. */
function logTicks({ low, high, at }: Scale): readonly ChartTick[] {
  const ticks: ChartTick[] = [];
  for (const value of ROUND.filter((round) => Math.log(round) >= low && Math.log(round) <= high)) {
    const percent = tenth(at(Math.log(value)));
    if (ticks.some((tick) => Math.abs(tick.percent - percent) < TICK_GAP_PERCENT)) continue;
    ticks.push({ percent, value, anchor: anchorAt(percent) });
  }
  return ticks.toSorted((a, b) => a.value - b.value);
}

function eloTicks({ low, high, at }: Scale): readonly ChartTick[] {
  const step = ELO_STEP * Math.max(1, Math.ceil((high - low) / ELO_STEP / 8));
  const first = Math.ceil(low / step) * step;
  const count = Math.floor((high - first) / step) + 1;
  return Array.from({ length: count }, (_, index) => first + index * step).map((value) => ({
    value,
    percent: tenth(100 - at(value)),
    anchor: "start",
  }));
}

/** The best are named first; a name that would lie on another is left out. */
function labelsOf(front: readonly ChartPoint[]): ValueChart["labels"] {
  const labels: (ChartTick & { readonly modelId: string; readonly y: number })[] = [];
  for (const { modelId, x, y } of front.toReversed()) {
    const isFree = labels.every((other) => Math.abs(other.y - y) >= LABEL.height || Math.abs(other.percent - x) >= LABEL.width);
    if (isFree) labels.push({ modelId, percent: x, y, value: x, anchor: x < 30 ? "start" : "end" });
  }
  return labels;
}

const anchorAt = (percent: number): ChartTick["anchor"] => (percent < 7 ? "start" : percent > 93 ? "end" : "middle");
const tenth = (value: number): number => Math.round(value * 10) / 10;
