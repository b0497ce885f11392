import type { changeJson } from "../../../data/json/change-json.ts";
import { isMicroUsdPerMTok } from "../../../data/json/offer-json.ts";
import type { PriceStep, StepLine } from "../../../domain/chart/price-step.ts";
import { dayNumber } from "../../../domain/money/day-number.ts";
import { addDays } from "../../../domain/money/days.ts";
import { readDecimal } from "../../../domain/money/decimal.ts";

/** `/api/v1/history/<id>.json`, as our own code wrote it. */
export interface HistoryFile {
  readonly id: string;
  readonly changes: readonly ReturnType<typeof changeJson>[];
}

/** One place on the time axis: what each series costs there in dollars per million tokens; null = no price. */
export interface HistoryRow {
  /** Days since 1970-01-01. */
  readonly at: number;
  readonly usd: readonly (number | null)[];
}

/** The history of a model from its public JSON; for the browser, so without a schema. */
export function linesOfJson({ changes }: HistoryFile): readonly StepLine[] {
  return changes.map(({ day, offerId, meter, condition, new: now, note }) => {
    const micro = now === null ? null : readDecimal(now, 6);
    return { day, offerId, meter, condition, note, new: micro !== null && isMicroUsdPerMTok(micro) ? micro : null };
  });
}

/** What the sellers of offers bill in, by offer id, where that is no dollar. */
export const billedIn = ({ changes }: HistoryFile): ReadonlyMap<string, string> =>
  new Map(changes.flatMap(({ offerId, billedIn: currency }) => (currency === null ? [] : [[offerId, currency]])));

/** A line's name, and what it bills in where that is no dollar: `Cortecs, billed in EUR`. */
export const billedSeller = (name: string, currency: string | undefined): string =>
  currency === undefined ? name : `${name}, billed in ${currency}`;

/** Just before an edge: a line that stops is drawn up to its last day. */
const BEFORE = 0.02;

/**
 * Several series of steps as rows, from one day to another, both included: at every edge what was valid before it and what is valid from it on,
 * so that a chart that draws nothing between rows draws steps, and gaps.
 */
export function historyRows(series: readonly (readonly PriceStep[])[], from: string, to: string): readonly HistoryRow[] {
  const end = addDays(to, 1);
  const days = series.flatMap((steps) => steps.map((step) => step.from)).filter((day) => day > from && day < end);
  const edges = [from, ...new Set(days)].toSorted();
  const valuesOn = (day: string) => series.map((steps) => usdOn(steps, day));
  const rows = edges.flatMap((day): readonly HistoryRow[] => {
    const at = { at: dayNumber(day), usd: valuesOn(day) };
    return day === from ? [at] : [{ at: at.at - BEFORE, usd: valuesOn(addDays(day, -1)) }, at];
  });
  return [...rows, { at: dayNumber(end) - BEFORE, usd: valuesOn(to) }];
}

/** The day of a number of days since 1970, or of a part of one: 20_687.5 → `2026-08-22`. */
export const dayOfNumber = (at: number): string => addDays("1970-01-01", Math.floor(at));

function usdOn(steps: readonly PriceStep[], day: string): number | null {
  const micro = steps.find(({ from, to }) => from <= day && (to === null || day < to))?.micro ?? null;
  return micro === null ? null : micro / 1_000_000;
}
