import type { Assumption, MonthCost } from "../../cost/landed-cost.ts";
import type { RankedOffer } from "../../ranking/cheapest.ts";

/** What is read of a ranked offer. */
type BilledOffer = Pick<RankedOffer, "month"> & { readonly offer: Pick<RankedOffer["offer"], "gaps"> };

/** Whether a month takes something for granted. */
export const assumes = (month: MonthCost, assumption: Assumption): boolean =>
  month.kind === "priced" && month.assumptions.includes(assumption);

const billsCacheAsInput = ({ month }: BilledOffer): boolean => assumes(month, "cacheReadBilledAsInput");

/** Whether a month bills cached input as input only because no source names its price. Where it is not sold, the month is what it costs. */
export const isCacheGuessed = (row: BilledOffer): boolean => billsCacheAsInput(row) && row.offer.gaps.cacheRead !== "notSold";

/**
 * True where one of two months has a price for cached input and the other takes it for input because nobody says: they are no measure of each other.
 * Alibaba's page says 2/6 for Qwen3.8 Max and nothing of cached input: its $2,544 for coding agents are no sign that Fireworks, at 2/6 and 0.25
 * cached, is 70 % cheaper.
 */
export const differInCache = (a: BilledOffer, b: BilledOffer): boolean =>
  billsCacheAsInput(a) !== billsCacheAsInput(b) && (isCacheGuessed(a) || isCacheGuessed(b));

/**
 * What makes of one month's share of another the share where both bill cached input as input; 1 where they compare as they are. At 2/6 and 0.25
 * cached chat is $525, without a price for it $700: 700/525, so that 525 of 700 are 700 of 700. Null = all input is cached, and nothing tells.
 */
export function timesCachedAsInput(own: BilledOffer, list: BilledOffer): number | null {
  if (!differInCache(own, list)) return 1;
  const isListGuessed = isCacheGuessed(list);
  const times = isListGuessed ? cachedAsInput(own.month, list.month) : cachedAsInput(list.month, own.month);
  return times === null || isListGuessed ? times : 1 / times;
}

/** How many times its month it is with cached input at the price of input; how much is cached is seen in the other month. */
function cachedAsInput(named: MonthCost, guessed: MonthCost): number | null {
  if (named.kind !== "priced" || guessed.kind !== "priced" || guessed.parts.input === 0) return null;
  if (named.usd === 0) return 1;
  const { input, cacheRead } = named.parts;
  return (named.usd - cacheRead + (input * guessed.parts.cacheRead) / guessed.parts.input) / named.usd;
}
