import { MAX_SOURCE_SHRINK } from "../../../src/domain/source/guard-limits.ts";
import { readingId, type StoredReading } from "../merge/reading-row.ts";
import type { Objection } from "./objection.ts";

/** A source that lost over a tenth of its readings, whatever it has gained: 41 of 403 ids gone is held, 40 is not. */
export function sourceShrink(before: readonly StoredReading[], now: readonly StoredReading[]): Objection | null {
  const here = new Set(now.map(readingId));
  const lost = before.filter((reading) => !here.has(readingId(reading))).length;
  if (lost <= before.length * MAX_SOURCE_SHRINK) return null;
  return { rule: "sourceShrink", detail: `${lost} of ${before.length} readings are gone` };
}
