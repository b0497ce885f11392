import { compareText } from "../../../money/compare-text.ts";
import { isListSeller } from "../../../offer/list-seller.ts";
import type { Sellers } from "../../../offer/seller.ts";
import { isFirstHand } from "../../../source/evidence-class.ts";
import type { Doubt } from "../../doubt.ts";
import type { PricedRow } from "../../priced-row.ts";

/** Fewer other sellers are no market. */
const MIN_SELLERS = 3;
/** So many times under the lowest of them. */
const MAX_TIMES = 4;
const METERS = ["input", "output"] as const;

/**
 * (a) A copied card with one price under a quarter of what anybody else asks for it: Kimi K3 at OpenRouter for $0.192 in, where the next seller asks $2.
 * In a chat month its output, as expensive as elsewhere, hides that; a long document would be billed a seventh of any other seller's price. That
 * OpenRouter's own list is no older than our own reading would be makes it no more likely. Not the maker's own price, which others are held against.
 */
export function underEverySeller({ offer }: PricedRow, rivals: readonly PricedRow[], sellers: Sellers): Doubt | null {
  if (isFirstHand(offer.evidence) || isListSeller(sellers, offer.platform, offer.model)) return null;
  for (const meter of METERS) {
    const price = offer.prices[meter] ?? 0;
    const others = rivals.flatMap(({ seller, offer: { id, prices } }) =>
      (prices[meter] ?? 0) > 0 ? [{ seller, id, asks: prices[meter] ?? 0 }] : [],
    );
    if (new Set(others.map((other) => other.seller)).size < MIN_SELLERS) continue;
    const [lowest] = others.toSorted((a, b) => a.asks - b.asks || compareText(a.id, b.id));
    if (price > 0 && lowest !== undefined && price * MAX_TIMES < lowest.asks)
      return { rule: "underEverySeller", meter, price, otherPrice: lowest.asks, otherOffer: lowest.id };
  }
  return null;
}
