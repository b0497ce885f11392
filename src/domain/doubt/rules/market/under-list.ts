import { compareText } from "../../../money/compare-text.ts";
import { distanceFromPlain } from "../../../offer/distance-from-plain.ts";
import { isListSeller } from "../../../offer/list-seller.ts";
import type { Sellers } from "../../../offer/seller.ts";
import type { Doubt } from "../../doubt.ts";
import { doubtBeside, monthPair, type PricedRow } from "../../priced-row.ts";

/** Closed weights are bought from the maker: who charges less than this share of the list, on one catalogue's word, is doubtful. */
export const MIN_LIST_SHARE = 0.8;

/**
 * (b) Closed weights, known from catalogues, over 20 % under a list that is fresh and has no doubt of its own: Opus 4.8 at UnoRouter for
 * 0.425/2.125 beside Anthropic's 5/25. Cheap by the month is enough, and so is both input and output.
 */
export function underList(row: PricedRow, list: PricedRow | null, openWeights: boolean | null): Doubt | null {
  const isCatalogues = row.offer.evidence === "reported" || row.offer.evidence === "corroborated";
  const months = list === null ? null : monthPair(row, list);
  if (openWeights !== false || !isCatalogues || list === null || months === null) return null;
  if (months.ownUsd >= months.theirUsd * MIN_LIST_SHARE && cardShare(row, list) >= MIN_LIST_SHARE) return null;
  return doubtBeside("underList", row, list);
}

/** The larger of input's and output's share of the list's. */
function cardShare(row: PricedRow, list: PricedRow): number {
  const shares = (["input", "output"] as const).map((meter) => {
    const [ownPrice, listPrice] = [row.offer.prices[meter], list.offer.prices[meter]];
    return ownPrice === undefined || listPrice === undefined || listPrice === 0 ? 1 : ownPrice / listPrice;
  });
  return Math.max(...shares);
}

/**
 * The maker's own price at the same tier, first-hand and fresh: at the maker, else the maker's own endpoint behind OpenRouter. Of rows that
 * have a doubt none is a list.
 */
export function listOf(
  row: PricedRow,
  rows: readonly PricedRow[],
  { sellers, isDoubtful }: { readonly sellers: Sellers; readonly isDoubtful: (offerId: string) => boolean },
): PricedRow | null {
  const lists = rows.filter(
    ({ offer, seller, isFirstHand }) =>
      isListSeller(sellers, seller, offer.model) &&
      isFirstHand &&
      offer.age === "fresh" &&
      offer.tier === row.offer.tier &&
      !isDoubtful(offer.id),
  );
  const [list = null] = lists.toSorted(
    (a, b) => distanceFromPlain(a.offer) - distanceFromPlain(b.offer) || compareText(a.offer.id, b.offer.id),
  );
  return list?.seller === row.seller ? null : list;
}
