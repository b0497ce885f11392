import type { ListPrice, UndatedPrice } from "../../offer/list-price.ts";
import type { Offer, SecondReading } from "../../offer/offer.ts";
import type { Platform } from "../../platform/platform.ts";
import { tierShares } from "../../platform/tier-share.ts";
import { dayOfPrice } from "../age-class.ts";
import { disagrees } from "../disagreement.ts";
import { type EvidenceContext, type KnownPrice, knownPrice } from "../evidence.ts";
import { keptByStandard } from "./kept-by-standard.ts";

/** An offer with how its price is known. `evidence`, `age` and `via` are derived when the data is loaded, and never stored. */
export interface KnownOffer extends Offer, KnownPrice {
  /** Of a transcribed price: through whose reading of the page it came to us; null = the page itself. */
  readonly via: string | null;
}

export interface KnownOfferContext extends EvidenceContext {
  readonly listPrices: readonly ListPrice[];
  readonly undatedPrices: readonly UndatedPrice[];
  readonly platforms: readonly Pick<Platform, "id" | "batch" | "tiers">[];
  readonly secondsOf: (offerId: string) => readonly SecondReading[];
}

/**
 * Every offer with its evidence, once a build: `src/data/catalog.ts` calls it. GPT-5.6 Sol at OpenAI, whose page llm-kit read on 3 October
 * and pi-ai shows the same: `transcribed`, `fresh`, via "SergeevDmitry/llm-kit …".
 */
export function knownOffers(offers: readonly Offer[], context: KnownOfferContext): readonly KnownOffer[] {
  const rowsByCard = Map.groupBy(context.listPrices, (row) => cardKey(row, row.sourceUrl, row.observedOn));
  const pricedOffers = offers.map((offer) => {
    const price = withUndated(offer, knownPrice(offer, context.secondsOf(offer.id), context), context.undatedPrices);
    return { ...offer, ...price, via: price.evidence === "transcribed" ? viaOf(offer, price, rowsByCard) : null };
  });
  const listedOn = new Map(pricedOffers.filter(isHeadline).map((offer) => [offer.model, dayOfPrice(offer)]));
  return keptByStandard(pricedOffers, tierShares(context.platforms, context.asOf)).map((offer) =>
    isBehindList(offer, listedOn) ? { ...offer, age: "aging" } : offer,
  );
}

/** One catalogue's word that a page without a day says too: two witnesses, of the catalogue's day. */
function withUndated(offer: Offer, price: KnownPrice, undated: readonly UndatedPrice[]): KnownPrice {
  if (price.evidence !== "reported" || offer.region !== null || offer.host !== null || offer.variant !== null) return price;
  const isPage = ({ platform, upstreamId, tier, confidence, prices }: UndatedPrice) =>
    platform === offer.platform &&
    upstreamId === offer.upstreamId &&
    tier === offer.tier &&
    confidence !== "low" &&
    !disagrees(prices, offer.prices, ["input", "output"]);
  return undated.some(isPage) ? { ...price, evidence: "corroborated" } : price;
}

/** OpenRouter's own price of a model, whichever host it goes to. */
const isHeadline = ({ platform, host, tier, variant }: Offer): boolean =>
  platform === "openrouter" && host === null && tier === "standard" && variant === null;

/**
 * A host of OpenRouter read before its newer list: hosts move within days, and the list moves with them (GLM 5.2 at one host for $59.86 a month on
 * 8 August, at none for less than 3.6 times that six days later).
 */
const isBehindList = ({ platform, host, model, age, ...offer }: KnownOffer, listedOn: ReadonlyMap<string, string>): boolean =>
  platform === "openrouter" && host !== null && age === "fresh" && dayOfPrice(offer) < (listedOn.get(model) ?? "");

/** A second reading does not keep its upstream id: page, day, tier and price find its row. */
function viaOf(offer: Offer, { restsOn }: KnownPrice, rowsByCard: ReadonlyMap<string, readonly ListPrice[]>): string | null {
  const rows = rowsByCard.get(cardKey(offer, restsOn.url, restsOn.readAt.slice(0, 10))) ?? [];
  const sameId = rows.find(({ upstreamId }) => upstreamId === offer.upstreamId);
  const samePrice = rows.find(({ prices }) => prices.input === offer.prices.input && prices.output === offer.prices.output);
  return (sameId ?? samePrice)?.via ?? null;
}

const cardKey = ({ platform, region, tier }: Pick<Offer, "platform" | "region" | "tier">, url: string, day: string): string =>
  [platform, region, tier, url, day].join(" ");
