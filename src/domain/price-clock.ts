import { cardFor, type Priced, windowSpans } from "./card.ts";
import { DAYS, type Day } from "./condition.ts";
import type { MicroUsdPerMTok } from "./money.ts";

/** One price of the week. */
export interface ClockLevel {
  readonly input: MicroUsdPerMTok | null;
  readonly output: MicroUsdPerMTok | null;
  readonly minutes: number;
}

/** A stretch of one day at one price, in minutes from midnight UTC, end exclusive. */
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
  readonly days: readonly { readonly day: Day; readonly spans: readonly ClockSpan[] }[];
}

const DAY_MINUTES = 1440;

/**
 * When an offer is cheap and when it is dear, for short prompts; null where it costs the same all week. DeepSeek's 01:00–04:00 and
 * 06:00–10:00 on weekdays: two levels, five spans on a weekday, one on a day of the weekend.
 */
export function priceClock(offer: Priced): PriceClock | null {
  if (windowSpans(offer).length === 0) return null;
  const stretches = DAYS.flatMap((_, index) => stretchesOf(offer, index * DAY_MINUTES));
  const byPrice = Map.groupBy(stretches, priceKey);
  const levels = [...byPrice.values()].map(levelOf).toSorted((a, b) => sum(a) - sum(b) || a.minutes - b.minutes);
  if (levels.length < 2) return null;
  const place = (stretch: Stretch) => levels.findIndex((level) => priceKey(level) === priceKey(stretch));
  const days = DAYS.map((day, index) => {
    const start = index * DAY_MINUTES;
    const own = stretches.filter(({ from }) => from >= start && from < start + DAY_MINUTES);
    return { day, spans: joined(own.map((each) => ({ from: each.from - start, to: each.to - start, level: place(each) }))) };
  });
  return { levels, days };
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
function stretchesOf(offer: Priced, start: number): readonly Stretch[] {
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
