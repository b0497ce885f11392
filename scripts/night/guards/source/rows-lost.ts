import { daysBetween } from "../../../../src/domain/money/days.ts";
import { integerToDecimal } from "../../../../src/domain/money/decimal.ts";
import type { MicroUsdPerMTok } from "../../../../src/domain/money/money.ts";
import { Prices } from "../../../../src/domain/offer/meter.ts";
import { MEDIAN_DAYS } from "../../../../src/domain/source/guard-limits.ts";
import type { RowsLost } from "../../../../src/domain/source/run.ts";
import { readingId, type StoredReading } from "../../merge/reading-row.ts";

/** What left in the seven days up to a reading. */
export const rowsLostWithinWeek = (
  { earlier }: { readonly earlier: { readonly left: RowsLost } | null },
  readAt: string,
): RowsLost => (earlier?.left ?? []).filter(({ day }) => daysBetween(day, readAt.slice(0, 10)) < MEDIAN_DAYS);

/** With the rows that are not here tonight, counted on the day of the reading, and what each charged. */
export function withRowsLost(
  lately: RowsLost,
  before: readonly StoredReading[],
  now: readonly StoredReading[],
  readAt: string,
): RowsLost {
  const day = readAt.slice(0, 10);
  const idsNow = new Set(now.map(readingId));
  const tonight = before.filter((reading) => !idsNow.has(readingId(reading)));
  const lostThatDay = lately.find((each) => each.day === day);
  const lostOnOtherDays = lately.filter((each) => each.day !== day);
  const rows = (lostThatDay?.rows ?? 0) + tonight.length;
  if (rows === 0) return lostOnOtherDays;
  const prices = { ...lostThatDay?.prices, ...pricesById(tonight) };
  return [...lostOnOtherDays, { day, rows, ...(Object.keys(prices).length === 0 ? {} : { prices }) }];
}

/** Two rows of one id with two prices are not told apart when they come back: neither is remembered. */
function pricesById(rows: readonly StoredReading[]): Readonly<Record<string, string>> {
  const idsAndTexts = rows.flatMap((reading) => {
    const text = cardText(reading.prices);
    return text === null ? [] : [[readingId(reading), text] as const];
  });
  const texts = Map.groupBy(idsAndTexts, ([id]) => id);
  return Object.fromEntries(idsAndTexts.filter(([id, text]) => texts.get(id)?.every(([, other]) => other === text)));
}

/** A row as it was when it left within the week. */
export interface LostRow {
  readonly prices: Prices;
  /** The first day on which it was not there. */
  readonly day: string;
}

/** What each row was when it left within the week; null = it did not leave. */
export function rowsById(lately: RowsLost): (reading: StoredReading) => LostRow | null {
  const rows = new Map(
    lately.flatMap(({ day, prices = {} }) => Object.entries(prices).map(([id, text]) => [id, { prices: pricesIn(text), day }])),
  );
  return (reading) => rows.get(readingId(reading)) ?? null;
}

/**
 * The row that one stands beside which left within the week and asks something else now: itself, at the prices it had, which nobody has seen since
 * the day it left. Null where it asks the same, and has nothing to be held for: it was judged when it was new.
 */
export function cameBackAs(reading: StoredReading, lost: LostRow | null): StoredReading | null {
  if (lost === null || cardText(lost.prices) === cardText(reading.prices)) return null;
  const source = { ...reading.source, readAt: `${lost.day}T00:00:00Z` };
  return { ...reading, prices: lost.prices, conditions: [], source };
}

const UNKNOWN = "–";
/** What a row is remembered by, in this order; the last may be left out. */
const REMEMBERED = ["input", "output", "cacheRead"] as const;

/** `"0.25/2"`, with a cached input `"0.25/2/0.025"`; null = neither input nor output is known. */
function cardText(prices: Prices): string | null {
  if (prices.input === undefined && prices.output === undefined) return null;
  const meters = prices.cacheRead === undefined ? REMEMBERED.slice(0, 2) : REMEMBERED;
  return meters.map((meter) => priceText(prices[meter])).join("/");
}

const priceText = (micro: MicroUsdPerMTok | undefined): string => (micro === undefined ? UNKNOWN : integerToDecimal(micro));

function pricesIn(card: string): Prices {
  const pricedMeters = card.split("/").flatMap((text, place) => {
    const meter = REMEMBERED[place];
    return meter === undefined || text === UNKNOWN ? [] : [[meter, text] as const];
  });
  return Prices.parse(Object.fromEntries(pricedMeters));
}
