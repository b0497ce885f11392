import { daysBetween } from "../money/days.ts";
import { type AgeClass, MAX_AGING_DAYS } from "./age-class.ts";
import type { SourceRef } from "./source-ref.ts";
import { sourceFacts } from "./sources.ts";

/** What the age of a price depends on beside the day. */
export interface AgedPrice {
  /** Every reading it is made of: the oldest counts. */
  readonly readings: readonly SourceRef[];
  /** A catalogue read within its budget shows the same. */
  readonly isConfirmed: boolean;
  /** A newer reading says otherwise. */
  readonly isContradicted: boolean;
}

/**
 * On 20 November a price that models.dev showed on 30 September, 51 days ago with 14 allowed, is aging, and expired if a later reading says
 * otherwise; a transcript of 3 October, 48 days of 45, is fresh while a catalogue of this week shows the same.
 */
export function ageClass({ readings, isConfirmed, isContradicted }: AgedPrice, asOf: string): AgeClass {
  if (isConfirmed || readings.every((reading) => isWithinBudget(reading, asOf))) return "fresh";
  return !isContradicted && readings.every((reading) => ageDays(reading, asOf) <= MAX_AGING_DAYS) ? "aging" : "expired";
}

/** Read within the days its source is given before *as of*: at three days and as of the 22nd, from the 19th on. A reading of a later day is. */
export const isWithinBudget = (reading: SourceRef, asOf: string): boolean =>
  ageDays(reading, asOf) <= sourceFacts(reading.id).budgetDays;

const ageDays = ({ readAt }: SourceRef, asOf: string): number => daysBetween(readAt.slice(0, 10), asOf);
