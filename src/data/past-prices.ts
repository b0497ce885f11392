import {
  type MonthPrices,
  monthPrices,
  type PastPriceSpan,
  pastPricesOf,
  type SpanInMonth,
  spansByMonth,
  spansInMonth,
} from "../domain/history/past/month-prices.ts";
import { addDays, daysBetween } from "../domain/money/days.ts";
import { listPrices, mirrors, quotedCurrencies, run, sellers } from "./catalog.ts";
import { history } from "./history.ts";

/** A month of the history, as far as the data go. */
export interface PriceMonth {
  /** `2026-07` */
  readonly month: string;
  /** Its last day, or the day of the data where that comes first. */
  readonly through: string;
  /** The month is over: nothing that is read later changes its prices. */
  readonly isOver: boolean;
}

/** So many months have a file that is not packed, the running one and the same month of last year included. */
const PLAIN_MONTHS = 13;

/** The months that can be read unpacked, oldest first. */
export const plainMonths = (): readonly PriceMonth[] => priceMonths().slice(-PLAIN_MONTHS);

/** Every month from the first line of history to the day of the data, oldest first. */
export function priceMonths(): readonly PriceMonth[] {
  const first = history().allChanges[0]?.day ?? run.asOf;
  const days = Array.from({ length: daysBetween(first, run.asOf) + 1 }, (_, index) => addDays(first, index));
  const months = Map.groupBy(days, (day) => day.slice(0, 7));
  return [...months].map(([month, within]) => ({
    month,
    through: within.at(-1) ?? run.asOf,
    isOver: month < run.asOf.slice(0, 7),
  }));
}

let past: readonly PastPriceSpan[] | null = null;

/** Every list price and price at OpenRouter of the past, worked out once a build. */
export function allPastPrices(): readonly PastPriceSpan[] {
  past ??= pastPricesOf(history().allChanges, { mirrors, sellers, listPrices, quotedCurrencies });
  return past;
}

let ofMonths: ReadonlyMap<string, readonly PastPriceSpan[]> | null = null;

/** Those of them that stood in a month. */
function pastPricesIn(month: string): readonly PastPriceSpan[] {
  ofMonths ??= spansByMonth(allPastPrices(), priceMonths());
  return ofMonths.get(month) ?? [];
}

/** The prices of one of the months. */
export const pricesOfMonth = ({ month, through }: PriceMonth): MonthPrices => monthPrices(pastPricesIn(month), month, through);

/** The same by the pieces they are cut from. */
export const spansOfMonth = ({ month, through }: PriceMonth): readonly SpanInMonth[] =>
  spansInMonth(pastPricesIn(month), month, through);
