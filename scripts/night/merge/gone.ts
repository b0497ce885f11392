import { type Ending, endingOfOffer } from "../../../src/domain/history/ending.ts";
import type { GoneOffer } from "../../../src/domain/offer/gone-offer.ts";
import type { Offer } from "../../../src/domain/offer/offer.ts";
import { nobodyBehind, type SoldWorld } from "./nobody-behind.ts";

interface Sold {
  readonly offers: readonly Offer[];
  readonly gone: readonly GoneOffer[];
}

/** What ends offers, beside what was announced. */
interface EndingWorld extends SoldWorld {
  /** The platform that a router's host is. */
  readonly platformOfHost: ReadonlyMap<string, string>;
  /** The day of the data. */
  readonly asOf: string;
}

/** What is sold, and the tombstones of what is not any more, each by offer id, on the day of the data. */
export function withoutGone(offers: readonly Offer[], endings: readonly Ending[], world: EndingWorld): Sold {
  const { platformOfHost, asOf } = world;
  const announced = offers.map((offer) => ({
    offer,
    ending: endingOfOffer(offer, platformOfHost.get(offer.host ?? "") ?? null, endings, asOf),
  }));
  const left = announced.flatMap(({ offer, ending }) => (ending === null ? [offer] : []));
  const leftBehind = nobodyBehind(left, endings, world);
  const judged = announced.map(({ offer, ending }) => ({ offer, ending: ending ?? leftBehind.get(offer.id) ?? null }));
  return {
    offers: judged.flatMap(({ offer, ending }) => (ending === null ? [offer] : [])),
    gone: judged.flatMap(({ offer, ending }) => (ending === null ? [] : [tombstone(offer, ending)])),
  };
}

function tombstone(offer: Offer, { why, goneOn, sourceUrl }: Ending): GoneOffer {
  const { id, model, platform, host, region, tier, quantization, variant, upstreamId } = offer;
  return { id, model, platform, host, region, tier, quantization, variant, upstreamId, why, goneOn, sourceUrl };
}
