import type { Offer, Tier } from "../../offer/offer.ts";
import { offerId } from "../../offer/offer-id.ts";
import type { KnownPrice } from "../evidence.ts";

type KnownCard = Offer & KnownPrice;

/** A platform's own share of its standard price for a tier, in basis points; null = it states none. */
export type TierShare = (platform: string, tier: Tier) => number | null;

/**
 * A batch or flex card past its budget is as fresh as the standard card that one person read on the same page on the same day, where a catalogue
 * still shows that one and the discount is what the platform states for the tier: catalogues list no maker’s batches, and half of a price that stands is
 * what it was. OpenAI's page of 3 October, 48 days of 45, says 0.2/1.2 and in batch 0.1/0.6; pi-ai shows 0.2/1.2 this week: both are fresh.
 */
export function keptWithStandard<Card extends KnownCard>(known: readonly Card[], shareBps: TierShare): readonly Card[] {
  const standards = new Map(known.filter(({ tier }) => tier === "standard").map((card) => [card.id, card]));
  return known.map((card) => {
    if (card.tier === "standard" || card.evidence !== "transcribed" || card.age !== "aging") return card;
    const standard = standards.get(offerId(card.model, { ...card, tier: "standard" }));
    const isKept = standard !== undefined && isOneReading(card, standard) && isStatedShare(card, standard, shareBps);
    return isKept ? { ...card, age: "fresh", confirmedBy: standard.confirmedBy } : card;
  });
}

const isOneReading = (card: KnownCard, standard: KnownCard): boolean =>
  standard.age === "fresh" &&
  standard.evidence === "transcribed" &&
  card.contradictedBy === null &&
  card.restsOn.url === standard.restsOn.url &&
  card.restsOn.readAt === standard.restsOn.readAt;

function isStatedShare({ platform, tier, prices }: KnownCard, standard: KnownCard, shareBps: TierShare): boolean {
  const share = shareBps(platform, tier);
  return (
    share !== null &&
    (["input", "output"] as const).every((meter) => {
      const [price, full] = [prices[meter], standard.prices[meter]];
      return price !== undefined && full !== undefined && price * 10_000 === full * share;
    })
  );
}
