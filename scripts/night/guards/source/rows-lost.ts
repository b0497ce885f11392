import { daysBetween } from "../../../../src/domain/money/days.ts";
import { integerToDecimal } from "../../../../src/domain/money/decimal.ts";
import { Prices } from "../../../../src/domain/offer/meter.ts";
import { MEDIAN_DAYS } from "../../../../src/domain/source/guard-limits.ts";
import type { RowsLost } from "../../../../src/domain/source/run.ts";
import { readingId, type StoredReading } from "../../merge/reading-row.ts";

/** What left in the seven days up to a reading. */
export const rowsLostWithinWeek = (
  { earlier }: { readonly earlier: { readonly left: RowsLost } | null },
  readAt: string,
): RowsLost => (earlier?.left ?? []).filter(({ day }) => daysBetween(day, readAt.slice(0, 10)) < MEDIAN_DAYS);

/** With the rows that are not here tonight, counted on the day of the reading, and what each asked. */
export function withRowsLost(
  lately: RowsLost,
  before: readonly StoredReading[],
  now: readonly StoredReading[],
  readAt: string,
): RowsLost {
  const day = readAt.slice(0, 10);
  const here = new Set(now.map(readingId));
  const tonight = before.filter((reading) => !here.has(readingId(reading)));
  const known = lately.find((each) => each.day === day);
  const rest = lately.filter((each) => each.day !== day);
  const rows = (known?.rows ?? 0) + tonight.length;
  if (rows === 0) return rest;
  const asked = tonight.flatMap((reading) => {
    const text = headlineText(reading.prices);
    return text === null ? [] : [[readingId(reading), text] as const];
  });
  const prices = { ...known?.prices, ...Object.fromEntries(asked) };
  return [...rest, { day, rows, ...(Object.keys(prices).length === 0 ? {} : { prices }) }];
}

/** What a row asked when it left within the week; null = it did not leave. */
export function pricesOfLost(lately: RowsLost): (reading: StoredReading) => Prices | null {
  const asked = new Map(lately.flatMap(({ prices = {} }) => Object.entries(prices)));
  return (reading) => {
    const text = asked.get(readingId(reading));
    return text === undefined ? null : pricesIn(text);
  };
}

/**
 * The row that one stands beside which left within the week and asks something else now: itself, at the prices it had. Null where it asks the same,
 * and has nothing to be held for: it was judged when it was new.
 */
export function cameBackAs(reading: StoredReading, last: Prices | null): StoredReading | null {
  if (last === null || headlineText(last) === headlineText(reading.prices)) return null;
  return { ...reading, prices: last, conditions: [] };
}

const UNKNOWN = "–";

/** `"0.25/2"`; null = neither is known. */
function headlineText({ input, output }: Prices): string | null {
  const text = (micro: number | undefined) => (micro === undefined ? UNKNOWN : integerToDecimal(micro));
  return input === undefined && output === undefined ? null : `${text(input)}/${text(output)}`;
}

function pricesIn(headline: string): Prices {
  const texts = headline.split("/");
  const known = (["input", "output"] as const).map((meter, place) => [meter, texts[place] ?? UNKNOWN] as const);
  return Prices.parse(Object.fromEntries(known.filter(([, text]) => text !== UNKNOWN)));
}
