import { isListSeller } from "../../offer/list-seller.ts";
import type { Sellers } from "../../offer/seller.ts";
import type { Doubt } from "../doubt.ts";
import type { PricedRow } from "../priced-row.ts";

/** A copied price under this share of the lowest first-hand one is not believed. */
const MIN_SHARE = 1 / 2;

/**
 * (a) An offer known from copies whose chat month is under half the lowest first-hand one: MiniMax M2.7 at LLM Gateway for $25.70, where
 * OpenRouter asks $67.20. Not the maker's own, which is what others are held against.
 */
export function underFirstHand(row: PricedRow, rivals: readonly PricedRow[], sellers: Sellers): Doubt | null {
  const { offer, monthUsd, isFirstHand } = row;
  if (isFirstHand || isListSeller(sellers, offer.platform, offer.model)) return null;
  const lowest = lowestFirstHand(rivals);
  if (monthUsd === null || lowest === null || monthUsd >= lowest.monthUsd * MIN_SHARE) return null;
  return { rule: "underFirstHand", monthUsd, otherMonthUsd: lowest.monthUsd, otherOffer: lowest.id };
}

/** The cheapest word of a platform itself, however old: an old one still says what the model is worth. */
export function lowestFirstHand(rivals: readonly PricedRow[]): { readonly id: string; readonly monthUsd: number } | null {
  const own = rivals.flatMap(({ isFirstHand, monthUsd, offer }) =>
    isFirstHand && monthUsd !== null ? [{ id: offer.id, monthUsd }] : [],
  );
  return own.reduce<(typeof own)[number] | null>(
    (low, each) => (low === null || each.monthUsd < low.monthUsd ? each : low),
    null,
  );
}
