import { daysBetween } from "../../../../src/domain/money/days.ts";
import { integerToDecimal } from "../../../../src/domain/money/decimal.ts";
import type { MicroUsdPerMTok } from "../../../../src/domain/money/money.ts";
import { Prices } from "../../../../src/domain/offer/meter.ts";
import { MEDIAN_DAYS } from "../../../../src/domain/source/guard-limits.ts";
import type { RowsLost } from "../../../../src/domain/source/run.ts";
import { ReadingRow, readingId, readingLine, type StoredReading } from "../../merge/reading-row.ts";

/** What left in the seven days up to a reading. */
export const rowsLostWithinWeek = (
  { earlier }: { readonly earlier: { readonly left: RowsLost } | null },
  readAt: string,
): RowsLost => (earlier?.left ?? []).filter(({ day }) => daysBetween(day, readAt.slice(0, 10)) < MEDIAN_DAYS);

/** Without the rows that are here tonight: what came back is not lost. */
export function withoutBack(lately: RowsLost, now: readonly StoredReading[]): RowsLost {
  if (lately.length === 0) return [];
  const rowsNow = Map.groupBy(now, readingId);
  return lately.flatMap(({ day, rows, ...memory }) => {
    const back = Object.keys(memory.prices ?? {}).reduce((sum, id) => sum + (rowsNow.get(id)?.length ?? 0), 0);
    const tables = tablesOf((name) => Object.entries(memory[name] ?? {}).filter(([id]) => !rowsNow.has(id)));
    return rowsOfDay(day, Math.max(0, rows - back), tables);
  });
}

type Memory = Omit<RowsLost[number], "day" | "rows">;

/** What is remembered of the rows of a day by their ids; a table without rows is left out. */
function tablesOf(entriesOf: (name: keyof Memory) => readonly (readonly [string, string])[]): Memory {
  const tables = (["prices", "visitors", "past"] as const).map((name) => [name, entriesOf(name)] as const);
  const told = tables.filter(([, entries]) => entries.length > 0);
  return Object.fromEntries(told.map(([name, entries]) => [name, Object.fromEntries(entries)]));
}

/** Nothing for a day on which nothing left. */
const rowsOfDay = (day: string, rows: number, memory: Memory): RowsLost =>
  rows === 0 && Object.keys(memory).length === 0 ? [] : [{ day, rows, ...memory }];

/**
 * With the rows that are not here tonight, on the day of the reading, and what each charged. `isVisitor`: rows that came within a week are
 * remembered and do not count.
 */
export function withRowsLost(
  lately: RowsLost,
  before: readonly StoredReading[],
  now: readonly StoredReading[],
  readAt: string,
  isVisitor: (reading: StoredReading) => boolean = () => false,
): RowsLost {
  const day = readAt.slice(0, 10);
  const idsNow = new Set(now.map(readingId));
  const tonight = before.filter((reading) => !idsNow.has(readingId(reading)));
  const residents = tonight.filter((reading) => !isVisitor(reading));
  const memory = memoryOf(residents, tonight.filter(isVisitor));
  const away = withoutBack(lately, now);
  const thatDay = away.find((each) => each.day === day);
  const tables = tablesOf((name) => [...Object.entries(thatDay?.[name] ?? {}), ...memory[name]]);
  return [...away.filter((each) => each.day !== day), ...rowsOfDay(day, (thatDay?.rows ?? 0) + residents.length, tables)];
}

/** What to remember of rows that left, and of those that had come within a week. */
function memoryOf(residents: readonly StoredReading[], visitors: readonly StoredReading[]) {
  const byId = Map.groupBy([...residents, ...visitors], readingId);
  const past = [...byId].flatMap(([id, [row, ...others]]) =>
    row === undefined || others.length > 0 || !hasPast(row) ? [] : [[id, readingLine(row)] as const],
  );
  return { prices: textsById(residents), visitors: textsById(visitors), past };
}

const hasPast = ({ changedAt, earlier, held, leftOut }: StoredReading): boolean =>
  changedAt !== null || earlier.length > 0 || held !== null || leftOut !== null;

/** By row id what it charged; two rows of one id with two prices are not told apart when they come back, and are known by no price. */
function textsById(rows: readonly StoredReading[]): readonly (readonly [string, string])[] {
  const texts = Map.groupBy(rows, readingId);
  return [...texts].map(([id, same]) => {
    const cards = new Set(same.map(({ prices }) => cardText(prices)));
    return [id, (cards.size === 1 ? [...cards][0] : null) ?? UNKNOWN_CARD];
  });
}

/** A row as it was when it left within the week. */
export interface LostRow {
  readonly prices: Prices;
  /** The first day on which it was not there. */
  readonly day: string;
  /** All of it, where it had a past. */
  readonly whole: StoredReading | null;
}

/** What each row was when it left within the week; null = it did not leave, or nobody knows what it charged. */
export function rowsById(lately: RowsLost): (reading: StoredReading) => LostRow | null {
  const rows = new Map(
    lately.flatMap(({ day, prices = {}, visitors = {}, past = {} }) =>
      Object.entries({ ...prices, ...visitors })
        .filter(([id, text]) => text !== UNKNOWN_CARD || past[id] !== undefined)
        .map(([id, text]) => [id, { prices: pricesIn(text), day, whole: rowIn(past[id]) }]),
    ),
  );
  return (reading) => rows.get(readingId(reading)) ?? null;
}

const rowIn = (line: string | undefined): StoredReading | null =>
  line === undefined ? null : ReadingRow.parse(JSON.parse(line));

/**
 * The row that one stands beside which left within the week. One with a past is itself, as if it had been there every night. Of any other the
 * prices are known, which nobody has seen since the day it left; null where it asks the same, and has nothing to be held for: it was judged when
 * it was new.
 */
export function cameBackAs(reading: StoredReading, lost: LostRow | null): StoredReading | null {
  if (lost === null) return null;
  if (lost.whole !== null) return lost.whole;
  if (cardText(lost.prices) === cardText(reading.prices)) return null;
  const source = { ...reading.source, readAt: `${lost.day}T00:00:00Z` };
  return { ...reading, prices: lost.prices, conditions: [], source };
}

const UNKNOWN = "–";
/** What a row is remembered by, in this order; the last may be left out. */
const REMEMBERED = ["input", "output", "cacheRead"] as const;
/** A row without input and output, or one of two that charge each its own: known to have been there. */
const UNKNOWN_CARD = `${UNKNOWN}/${UNKNOWN}`;

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
