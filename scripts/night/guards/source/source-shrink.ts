import { MAX_SHRINK_OVER_MONTHS, MAX_SOURCE_SHRINK } from "../../../../src/domain/source/guard-limits.ts";
import { readingId, type StoredReading } from "../../merge/reading-row.ts";
import type { Objection } from "../objection.ts";

/**
 * A source that lost over a tenth of its readings within a week, whatever it has gained: 41 of 403 ids gone is held, 40 is not; 36 a night are
 * held on the second, when 72 are gone. A tenth for every week between the two readings, half of them at most: over seven weeks 50 of
 * 100 may go. `lostRecently`: rows that were lost in the week before tonight.
 */
export function sourceShrink(
  before: readonly StoredReading[],
  now: readonly StoredReading[],
  days = 1,
  lostRecently = 0,
): Objection | null {
  const idsNow = new Set(now.map(readingId));
  const lost = before.filter((reading) => !idsNow.has(readingId(reading))).length;
  const share = Math.min(MAX_SOURCE_SHRINK * Math.max(1, Math.ceil(days / 7)), MAX_SHRINK_OVER_MONTHS);
  const [gone, all] = [lost + lostRecently, before.length + lostRecently];
  if (lost === 0 || gone <= all * share) return null;
  return { rule: "sourceShrink", detail: `${gone} of ${all} readings are gone${lostRecently === 0 ? "" : " within a week"}` };
}
