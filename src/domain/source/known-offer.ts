import type { ListPrice } from "../offer/list-price.ts";
import type { Offer, SecondReading } from "../offer/offer.ts";
import { type EvidenceContext, type KnownPrice, knownPrice } from "./evidence.ts";

/** An offer with how its price is known. `evidence`, `age` and `via` are derived when the data is loaded, and never stored. */
export interface KnownOffer extends Offer, KnownPrice {
  /** Of a transcribed price: through whose reading of the page it came to us; null = the page itself. */
  readonly via: string | null;
}

export interface KnownOfferContext extends EvidenceContext {
  readonly listPrices: readonly ListPrice[];
  readonly secondsOf: (offerId: string) => readonly SecondReading[];
}

/**
 * Every offer with its evidence, once a build: `src/data/catalog.ts` calls it. GPT-5.6 Sol at OpenAI, whose page llm-kit read on 3 October
 * and pi-ai shows the same: `transcribed`, `fresh`, via "SergeevDmitry/llm-kit …".
 */
export function knownOffers(offers: readonly Offer[], context: KnownOfferContext): readonly KnownOffer[] {
  const rowsByCard = Map.groupBy(context.listPrices, (row) => cardKey(row, row.sourceUrl, row.observedOn));
  return offers.map((offer) => {
    const known = knownPrice(offer, context.secondsOf(offer.id), context);
    return { ...offer, ...known, via: known.evidence === "transcribed" ? viaOf(offer, known, rowsByCard) : null };
  });
}

/** A second reading does not keep its upstream id: page, day, tier and price find its row. */
function viaOf(offer: Offer, { restsOn }: KnownPrice, rowsByCard: ReadonlyMap<string, readonly ListPrice[]>): string | null {
  const rows = rowsByCard.get(cardKey(offer, restsOn.url, restsOn.readAt.slice(0, 10))) ?? [];
  const sameId = rows.find(({ upstreamId }) => upstreamId === offer.upstreamId);
  const samePrice = rows.find(({ prices }) => prices.input === offer.prices.input && prices.output === offer.prices.output);
  return (sameId ?? samePrice)?.via ?? null;
}

const cardKey = ({ platform, region, tier }: Pick<Offer, "platform" | "region" | "tier">, url: string, day: string): string =>
  [platform, region, tier, url, day].join(" ");
