import { isSameCard, type PriceCard } from "../merge/card-figures.ts";
import type { Objection } from "./objection.ts";

/** An id its body lists twice, with other figures than at the last reading: nobody can say which of the two rows is meant. */
export function twoOffersOneId(card: PriceCard, before: PriceCard, isListedTwice: boolean): Objection | null {
  if (!isListedTwice || isSameCard(card, before)) return null;
  return { rule: "twoOffersOneId", detail: "the id is listed twice, and the first row has other prices than the last reading" };
}
