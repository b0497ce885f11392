import type { Offer } from "../../offer/offer.ts";
import { offerId } from "../../offer/offer-id.ts";
import type { TierShares } from "../../platform/tier-share.ts";
import { differs } from "../disagreement.ts";
import type { KnownPrice } from "../evidence.ts";

/** What is read of an offer. */
type AgedOffer = Offer & Pick<KnownPrice, "evidence" | "age" | "contradictedBy">;

/**
 * A batch, flex or priority card that a person wrote down is fresh while the standard card beside it is, and it costs the share of that one which the
 * platform names for the tier: no catalogue lists OpenAI's batch prices, but one of this week shows that half of GPT-4.1 is still 1/4. Without this,
 * the maker would be billed at twice its price beside a router's batch.
 */
export function keptByStandard<Sold extends AgedOffer>(offers: readonly Sold[], shareBps: TierShares): readonly Sold[] {
  const freshById = new Map(offers.filter(({ age }) => age === "fresh").map((offer) => [offer.id, offer]));
  const isKept = (offer: Sold) => {
    const standard = freshById.get(offerId(offer.model, { ...offer, tier: "standard" }));
    const bps = standard === undefined ? null : shareBps(offer.platform, offer.tier);
    return bps !== null && METERS.every((meter) => isShare(offer.prices[meter], standard?.prices[meter], bps));
  };
  return offers.map((offer) =>
    offer.tier !== "standard" && offer.age !== "fresh" && canBeKept(offer) && isKept(offer) ? { ...offer, age: "fresh" } : offer,
  );
}

const METERS = ["input", "output"] as const;

const canBeKept = ({ evidence, contradictedBy }: AgedOffer): boolean => evidence === "transcribed" && contradictedBy === null;

const isShare = (price: number | undefined, standard: number | undefined, bps: number): boolean =>
  price !== undefined && standard !== undefined && !differs(price, (standard * bps) / 10_000);
