import type { StoredReading } from "../../merge/reading-row.ts";
import type { Objection } from "../objection.ts";

/** A source that was read and has no offers, where it had some. */
export function sourceEmpty(before: readonly StoredReading[], now: readonly StoredReading[]): Objection | null {
  if (now.length > 0 || before.length === 0) return null;
  return { rule: "sourceEmpty", detail: `no readings, ${before.length} before` };
}
