import type { RankableOffer } from "../../domain/ranking/cheapest.ts";

/** An offer in the site's own files: what is usual is left out. */
export type StoredOffer = Pick<RankableOffer, "id" | "platform" | "prices"> & Partial<RankableOffer>;

const USUAL = {
  host: null,
  region: null,
  tier: "standard",
  quantization: null,
  variant: null,
  status: "current",
  contextTokens: null,
  maxOutputTokens: null,
  conditions: [],
  gaps: {},
  unitPrices: {},
  unreadMeters: [],
  evidence: "mirror",
  age: "fresh",
  doubts: [],
} as const satisfies Partial<RankableOffer>;

/** What a ranking needs to know of an offer where it is not as usual: a ranking takes no offer in doubt. */
export const RANKED_FACTS = [
  "host",
  "region",
  "tier",
  "quantization",
  "variant",
  "status",
  "contextTokens",
  "maxOutputTokens",
  "evidence",
  "age",
] as const satisfies readonly (keyof typeof USUAL)[];

/** An offer with its price card and, of these facts, those that are unusual: of a plain one `{ id, platform, prices }`. */
export function storedOffer(offer: RankableOffer, facts: readonly (keyof typeof USUAL)[]): StoredOffer {
  const { id, platform, prices, unitPrices, conditions, assumedTiers, assumedWindows } = offer;
  const { request } = unitPrices;
  const unusual = {
    ...pick(offer, facts),
    ...(request === undefined ? {} : { unitPrices: { request } }),
    ...(offer.priceEndsOn === undefined ? {} : { priceEndsOn: offer.priceEndsOn }),
    ...(offer.maxInputTokens === undefined ? {} : { maxInputTokens: offer.maxInputTokens }),
    ...(assumedTiers === undefined ? {} : { assumedTiers }),
    ...(assumedWindows === undefined ? {} : { assumedWindows }),
    ...(conditions.length === 0 ? {} : { conditions: conditions.map(({ source, note, ...card }) => card) }),
  };
  return { id, platform, prices, ...unusual };
}

/** What `storedOffer` wrote, as a month is computed from. */
export const readStored = (model: string, offer: StoredOffer): RankableOffer => ({ ...USUAL, model, ...offer });

/** Those of the keys under which an offer says something unusual. */
function pick(offer: RankableOffer, keys: readonly (keyof typeof USUAL)[]): Partial<RankableOffer> {
  return Object.fromEntries(
    keys.filter((key) => JSON.stringify(offer[key]) !== JSON.stringify(USUAL[key])).map((key) => [key, offer[key]]),
  );
}
