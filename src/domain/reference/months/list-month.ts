import type { Offer } from "../../offer/offer.ts";
import type { RankedOffer } from "../../ranking/cheapest.ts";
import type { Reference } from "../delta.ts";

/** What a month costs at the list price, in dollars; two figures where the maker's own fee is unknown. */
export interface ListMonth {
  readonly usd: number;
  readonly upperUsd: number;
}

/** What is read of a ranked offer. */
type MonthAtOffer = Pick<RankedOffer, "landed"> & { readonly offer: Pick<Offer, "id"> };

/**
 * A month at list; null = no list price, or it has no month. Where the list price was seen at OpenRouter, it is the maker's: neither the fee there
 * nor a discount there is part of what the maker asks. 28.28 dollars of tokens are 28.28, not the 29.84 that OpenRouter bills for them; 14.14 at
 * half the price are 28.28, too.
 */
export function listMonth(reference: Reference | null, rows: readonly MonthAtOffer[]): ListMonth | null {
  const landed = landedAtList(reference, rows);
  if (reference?.kind !== "list" || landed === null || reference.atOpenrouter === undefined) return landed;
  const usd = withoutDiscount(landed.parts.tokens, reference.offer);
  return { usd, upperUsd: usd };
}

/** A month where the list price was seen, with the fee there: $29.84 in place of 28.28 at OpenRouter. A discount is left out of this one, too. */
export function monthAtListSeller(reference: Reference | null, rows: readonly MonthAtOffer[]): ListMonth | null {
  const landed = landedAtList(reference, rows);
  if (reference?.kind !== "list" || landed === null || reference.atOpenrouter === undefined) return landed;
  const { offer } = reference;
  return { usd: withoutDiscount(landed.usd, offer), upperUsd: withoutDiscount(landed.upperUsd, offer) };
}

/** Whether an offer is sold at the list price itself: what OpenRouter sells at a discount is not, though it tells what the list price is. */
export const isAtList = ({ id, discountBps }: Pick<Offer, "id" | "discountBps">, reference: Reference | null): boolean =>
  reference?.kind === "list" && reference.offer.id === id && (reference.atOpenrouter === undefined || discountBps === null);

const landedAtList = (reference: Reference | null, rows: readonly MonthAtOffer[]) =>
  reference?.kind === "list" ? (rows.find(({ offer }) => offer.id === reference.offer.id)?.landed ?? null) : null;

const withoutDiscount = (usd: number, { discountBps }: Pick<Offer, "discountBps">): number =>
  (usd * WHOLE_BPS) / (WHOLE_BPS - (discountBps ?? 0));

const WHOLE_BPS = 10_000;
