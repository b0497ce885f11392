const DAY_MS = 86_400_000;

/** Days since 1970: `2026-08-22` → 20_687; a month is its first day. Apart from `days.ts`, of which the list of models takes nothing else. */
export const dayNumber = (day: string): number => Date.parse(day) / DAY_MS;
