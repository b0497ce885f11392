import { isListSeller } from "../../offer/list-seller.ts";
import type { Sellers } from "../../offer/seller.ts";
import type { TierShares } from "../../platform/tier-share.ts";
import type { Doubt } from "../doubt.ts";
import { type PricedRow, rivalsOf } from "../priced-row.ts";

export interface BatchContext {
  readonly sellers: Sellers;
  readonly tierShareBps: TierShares;
}

/** Fewer other sellers are no market. */
const MIN_SELLERS = 3;

/**
 * A copied standard price that is to the cent what the maker asks for a batch: GPT-4o mini at Cloudflare AI Gateway for 0.075/0.30, OpenAI's
 * batch price, where its standard price is 0.15/0.60. Where nobody names the maker's batch, the share that it takes off for one: Gemini 2.5 Flash Image at
 * Kilo for 0.15/1.25, and for twice that at everybody else. Of closed weights only: hosts of open ones set prices of their own.
 */
export function batchAsStandard(
  row: PricedRow,
  rows: readonly PricedRow[],
  context: BatchContext,
  openWeights: boolean | null,
): Doubt | null {
  const { offer, isFirstHand } = row;
  const { input, output } = offer.prices;
  if (openWeights !== false || isFirstHand || offer.tier !== "standard" || input === undefined || output === undefined)
    return null;
  const batch = rows.find(
    ({ offer: other }) =>
      other.tier === "batch" &&
      isListSeller(context.sellers, other.platform, other.model) &&
      other.prices.input === input &&
      other.prices.output === output,
  );
  if (batch !== undefined) return { rule: "batchAsStandard", batchOffer: batch.offer.id };
  return isMakersShare(row, rows, context) ? { rule: "batchAsStandard" } : null;
}

/** Three others ask so much that the maker's share of it for batches is this price, and nobody else asks as little. */
function isMakersShare(row: PricedRow, rows: readonly PricedRow[], { sellers, tierShareBps }: BatchContext): boolean {
  const makers = [...sellers.keys()].filter((id) => isListSeller(sellers, id, row.offer.model));
  const bps = makers.map((id) => tierShareBps(id, "batch")).find((share) => share !== null);
  if (bps === undefined) return false;
  const askingAt = (share: number) =>
    new Set(rivalsOf(row, rows).flatMap((rival) => (isShare(row, rival, share) ? [rival.seller] : []))).size;
  return askingAt(1) === 0 && askingAt(bps / 10_000) >= MIN_SELLERS;
}

/** Input and output both are so large a share of the rival's, but for rounding. */
const isShare = ({ offer }: PricedRow, rival: PricedRow, share: number): boolean =>
  (["input", "output"] as const).every((meter) => {
    const [own, theirs] = [offer.prices[meter] ?? 0, (rival.offer.prices[meter] ?? 0) * share];
    return own > 0 && Math.abs(own - theirs) * 200 <= own;
  });
