import { formatDay, formatShortDay } from "../format.ts";

/**
 * When something changed, as far as it is known: `28 Aug 2026`, or `between 24 Aug and 28 Aug 2026` where those are the days of two readings
 * and nobody looked in between.
 */
export function spanText(day: string, notBefore: string | undefined): string {
  if (notBefore === undefined) return formatDay(day);
  const from = notBefore.slice(0, 4) === day.slice(0, 4) ? formatShortDay(notBefore) : formatDay(notBefore);
  return `between ${from} and ${formatDay(day)}`;
}
