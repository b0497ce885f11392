import type { MicroUsdPerMTok } from "../money/money.ts";
import { DAY_MINUTES, DAYS, WEEK_MINUTES } from "../money/weekday.ts";
import { cardFor, type OfferCards, windowSpans } from "./card.ts";
import type { Weekday } from "./condition.ts";

/** One price of the week. */
export interface ClockLevel {
  readonly input: MicroUsdPerMTok | null;
  readonly output: MicroUsdPerMTok | null;
  readonly minutes: number;
}

/** A stretch of one day at one price, in minutes from midnight, end exclusive. */
export interface ClockSpan {
  readonly from: number;
  readonly to: number;
  /** Place among the levels. */
  readonly level: number;
}

/** The week of an offer with time windows. */
export interface PriceClock {
  /** Cheapest first, by input and output together. */
  readonly levels: readonly ClockLevel[];
  /** Monday first. */
  readonly days: readonly { readonly day: Weekday; readonly spans: readonly ClockSpan[] }[];
}

/**
 * When an offer is cheap and when it is expensive, for short prompts; null where it costs the same all week. DeepSeek's 01:00–04:00 and
 * 06:00–10:00 on weekdays: two levels, five spans on a weekday, one on a day of the weekend.
 */
export function priceClock(offer: OfferCards): PriceClock | null {
  if (windowSpans(offer).length === 0) return null;
  const stretches = DAYS.flatMap((_, index) => stretchesOf(offer, index * DAY_MINUTES));
  const byPrice = Map.groupBy(stretches, priceKey);
  const levels = [...byPrice.values()].map(levelOf).toSorted((a, b) => sum(a) - sum(b) || a.minutes - b.minutes);
  if (levels.length < 2) return null;
  const place = (stretch: Stretch) => levels.findIndex((level) => priceKey(level) === priceKey(stretch));
  const days = DAYS.map((day, index) => {
    const start = index * DAY_MINUTES;
    const dayStretches = stretches.filter(({ from }) => from >= start && from < start + DAY_MINUTES);
    return {
      day,
      spans: joined(dayStretches.map((each) => ({ from: each.from - start, to: each.to - start, level: place(each) }))),
    };
  });
  return { levels, days };
}

/**
 * The same week on another clock: `shiftMinutes` is how far that clock is ahead of this one. 01:00–04:00 on Monday is 20:00–23:00 on Sunday
 * for a reader who is five hours behind.
 */
export function shiftedClock({ levels, days }: PriceClock, shiftMinutes: number): PriceClock {
  const spans = days.flatMap((day, index) =>
    day.spans.flatMap(({ from, to, level }) => {
      const start = modulo(index * DAY_MINUTES + from + shiftMinutes, WEEK_MINUTES);
      return cutAtMidnight(start, start + to - from).map(([begin, end]) => ({ from: begin, to: end, level }));
    }),
  );
  const shifted = DAYS.map((day, index) => {
    const start = index * DAY_MINUTES;
    const daySpans = spans.filter(({ from }) => from >= start && from < start + DAY_MINUTES).toSorted((a, b) => a.from - b.from);
    return { day, spans: joined(daySpans.map(({ from, to, level }) => ({ from: from - start, to: to - start, level }))) };
  });
  return { levels, days: shifted };
}

/** The level at a minute of the week, Monday 00:00 = 0, and the next minute of the week at which it is another. */
export interface ClockNow {
  readonly level: number;
  readonly next: { readonly minute: number; readonly level: number };
}

/** The level at a minute of the week in UTC (0 = Monday 00:00), and when which other level follows; a clock with one level is followed by itself. */
export function clockAt({ days }: PriceClock, minute: number): ClockNow {
  const spans = days.flatMap((day, index) => day.spans.map((span) => ({ ...span, from: span.from + index * DAY_MINUTES })));
  const place = spans.findLastIndex(({ from }) => from <= modulo(minute, WEEK_MINUTES));
  const level = spans[place]?.level ?? 0;
  const ahead = [...spans.slice(place + 1), ...spans.slice(0, place + 1)];
  const next = ahead.find((span) => span.level !== level);
  return { level, next: { minute: next?.from ?? modulo(minute, WEEK_MINUTES), level: next?.level ?? level } };
}

const modulo = (value: number, size: number): number => ((value % size) + size) % size;

/** A stretch of the week as parts of its days; what runs over the end of Sunday begins Monday. */
function cutAtMidnight(from: number, to: number): readonly (readonly [from: number, to: number])[] {
  const parts: [number, number][] = [];
  for (let start = from; start < to; ) {
    const end = Math.min(to, (Math.floor(start / DAY_MINUTES) + 1) * DAY_MINUTES);
    parts.push([start % WEEK_MINUTES, (start % WEEK_MINUTES) + end - start]);
    start = end;
  }
  return parts;
}

interface Card {
  readonly input: MicroUsdPerMTok | null;
  readonly output: MicroUsdPerMTok | null;
}

interface Stretch extends Card {
  readonly from: number;
  readonly to: number;
}

/** One day cut at every edge of a window. */
function stretchesOf(offer: OfferCards, start: number): readonly Stretch[] {
  const spans = windowSpans(offer);
  const inside = spans.flatMap(({ span }) => span).filter((minute) => minute > start && minute < start + DAY_MINUTES);
  const edges = [...new Set([start, ...inside, start + DAY_MINUTES])].toSorted((a, b) => a - b);
  return edges.slice(0, -1).map((from, index) => {
    const active = spans.filter(({ span }) => span[0] <= from && from < span[1]).map(({ window }) => window);
    const { input = null, output = null } = cardFor(offer, 0, active);
    return { from, to: edges[index + 1] ?? from, input, output };
  });
}

function levelOf(stretches: readonly Stretch[]): ClockLevel {
  const { input = null, output = null } = stretches[0] ?? {};
  return { input, output, minutes: stretches.reduce((minutes, { from, to }) => minutes + to - from, 0) };
}

/** Neighbours at one price are one span. */
function joined(spans: readonly ClockSpan[]): readonly ClockSpan[] {
  const starts = spans.filter(({ level }, index) => spans[index - 1]?.level !== level);
  return starts.map((span, index) => ({ ...span, to: starts[index + 1]?.from ?? DAY_MINUTES }));
}

const priceKey = ({ input, output }: Card): string => `${input} ${output}`;
const sum = ({ input, output }: Card): number => (input ?? 0) + (output ?? 0);
