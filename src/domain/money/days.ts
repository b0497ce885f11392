const DAY_MS = 86_400_000;

/** Whole days from one UTC day to another: `2026-08-08` to `2026-08-10` is 2; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The UTC day so many days later: `2026-02-27` plus 2 is `2026-03-01`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
