import { compareText } from "../money/compare-text.ts";
import { microUsd } from "../money/micro-usd.ts";

/** A model at the offer it would be bought at, as every value answer reads it. */
export interface ValueRow {
  readonly modelId: string;
  readonly offerId: string;
  /** Fitted quality on LMArena's scale with its 90 % interval: low ≤ value ≤ high. */
  readonly quality: { readonly value: number; readonly low: number; readonly high: number };
  /** The workload's month, fees in. Zero or less = free: such a row wins no value ranking. */
  readonly landedUsdPerMonth: number;
}

/** The month in whole millionths of a dollar, which rows are compared by: float noise decides nothing. $1.5 → 1,500,000. */
export const costTicks = ({ landedUsdPerMonth }: ValueRow): number => microUsd(landedUsdPerMonth);

/** Whether a request costs anything: quality per dollar of a free one is no number. */
export const isPaid = (row: ValueRow): boolean => costTicks(row) > 0;

/** Cheaper first, then better, then by id: a total order. */
export function compareValueRows(a: ValueRow, b: ValueRow): number {
  return (
    costTicks(a) - costTicks(b) ||
    b.quality.value - a.quality.value ||
    compareText(a.modelId, b.modelId) ||
    compareText(a.offerId, b.offerId)
  );
}
