import { roundedMedian } from "../money/median.ts";

/** How many of some savings lie from one share to below the next. Null = no bound on that side. */
export interface SavingBand {
  readonly fromBps: number | null;
  readonly toBps: number | null;
  readonly count: number;
}

export interface SavingSpread {
  readonly count: number;
  readonly medianBps: number;
  /** From the least to the most, none left out: every saving lies in exactly one. */
  readonly bands: readonly SavingBand[];
}

/** Less than nothing, nothing, some, and the articles' "25–40 %" with what lies beyond it. */
const EDGES_BPS = [0, 1, 1_000, 2_500, 4_001] as const;

/** How savings in basis points lie, and their middle one. Null of nothing. `[0, 0, 3000]` → median 0, two at nothing, one at 25–40 %. */
export function savingSpread(savingsBps: readonly number[]): SavingSpread | null {
  const medianBps = roundedMedian(savingsBps);
  if (medianBps === null) return null;
  const bounds = [null, ...EDGES_BPS, null];
  const bands = bounds.slice(1).map((toBps, index): SavingBand => {
    const fromBps = bounds[index] ?? null;
    const isIn = (bps: number) => (fromBps === null || bps >= fromBps) && (toBps === null || bps < toBps);
    return { fromBps, toBps, count: savingsBps.filter(isIn).length };
  });
  return { count: savingsBps.length, medianBps, bands };
}
