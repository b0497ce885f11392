/** A mark of an axis. */
export interface ChartTick {
  readonly percent: number;
  readonly value: number;
  /** Where the label hangs, so that the first and the last are never cut. */
  readonly anchor: "start" | "middle" | "end";
}

/** From figures to percent of a drawing, low end first. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Percent from the low end, within the edges. */
  at(value: number): number;
  /** The other way round. */
  from(percent: number): number;
}

const EDGE_PERCENT = 4;
const TICK_GAP_PERCENT = 14;
/** Round amounts, the roundest first. */
const ROUND = [1, 5, 2].flatMap((mantissa) => Array.from({ length: 14 }, (_, at) => mantissa * 10 ** (at - 7)));

/** A scale that shows all of the values with an edge around them: of 0 and 10 it puts 5 at 50 %. */
export function scaleOf(values: readonly number[], leastSpread: number): Scale {
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

/** Round amounts within a scale of logarithms, as many as have room; the roundest choose first. */
export function logTicks({ low, high, at }: Scale): readonly ChartTick[] {
  const ticks: ChartTick[] = [];
  for (const value of ROUND.filter((round) => Math.log(round) >= low && Math.log(round) <= high)) {
    const percent = tenth(at(Math.log(value)));
    if (ticks.some((tick) => Math.abs(tick.percent - percent) < TICK_GAP_PERCENT)) continue;
    ticks.push({ percent, value, anchor: percent < 7 ? "start" : percent > 93 ? "end" : "middle" });
  }
  return ticks.toSorted((a, b) => a.value - b.value);
}

/** Whole steps within a scale that rises upwards, places in percent from the top: of 1,210 to 1,390 by 50 those at 1,250, 1,300 and 1,350. */
export function stepTicks({ low, high, at }: Scale, step: number): readonly ChartTick[] {
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => Number(((first + index) * step).toFixed(9))).map((value) => ({
    value,
    percent: tenth(100 - at(value)),
    anchor: "start",
  }));
}

/** A place in a drawing, which needs no more: 12.34 → 12.3. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;
