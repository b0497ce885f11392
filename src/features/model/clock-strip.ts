import { DAY_MINUTES } from "../../domain/money/weekday.ts";
import type { PriceClock } from "../../domain/offer/price-clock.ts";

/** The height of one day in the strip. */
export const DAY_PIXELS = 16;

/** The attributes of one bar of a week strip. */
export interface ClockBar {
  readonly x: string;
  readonly width: string;
  readonly y: string;
  readonly height: string;
  readonly fill: string;
  readonly "fill-opacity": string;
}

/** A week as bars: across in percent of a day, down a day each. Cheap is flat and green, expensive is tall and red. */
export const clockBars = ({ levels, days }: PriceClock): readonly ClockBar[] =>
  days.flatMap(({ spans }, row) =>
    spans.map(({ from, to, level }) => ({
      x: dayPercent(from),
      width: dayPercent(to - from),
      y: String(row * DAY_PIXELS),
      height: String(level === 0 ? DAY_PIXELS - 12 : DAY_PIXELS - 3),
      fill: level === 0 ? "var(--under)" : "var(--over)",
      "fill-opacity": String(level === 0 ? 1 : level / (levels.length - 1)),
    })),
  );

/** `90` → `6.25%`. */
export const dayPercent = (minute: number): string => `${Math.round((minute / DAY_MINUTES) * 10_000) / 100}%`;
