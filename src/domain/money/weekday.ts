/** The days of a week, Monday first. */
export const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export const DAY_MINUTES = 1440;
export const WEEK_MINUTES = DAYS.length * DAY_MINUTES;
