import { compareText } from "../../../money/compare-text.ts";
import { isListSeller } from "../../../offer/list-seller.ts";
import type { Sellers } from "../../../offer/seller.ts";
import type { Doubt } from "../../doubt.ts";
import { doubtBeside, monthPair, type PricedRow } from "../../priced-row.ts";

/** A copied price under this share of the lowest first-hand one is not believed. */
export const MIN_FIRST_HAND_SHARE = 1 / 2;

/**
 * (a) An offer known from copies whose chat month is under half the lowest first-hand one: MiniMax M2.7 at LLM Gateway for $25.70, where
 * OpenRouter charges $67.20. However old a platform's own word is, it still says what the model is worth. Not the maker's own price, which others
 * are held against.
 */
export function underFirstHand(row: PricedRow, rivals: readonly PricedRow[], sellers: Sellers): Doubt | null {
  const { offer, isFirstHand } = row;
  if (isFirstHand || isListSeller(sellers, offer.platform, offer.model)) return null;
  const pairs = rivals.flatMap((rival) => {
    const pair = rival.isFirstHand ? monthPair(row, rival) : null;
    return pair === null ? [] : [{ share: pair.ownUsd / pair.theirUsd, rival }];
  });
  const [lowest] = pairs.toSorted((a, b) => b.share - a.share || compareText(a.rival.offer.id, b.rival.offer.id));
  return lowest === undefined || lowest.share >= MIN_FIRST_HAND_SHARE ? null : doubtBeside("underFirstHand", row, lowest.rival);
}
