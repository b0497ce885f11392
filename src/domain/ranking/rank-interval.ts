import { compareText } from "../money/compare-text.ts";

/** Something scored with doubt: low ≤ value ≤ high, more is better. */
export interface Scored {
  readonly id: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Ranked {
  readonly id: string;
  /** By value alone; equal values share it. */
  readonly rank: number;
  /** Best and worst place the intervals allow. */
  readonly rankInterval: readonly [number, number];
  /** How many others it cannot be told from: their intervals overlap its own. */
  readonly tiedWith: number;
}

/**
 * Ranks with their doubt, best first, ties by id: the best place is behind everything surely better (its low above this high), the worst in
 * front of everything surely worse. 10 ± 1, 9.5 ± 1 and 5 ± 1 rank 1 [1, 2], 2 [1, 2] and 3 [3, 3]; the first two are tied.
 */
export function rankIntervals(items: readonly Scored[]): readonly Ranked[] {
  const broken = items.find(({ low, value, high }) => !(low <= value && value <= high));
  if (broken !== undefined) throw new Error(`${broken.id}: ${broken.value} is not within ${broken.low} … ${broken.high}`);
  const sorted = items.toSorted((a, b) => b.value - a.value || compareText(a.id, b.id));
  return sorted.map((item) => {
    const surelyBetter = items.filter(({ low }) => low > item.high).length;
    const surelyWorse = items.filter(({ high }) => high < item.low).length;
    const worst = items.length - surelyWorse;
    return {
      id: item.id,
      rank: 1 + items.filter(({ value }) => value > item.value).length,
      rankInterval: [1 + surelyBetter, worst],
      tiedWith: worst - surelyBetter - 1,
    };
  });
}
