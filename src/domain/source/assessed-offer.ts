import type { Doubt } from "../doubt/doubt.ts";
import type { OfferCards } from "../offer/card.ts";
import type { Offer } from "../offer/offer.ts";
import type { SellerNames } from "../offer/seller-names.ts";
import type { BilledPrice } from "../platform/currency/billed-price.ts";
import type { KnownOffer } from "./known/known-offer.ts";

/** An offer with who sells it, how its price is known and what speaks against it: what pages, files and rankings are made from. Derived, never stored. */
export interface AssessedOffer
  extends Offer,
    SellerNames,
    Pick<KnownOffer, "evidence" | "age" | "via" | "restsOn" | "confirmedBy">,
    Pick<OfferCards, "assumedTiers" | "assumedWindows"> {
  /** Empty = nothing speaks against it. */
  readonly doubts: readonly Doubt[];
  /** Absent where the platform bills in dollars. */
  readonly billed?: BilledPrice;
}
