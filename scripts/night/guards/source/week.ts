import type { RowsCame, RowsLost } from "../../../../src/domain/source/run.ts";
import type { StoredReading } from "../../merge/reading-row.ts";
import { rowsCameWithinWeek, visitorsOf, withRowsCame } from "./rows-came.ts";
import { rowsLostWithinWeek, withoutBack, withRowsLost } from "./rows-lost.ts";

/** Which rows of a source left and came in the seven days up to a reading. */
export interface WeekOfRows {
  readonly left: RowsLost;
  readonly came: RowsCame;
}

export const NOTHING_MOVED: WeekOfRows = { left: [], came: [] };

/** The week before a reading. */
export const weekBefore = (source: { readonly earlier: WeekOfRows | null }, readAt: string): WeekOfRows => ({
  left: rowsLostWithinWeek(source, readAt),
  came: rowsCameWithinWeek(source, readAt),
});

/** What a source had a week ago and tonight's list is held against: without the rows that came since, and beside them those that are still away. */
export function aWeekAgo(
  { left, came }: WeekOfRows,
  before: readonly StoredReading[],
  now: readonly StoredReading[],
): { readonly before: readonly StoredReading[]; readonly lostRecently: number } {
  const isVisitor = visitorsOf(came);
  return {
    before: before.filter((reading) => !isVisitor(reading)),
    lostRecently: withoutBack(left, now).reduce((sum, { rows }) => sum + rows, 0),
  };
}

/** The week that ends with a reading. */
export const weekAfter = (
  { left, came }: WeekOfRows,
  before: readonly StoredReading[],
  now: readonly StoredReading[],
  readAt: string,
): WeekOfRows => ({
  left: withRowsLost(left, before, now, readAt, visitorsOf(came)),
  came: withRowsCame(came, { before, now, left, readAt }),
});
