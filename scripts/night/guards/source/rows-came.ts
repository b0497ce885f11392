import { daysBetween } from "../../../../src/domain/money/days.ts";
import { MEDIAN_DAYS } from "../../../../src/domain/source/guard-limits.ts";
import type { RowsCame, RowsLost } from "../../../../src/domain/source/run.ts";
import { readingId, type StoredReading } from "../../merge/reading-row.ts";

/** What came in the seven days up to a reading. */
export const rowsCameWithinWeek = (
  { earlier }: { readonly earlier: { readonly came: RowsCame } | null },
  readAt: string,
): RowsCame => (earlier?.came ?? []).filter(({ day }) => daysBetween(day, readAt.slice(0, 10)) < MEDIAN_DAYS);

/** Whether a row came within the week: a source that is without it again is what it was a week ago, and no smaller. */
export function visitorsOf(lately: RowsCame): (reading: StoredReading) => boolean {
  const ids = new Set(lately.flatMap((each) => each.ids));
  return (reading) => ids.has(readingId(reading));
}

/** A source before and after a night, and what it remembers of the week. */
export interface RowsOfWeek {
  readonly before: readonly StoredReading[];
  readonly now: readonly StoredReading[];
  readonly left: RowsLost;
  readonly readAt: string;
}

/**
 * With the ids that came tonight, without those that are gone again. On its first night a source has no row that came; and who was away for
 * less than a week came back.
 */
export function withRowsCame(lately: RowsCame, { before, now, left, readAt }: RowsOfWeek): RowsCame {
  if (before.length === 0) return [];
  const day = readAt.slice(0, 10);
  const idsNow = new Set(now.map(readingId));
  const known = new Set([...before.map(readingId), ...left.flatMap(({ prices = {} }) => Object.keys(prices))]);
  const stillHere = lately.map((each) => ({ ...each, ids: each.ids.filter((id) => idsNow.has(id)) }));
  const cameThatDay = stillHere.find((each) => each.day === day)?.ids ?? [];
  const tonight = [...idsNow].filter((id) => !known.has(id));
  const all = [...stillHere.filter((each) => each.day !== day), { day, ids: [...cameThatDay, ...tonight].toSorted() }];
  return all.filter(({ ids }) => ids.length > 0);
}
