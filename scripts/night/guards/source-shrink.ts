import { MAX_SHRINK_OVER_MONTHS, MAX_SOURCE_SHRINK } from "../../../src/domain/source/guard-limits.ts";
import { readingId, type StoredReading } from "../merge/reading-row.ts";
import type { Objection } from "./objection.ts";

/**
 * A source that lost over a tenth of its readings, whatever it has gained: 41 of 403 ids gone is held, 40 is not. A tenth for every week
 * between the two readings, half of them at most: over seven weeks 50 of 100 may go.
 */
export function sourceShrink(before: readonly StoredReading[], now: readonly StoredReading[], days = 1): Objection | null {
  const here = new Set(now.map(readingId));
  const lost = before.filter((reading) => !here.has(readingId(reading))).length;
  const share = Math.min(MAX_SOURCE_SHRINK * Math.max(1, Math.ceil(days / 7)), MAX_SHRINK_OVER_MONTHS);
  if (lost <= before.length * share) return null;
  return { rule: "sourceShrink", detail: `${lost} of ${before.length} readings are gone` };
}
