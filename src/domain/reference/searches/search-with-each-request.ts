import { compareText } from "../../money/compare-text.ts";
import type { UnitPrice, UnitPrices } from "../../offer/meter.ts";
import type { Offer } from "../../offer/offer.ts";
import type { AssessedOffer } from "../../source/assessed-offer.ts";

type Searching = Pick<Offer, "unitPrices" | "status"> & Pick<AssessedOffer, "doubts">;

/**
 * What a search costs where a model's own seller names no price of one: the least that any of its sellers asks. Missing is never cheaper than that.
 * Sonar's is $5 per 1,000 at OpenRouter and at Perplexity. Null = nobody names one.
 */
export function leastSearchPrice(offers: readonly Searching[]): UnitPrice | null {
  const stated = offers
    .filter(({ status, doubts }) => status === "current" && doubts.length === 0)
    .flatMap(({ unitPrices }) => unitPrices["webSearch"] ?? []);
  const [least] = stated.toSorted((a, b) => Number(a.amount) - Number(b.amount) || compareText(a.per, b.per));
  return least ?? null;
}

/**
 * The unit prices of an offer of a model that searches with every request: its search is a price of the request, where the seller names none as much as
 * at the others, which is said. `{ webSearch: $5 per 1000 searches }` gains `{ request: $5 per 1000 requests }`.
 */
export function withSearchInRequest({ unitPrices }: Pick<Offer, "unitPrices">, least: UnitPrice | null): UnitPrices {
  const { webSearch, request } = unitPrices;
  const price = webSearch ?? least;
  if (price === null || request !== undefined) return unitPrices;
  const per = `${/^[\d,]+/.exec(price.per)?.[0] ?? "1"} requests${webSearch === undefined ? ", as at others" : ""}`;
  return { ...unitPrices, request: { amount: price.amount, per } };
}
