import { lowerMedian } from "../money/median.ts";

/** The geometry of the price ladder: one mark per offer on a log scale, a line at list price. */

export interface LadderInput {
  /** Prices in millionths of a dollar per million tokens. Free offers have no place on a log scale and are left out. */
  readonly marks: readonly number[];
  /** The maker's list price, null = none. */
  readonly list: number | null;
}

export type ListSide = "under" | "at" | "over";

/** Marks that fall on one place, one above the other. `side` is null when there is no list price to be on a side of. */
export interface Stack {
  /** Percent of the width; in a row ladder units of `ROW`. */
  readonly x: number;
  readonly side: ListSide | null;
  /** How many marks of the same place lie below: the foot of the stack. */
  readonly from: number;
  readonly count: number;
}

export interface Tick {
  readonly percent: number;
  readonly price: number;
  /** Where the label hangs, so that the first and the last are never cut. */
  readonly anchor: "start" | "middle" | "end";
}

export interface Ladder {
  readonly stacks: readonly Stack[];
  /** The most marks on one place. */
  readonly tallest: number;
  readonly ticks: readonly Tick[];
  readonly parityPercent: number | null;
}

export type SideCounts = Readonly<Record<ListSide, number>>;

/** Marks closer than this are on each other: about two pixels on a phone. */
const PLACE_PERCENT = 0.8;
const EDGE_PERCENT = 3;
/** A label is at most this wide on a phone; nearer ticks are left out. */
const TICK_GAP_PERCENT = 15;
const ROUND_PRICES = [1, 2, 5, 3, 7, 1.5]
  .flatMap((mantissa) => Array.from({ length: 13 }, (_, exponent) => mantissa * 10 ** exponent))
  .filter(Number.isInteger);
/** A ladder of one price still has a scale: half to double. */
const LEAST_SPREAD = Math.log(4);

/** The large ladder, its scale as wide as its prices. Null when nothing has a price. */
export function priceLadder({ marks, list }: LadderInput): Ladder | null {
  const priced = marks.filter((price) => price > 0).sort((a, b) => a - b);
  const reference = list !== null && list > 0 ? list : null;
  if (priced.length === 0) return null;
  const scale = logScale(reference === null ? priced : [...priced, reference]);
  const stacks = stackUp(priced, reference, (price) => roundTo(scale.percentOf(price), PLACE_PERCENT));
  return {
    stacks,
    tallest: Math.max(...stacks.map(({ from, count }) => from + count)),
    ticks: ticksOf(scale),
    parityPercent: reference === null ? null : roundTo(scale.percentOf(reference), PLACE_PERCENT),
  };
}

/** The small ladder of a list row: every row has the same scale, parity in the middle, so that a column of rows can be compared. */
export const ROW_LADDER_PX = { width: 120, parity: 60, edge: 4, step: 4, widest: 4, tallest: 4 } as const;

/** Marks by their ratio to list (to the median without a list price), from a quarter to four times in steps of ten percent; what lies beyond is at the edge. */
export function rowLadder({ marks, list }: LadderInput): readonly Stack[] {
  const priced = marks.filter((price) => price > 0).sort((a, b) => a - b);
  const reference = list !== null && list > 0 ? list : null;
  const middle = reference ?? lowerMedian(priced) ?? 1;
  const half = ROW_LADDER_PX.parity - ROW_LADDER_PX.edge;
  return stackUp(priced, reference, (price) => {
    const offset = (Math.log(price / middle) / Math.log(ROW_LADDER_PX.widest)) * half;
    const steps = Math.round(clamp(offset, -half, half) / ROW_LADDER_PX.step);
    return ROW_LADDER_PX.parity + ROW_LADDER_PX.step * (steps === 0 ? Math.sign(price - middle) : steps);
  });
}

/** How many marks lie under, at and over list, free ones left out: at 3, 4, 4 and 5 dollars beside a list of 4 there are 1, 2 and 1. */
export function countSides({ marks, list }: { readonly marks: readonly number[]; readonly list: number }): SideCounts {
  const counts = { under: 0, at: 0, over: 0 };
  for (const price of marks) if (price > 0) counts[sideOf(price, list)] += 1;
  return counts;
}

interface Scale {
  readonly low: number;
  readonly high: number;
  percentOf(price: number): number;
}

function logScale(prices: readonly number[]): Scale {
  const lowest = Math.log(Math.min(...prices));
  const highest = Math.log(Math.max(...prices));
  const widen = Math.max(0, LEAST_SPREAD - (highest - lowest)) / 2;
  const low = lowest - widen;
  const spread = highest + widen - low;
  const percentOf = (price: number) => EDGE_PERCENT + ((Math.log(price) - low) / spread) * (100 - 2 * EDGE_PERCENT);
  return { low: Math.exp(low), high: Math.exp(highest + widen), percentOf };
}

/** Marks in ascending order become stacks: at one place the cheapest is lowest, and each side of parity is a stack of its own. */
function stackUp(priced: readonly number[], list: number | null, placeOf: (price: number) => number): readonly Stack[] {
  const stacks: Stack[] = [];
  for (const price of priced) {
    const x = placeOf(price);
    const side = list === null ? null : sideOf(price, list);
    const last = stacks.at(-1);
    if (last?.x === x && last.side === side) stacks[stacks.length - 1] = { ...last, count: last.count + 1 };
    else stacks.push({ x, side, from: last?.x === x ? last.from + last.count : 0, count: 1 });
  }
  return stacks;
}

/** Round prices within the scale, as many as have room for their labels; the roundest choose first. */
function ticksOf({ low, high, percentOf }: Scale): readonly Tick[] {
  const ticks: Tick[] = [];
  for (const price of ROUND_PRICES.filter((round) => round >= low && round <= high)) {
    const percent = roundTo(percentOf(price), 0.1);
    if (ticks.some((tick) => Math.abs(tick.percent - percent) < TICK_GAP_PERCENT)) continue;
    ticks.push({ percent, price, anchor: percent < 7 ? "start" : percent > 93 ? "end" : "middle" });
  }
  return ticks.sort((a, b) => a.price - b.price);
}

function sideOf(price: number, list: number): ListSide {
  if (price === list) return "at";
  return price < list ? "under" : "over";
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));
const roundTo = (value: number, step: number) => Math.round(Math.round(value / step) * step * 10) / 10;
