import { type Ending, endingOfOffer } from "../../../src/domain/history/ending.ts";
import type { GoneOffer } from "../../../src/domain/offer/gone-offer.ts";
import type { Offer } from "../../../src/domain/offer/offer.ts";

interface Sold {
  readonly offers: readonly Offer[];
  readonly gone: readonly GoneOffer[];
}

/** What is sold, and the tombstones of what is not any more, each by offer id, on the day of the data. `platformOfHost` = the platform that a router's host is. */
export function withoutGone(
  offers: readonly Offer[],
  endings: readonly Ending[],
  platformOfHost: ReadonlyMap<string, string>,
  asOf: string,
): Sold {
  const judged = offers.map((offer) => ({
    offer,
    ending: endingOfOffer(offer, platformOfHost.get(offer.host ?? "") ?? null, endings, asOf),
  }));
  return {
    offers: judged.flatMap(({ offer, ending }) => (ending === null ? [offer] : [])),
    gone: judged.flatMap(({ offer, ending }) => (ending === null ? [] : [tombstone(offer, ending)])),
  };
}

function tombstone(offer: Offer, { why, goneOn, sourceUrl }: Ending): GoneOffer {
  const { id, model, platform, host, region, tier, quantization, variant, upstreamId } = offer;
  return { id, model, platform, host, region, tier, quantization, variant, upstreamId, why, goneOn, sourceUrl };
}
