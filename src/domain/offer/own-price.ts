import type { CostedOffer } from "../cost/landed-cost.ts";
import type { Condition } from "./condition.ts";
import type { Prices } from "./meter.ts";

/** What a buyer pays for a model at one platform by a contract of their own, instead of what we read there. */
export type OwnPrice = Pick<Prices, "input" | "output" | "cacheRead" | "cacheWrite5m">;

/**
 * The offer at the buyer's own price: a meter they name costs what they say whatever the prompt's length or the hour; one they leave out
 * stays as we read it. $1.10 of input at an offer of 2/12, 4/18 above 200,000 tokens → 1.10/12, 1.10/18 above.
 */
export function atOwnPrice<Sold extends Pick<CostedOffer, "prices" | "conditions" | "assumedTiers" | "assumedWindows">>(
  offer: Sold,
  ownPrice: OwnPrice,
): Sold {
  const isOwn = new Set(Object.keys(ownPrice));
  const withoutOwn = <Card extends Condition>(condition: Card): Card => ({
    ...condition,
    prices: Object.fromEntries(Object.entries(condition.prices).filter(([meter]) => !isOwn.has(meter))),
  });
  return {
    ...offer,
    prices: { ...offer.prices, ...ownPrice },
    conditions: offer.conditions.map(withoutOwn),
    assumedTiers: offer.assumedTiers?.map(withoutOwn),
    assumedWindows: offer.assumedWindows?.map(withoutOwn),
  };
}
