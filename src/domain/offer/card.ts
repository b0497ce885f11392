import { DAY_MINUTES, DAYS, WEEK_MINUTES } from "../money/weekday.ts";
import type { Condition, PromptCondition, WindowCondition } from "./condition.ts";
import type { Prices } from "./meter.ts";

/** What `cardFor` and `weekHours` read of an offer. */
export interface OfferCards {
  readonly prices: Prices;
  readonly conditions: readonly Condition[];
  /** Cards for long prompts that nobody states of this seller, at the maker's own multiples: never cheaper than it. Absent = none. */
  readonly assumedTiers?: readonly PromptCondition[] | undefined;
  /** The maker's own hours, where a router's price is the maker's outside of them and a copy names none. Absent = none. */
  readonly assumedWindows?: readonly WindowCondition[] | undefined;
}

/** Hours of the week with the same windows in force, none for the hours outside all windows. */
export interface WeekHours {
  readonly windows: readonly WindowCondition[];
  readonly minutes: number;
}

/**
 * The price card in force for a whole request of `promptTokens` input tokens: the base card; over it the prompt tier, stated or assumed, with the greatest
 * threshold strictly below the prompt; over that the windows, later over earlier. A meter they leave out keeps the base price.
 * GPT-5.4 lists 2.5/15 and 5/22.5 above 272,000: a prompt of 272,000 is billed at 2.5/15, one of 272,001 whole at 5/22.5.
 */
export function cardFor(offer: OfferCards, promptTokens: number, windows: readonly WindowCondition[]): Prices {
  const cards = offer.conditions.concat(offer.assumedTiers ?? []);
  if (cards.length + windows.length === 0) return offer.prices;
  const tier = promptTier(cards, promptTokens);
  return [...(tier === null ? [] : [tier]), ...windows].reduce<Prices>((card, { prices }) => over(card, prices), offer.prices);
}

/**
 * The week cut by an offer's windows; minutes sum to 10,080. A window belongs to the day it starts on, may wrap over midnight, and its
 * end is exclusive. DeepSeek's 01:00–04:00 and 06:00–10:00 on weekdays: 900 and 1,200 minutes, and 7,980 outside.
 */
export function weekHours(offer: OfferCards): readonly WeekHours[] {
  const windows = offer.conditions.filter(isWindow).concat(offer.assumedWindows ?? []);
  if (windows.length === 0) return [{ windows, minutes: WEEK_MINUTES }];
  const spans = windows.map(spansOf);
  const edges = [...new Set([0, WEEK_MINUTES, ...spans.flat(2)])].sort((a, b) => a - b);
  const byState = new Map<string, WeekHours>();
  for (const [index, start] of edges.slice(0, -1).entries()) {
    const minutes = (edges[index + 1] ?? start) - start;
    const active = windows.filter((_, at) => spans[at]?.some(([from, to]) => from <= start && start < to));
    const state = active.map((window) => windows.indexOf(window)).join();
    byState.set(state, { windows: active, minutes: minutes + (byState.get(state)?.minutes ?? 0) });
  }
  return [...byState.values()];
}

/** An offer's windows as minutes of the week from Monday 00:00 UTC, end exclusive, each with its window. */
export function windowSpans(offer: OfferCards): readonly { readonly window: WindowCondition; readonly span: MinuteSpan }[] {
  return offer.conditions.filter(isWindow).flatMap((window) => spansOf(window).map((span) => ({ window, span })));
}

const isPrompt = (condition: Condition): condition is PromptCondition => "promptTokensAbove" in condition;
const isWindow = (condition: Condition): condition is WindowCondition => !isPrompt(condition);

function promptTier(conditions: readonly Condition[], promptTokens: number): PromptCondition | null {
  const reached = conditions.filter(isPrompt).filter(({ promptTokensAbove }) => promptTokens > promptTokensAbove);
  return reached.reduce<PromptCondition | null>(
    (best, tier) => (best === null || tier.promptTokensAbove >= best.promptTokensAbove ? tier : best),
    null,
  );
}

/** The upper card's meters where it has them: an explicit `undefined` is silence too. */
function over(base: Prices, upper: Prices): Prices {
  return { ...base, ...Object.fromEntries(Object.entries(upper).filter(([, price]) => price !== undefined)) };
}

export type MinuteSpan = readonly [from: number, to: number];

/** The window's minutes of the week, cut in two where it runs over Sunday midnight. */
function spansOf({ utc, days }: WindowCondition): readonly MinuteSpan[] {
  const [start, end] = [minuteOf(utc[0]), minuteOf(utc[1])];
  const length = end > start ? end - start : end - start + DAY_MINUTES;
  return (days ?? DAYS).flatMap((day): readonly MinuteSpan[] => {
    const from = DAYS.indexOf(day) * DAY_MINUTES + start;
    const to = from + length;
    if (to <= WEEK_MINUTES) return [[from, to]];
    return [...(from < WEEK_MINUTES ? [[from, WEEK_MINUTES] as const] : []), [0, to - WEEK_MINUTES]];
  });
}

/** `"06:30"` → 390. */
function minuteOf(time: string): number {
  const [hours = "0", minutes = "0"] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}
