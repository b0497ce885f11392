import { isListSeller } from "../../offer/list-seller.ts";
import type { Sellers } from "../../offer/seller.ts";
import type { Doubt } from "../doubt.ts";
import type { PricedRow } from "../priced-row.ts";

/**
 * A copied standard price that is to the cent what the maker asks for a batch: GPT-4o mini at Cloudflare AI Gateway for 0.075/0.30, OpenAI's
 * batch price, where its standard price is 0.15/0.60. Of closed weights only: hosts of open ones set prices of their own.
 */
export function batchAsStandard(
  row: PricedRow,
  rows: readonly PricedRow[],
  sellers: Sellers,
  openWeights: boolean | null,
): Doubt | null {
  const { offer, isFirstHand } = row;
  const { input, output } = offer.prices;
  if (openWeights !== false || isFirstHand || offer.tier !== "standard" || input === undefined || output === undefined)
    return null;
  const batch = rows.find(
    ({ offer: other }) =>
      other.tier === "batch" &&
      isListSeller(sellers, other.platform, other.model) &&
      other.prices.input === input &&
      other.prices.output === output,
  );
  return batch === undefined ? null : { rule: "batchAsStandard", batchOffer: batch.offer.id };
}
