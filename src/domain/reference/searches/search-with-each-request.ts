import { compareText } from "../../money/compare-text.ts";
import { isListSeller } from "../../offer/list-seller.ts";
import type { UnitPrice, UnitPrices } from "../../offer/meter.ts";
import type { Offer } from "../../offer/offer.ts";
import type { Sellers } from "../../offer/seller.ts";
import type { AssessedOffer } from "../../source/assessed-offer.ts";

type Searching = Pick<Offer, "model" | "platform" | "unitPrices" | "status"> & Pick<AssessedOffer, "doubts">;

/**
 * What a search costs where a model's own seller names no price of one: what its maker asks, else the most that any of its sellers does. Missing is
 * never cheaper. Sonar Pro's is $6 per 1,000 at Perplexity, though OpenRouter says $5. Null = nobody names one.
 */
export function searchPriceOf(offers: readonly Searching[], sellers: Sellers): UnitPrice | null {
  const sold = offers.filter(({ status, doubts, unitPrices }) => {
    return status === "current" && doubts.length === 0 && unitPrices["webSearch"] !== undefined;
  });
  const makers = sold.filter(({ platform, model }) => isListSeller(sellers, platform, model));
  const stated = (makers.length > 0 ? makers : sold).flatMap(({ unitPrices }) => unitPrices["webSearch"] ?? []);
  const [most] = stated.toSorted((a, b) => Number(b.amount) - Number(a.amount) || compareText(a.per, b.per));
  return most ?? null;
}

/**
 * The unit prices of an offer of a model that searches with every request: its search is a price of the request, where the seller names none as much as
 * elsewhere, which is said. `{ webSearch: $5 per 1000 searches }` gains `{ request: $5 per 1000 requests }`: a bill counts the first search of a
 * request there, the others at the price of a search.
 */
export function withSearchInRequest({ unitPrices }: Pick<Offer, "unitPrices">, elsewhere: UnitPrice | null): UnitPrices {
  const { webSearch, request } = unitPrices;
  const price = webSearch ?? elsewhere;
  if (price === null || request !== undefined) return unitPrices;
  const says = webSearch === undefined ? ", as at others" : "";
  const per = `${/^[\d,]+/.exec(price.per)?.[0] ?? "1"} requests${says}`;
  return { ...unitPrices, webSearch: { ...price, per: `${price.per}${says}` }, request: { amount: price.amount, per } };
}
