import { roundedMedian } from "../money/median.ts";
import { deltaBps } from "../reference/delta.ts";

/** What one platform asks for one model: its plainest standard offer. Prices in millionths of a dollar per million tokens. */
export interface ComparedPrice {
  readonly input: number | null;
  readonly output: number | null;
  /** The month of the workload, fees and bonuses in: the most it may be, and what is compared; null = it has no price. */
  readonly monthUsd: number | null;
  /** The least it may be: another figure where a fee is unknown. */
  readonly lowMonthUsd: number | null;
  /** The month bills cached input as input because no source names its price: it says nothing against a month that knows. */
  readonly isMonthAssumed: boolean;
  /** Something speaks against the price, or one catalogue alone names it and such prices do not count: its month is shown, and is never the lower one. */
  readonly isLeftOut: boolean;
}

/** Who charges less on token prices. `mixed`: one on input, the other on output. Null = no figure that both name. */
export type PairSide = "first" | "second" | "tie" | "mixed";

/** One model two platforms both sell. */
export interface PairRow<Model> {
  readonly model: Model;
  readonly first: ComparedPrice;
  readonly second: ComparedPrice;
  /** On token prices, as far as both are known. */
  readonly side: PairSide | null;
  /** The second against the first, in basis points. */
  readonly inputBps: number | null;
  readonly outputBps: number | null;
  readonly monthSide: Exclude<PairSide, "mixed"> | null;
  readonly monthBps: number | null;
}

/** How often each side charges less. The numbers of the four sum to `compared`. */
export interface PairCounts {
  readonly compared: number;
  readonly first: number;
  readonly second: number;
  readonly tie: number;
  readonly mixed: number;
}

export interface PairSummary {
  /** How many models both sell. */
  readonly models: number;
  readonly prices: PairCounts;
  readonly months: PairCounts;
  /** Medians of the second against the first, in basis points; null = nothing to compare. */
  readonly medianInputBps: number | null;
  readonly medianOutputBps: number | null;
  /** Null also where fewer than half of the models have two months to compare: the median of a few says nothing of the others. */
  readonly medianMonthBps: number | null;
}

/** Bills closer than a hundredth of a cent are the same bill. */
const MONTH_TICKS = 10_000;

/**
 * Two platforms' prices of one model. At $5/$25 against $5/$25 they tie; at $5/$25 against $4/$30 it is mixed; where one of them names
 * only the output, the output decides.
 */
export function comparePrices<Model>(model: Model, first: ComparedPrice, second: ComparedPrice): PairRow<Model> {
  return {
    model,
    first,
    second,
    side: sideOf([first.input, second.input], [first.output, second.output]),
    inputBps: deltaBps(second.input, first.input),
    outputBps: deltaBps(second.output, first.output),
    ...compareMonths(first, second),
  };
}

/** How two platforms stand over the models they share. */
export function summarisePair(rows: readonly PairRow<unknown>[]): PairSummary {
  const median = (pick: (row: PairRow<unknown>) => number | null) => roundedMedian(rows.flatMap((row) => pick(row) ?? []));
  const months = countSides(rows.flatMap(({ monthSide }) => monthSide ?? []));
  return {
    models: rows.length,
    prices: countSides(rows.flatMap(({ side }) => side ?? [])),
    months,
    medianInputBps: median(({ inputBps }) => inputBps),
    medianOutputBps: median(({ outputBps }) => outputBps),
    medianMonthBps: months.compared * 2 < rows.length ? null : median(({ monthBps }) => monthBps),
  };
}

/** How far several platforms are apart on one model. */
export interface Spread {
  /** Output decides only where fewer than two name the input. */
  readonly meter: "input" | "output";
  readonly low: number;
  readonly high: number;
  /** high ÷ low; infinite where somebody gives it away. */
  readonly times: number;
}

/** The lowest and the highest of what platforms ask for a model: 5, 4 and 8 dollars are 2 times apart. Null where they tie or only one is known. */
export function spreadOf(prices: readonly ComparedPrice[]): Spread | null {
  for (const meter of ["input", "output"] as const) {
    const figures = prices.flatMap(({ [meter]: price }) => price ?? []);
    const [low, high] = [Math.min(...figures), Math.max(...figures)];
    if (figures.length > 1 && low < high) return { meter, low, high, times: high / low };
  }
  return null;
}

/** The lowest of several prices, and whether several ask it. `[3, 2, 2]` → 2, a tie. Null where nobody names one. */
export function lowestOf(prices: readonly (number | null)[]): { readonly price: number; readonly isTie: boolean } | null {
  const figures = prices.filter((price) => price !== null);
  if (figures.length === 0) return null;
  const price = Math.min(...figures);
  return { price, isTie: figures.filter((each) => each === price).length > 1 };
}

type Pair = readonly [first: number | null, second: number | null];

function sideOf(...meters: readonly Pair[]): PairSide | null {
  const pricedTwice = meters.filter((pair): pair is readonly [number, number] => pair[0] !== null && pair[1] !== null);
  if (pricedTwice.length === 0) return null;
  const firstLess = pricedTwice.some(([first, second]) => first < second);
  const secondLess = pricedTwice.some(([first, second]) => second < first);
  if (firstLess && secondLess) return "mixed";
  return firstLess ? "first" : secondLess ? "second" : "tie";
}

function compareMonths(first: ComparedPrice, second: ComparedPrice): Pick<PairRow<unknown>, "monthSide" | "monthBps"> {
  const isFair = first.isMonthAssumed === second.isMonthAssumed && !first.isLeftOut && !second.isLeftOut;
  if (!isFair || first.monthUsd === null || second.monthUsd === null) return { monthSide: null, monthBps: null };
  const [a, b] = [ticks(first.monthUsd), ticks(second.monthUsd)];
  return { monthSide: a === b ? "tie" : a < b ? "first" : "second", monthBps: deltaBps(b, a) };
}

const ticks = (usd: number): number => Math.round(usd * MONTH_TICKS);

function countSides(sides: readonly PairSide[]): PairCounts {
  const count = (side: PairSide) => sides.filter((each) => each === side).length;
  return { compared: sides.length, first: count("first"), second: count("second"), tie: count("tie"), mixed: count("mixed") };
}
