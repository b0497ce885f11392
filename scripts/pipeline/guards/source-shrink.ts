import type { Finding } from "../../../src/domain/finding.ts";
import type { StoredReading } from "../reading-row.ts";

/** A source that loses more than this share of its readings in one night is held. */
export const MAX_SHRINK = 0.1;

/** A source with no readings at all, or with over 10 % fewer than at its last good reading, is held as a whole. */
export function sourceShrink(id: string, before: readonly StoredReading[], now: readonly StoredReading[]): Finding | null {
  const finding = { action: "hold", scope: "source", subject: id } as const;
  if (now.length === 0 && before.length > 0)
    return { ...finding, rule: "sourceEmpty", detail: `no readings, ${before.length} before` };
  if (before.length - now.length <= before.length * MAX_SHRINK) return null;
  return { ...finding, rule: "sourceShrink", detail: `${now.length} readings, ${before.length} before` };
}
