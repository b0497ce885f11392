import type { MonthCost } from "../cost/landed-cost.ts";
import { lineMonth, type MixLine, requestShape } from "../cost/mix-line.ts";
import { makerOfId } from "../model/maker-of-id.ts";
import { compareText } from "../money/compare-text.ts";
import { microUsd } from "../money/micro-usd.ts";
import type { Offer } from "../offer/offer.ts";
import { atOwnPrice, type OwnPrice } from "../offer/own-price.ts";
import type { Sellers } from "../offer/seller.ts";
import { pairBatchOffers, standardBeside } from "../ranking/cheapest.ts";
import { type Ineligible, ineligible } from "../ranking/eligibility.ts";
import { listOffer } from "../reference/delta.ts";
import type { SourceRef } from "../source/reading.ts";

/** What a bill needs to know of an offer. */
export type SoldOffer = Pick<
  Offer,
  | "id"
  | "model"
  | "platform"
  | "host"
  | "region"
  | "tier"
  | "quantization"
  | "variant"
  | "prices"
  | "gaps"
  | "unitPrices"
  | "conditions"
  | "unreadMeters"
  | "status"
  | "contextTokens"
  | "maxOutputTokens"
  | "heldBecause"
> & {
  /** Null = it is on no list: the buyer alone has a price for it. */
  readonly source: SourceRef | null;
};

/** One line of a mix at one platform. */
export type PlatformLine =
  | {
      readonly kind: "priced";
      readonly offer: SoldOffer;
      readonly month: Extract<MonthCost, { kind: "priced" }>;
      /** Whose price: as it is read today, the last good reading of what is held, or the buyer's own in place of ours. */
      readonly price: "read" | "held" | "own";
      /** What the cheapest host costs when a request is pinned to it, where that is less than what the router offers by itself. */
      readonly pinned: { readonly offer: SoldOffer; readonly usd: number } | null;
    }
  /** Sold, but at no price: the reason nearest to one. */
  | { readonly kind: "excluded"; readonly offer: SoldOffer; readonly why: Ineligible }
  | { readonly kind: "notSold" };

/** A line at every platform that sells its model or for which the buyer named a price, by platform id. */
export function platformLines(line: MixLine, offers: readonly SoldOffer[], sellers: Sellers): ReadonlyMap<string, PlatformLine> {
  const byPlatform = Map.groupBy(offers, ({ platform }) => platform);
  const platforms = new Set([...byPlatform.keys(), ...line.ownPrices.keys()]);
  return new Map(
    [...platforms]
      .toSorted(compareText)
      .map((platform) => [platform, platformLine(line, platform, byPlatform.get(platform) ?? [], sellers)]),
  );
}

/** A line at the maker's own API, at the price we read. Null where there is none or it has no price for it. */
export function listLine(line: MixLine, offers: readonly SoldOffer[], sellers: Sellers): PlatformLine | null {
  const list = listOffer(offers, makerOfId(line.model), sellers);
  if (list === null) return null;
  const month = lineMonth(list, line, pairBatchOffers(offers, sellers).get(list.id) ?? null);
  return month.kind === "priced" ? { kind: "priced", offer: list, month, price: "read", pinned: null } : null;
}

/**
 * The platform's cheapest offer that counts, ties by id; one that is held where no other counts. A router is billed at its own offer, and at
 * a named host only where it has none. The buyer's own price beats them all.
 */
function platformLine(line: MixLine, platform: string, offers: readonly SoldOffer[], sellers: Sellers): PlatformLine {
  const own = line.ownPrices.get(platform);
  if (own !== undefined) return ownLine(line, ownOffer(line.model, platform, offers, own));
  const batchOffers = pairBatchOffers(offers, sellers);
  const standardOffers = standardBeside(offers);
  const judged = offers.map((offer): Judged => {
    const month = lineMonth(offer, line, batchOffers.get(offer.id) ?? null, standardOffers.get(offer.id) ?? null);
    return { offer, month, rank: rankOf(offer, month, line, sellers) };
  });
  const [best] = judged.toSorted(byRank((offer) => Number(offer.host !== null)));
  if (best === undefined) return { kind: "notSold" };
  const { offer, month, rank } = best;
  if (rank !== "eligible" && rank !== "held") return { kind: "excluded", offer, why: rank };
  if (month.kind !== "priced") return { kind: "excluded", offer, why: "unpriced" };
  return { kind: "priced", offer, month, price: rank === "held" ? "held" : "read", pinned: pinnedBelow(month.usd, judged) };
}

interface Judged {
  readonly offer: SoldOffer;
  readonly month: MonthCost;
  readonly rank: (typeof RANKS)[number];
}

const byRank = (distance: (offer: SoldOffer) => number) => (a: Judged, b: Judged) =>
  RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank) ||
  distance(a.offer) - distance(b.offer) ||
  ticksOf(a.month) - ticksOf(b.month) ||
  compareText(a.offer.id, b.offer.id);

function pinnedBelow(usd: number, judged: readonly Judged[]): { readonly offer: SoldOffer; readonly usd: number } | null {
  const [best] = judged.filter(({ rank }) => rank === "eligible").toSorted(byRank(() => 0));
  if (best === undefined || best.month.kind !== "priced" || usd - best.month.usd < 0.005) return null;
  return { offer: best.offer, usd: best.month.usd };
}

/** From what is billed to what is furthest from it. */
const RANKS = ["eligible", "held", "doesNotFit", "unpriced", "notCurrent", "free", "otherTier", "ownKey", "conditional"] as const;

/** Held = it would be eligible, had it been read lately. */
function rankOf(offer: SoldOffer, month: MonthCost, line: MixLine, sellers: Sellers): (typeof RANKS)[number] {
  const reason = ineligible(offer, month, requestShape(line), sellers);
  if (reason !== "notCurrent" || offer.status !== "held") return reason ?? "eligible";
  return ineligible({ ...offer, status: "current" }, month, requestShape(line), sellers) ?? "held";
}

const ticksOf = (month: MonthCost): number => (month.kind === "priced" ? microUsd(month.usd) : Number.MAX_VALUE);

/** A contract is not listed as a batch offer: what could wait is billed like the rest, and the bill says so. */
function ownLine(line: MixLine, offer: SoldOffer): PlatformLine {
  const month = lineMonth(offer, line, null);
  return month.kind === "priced"
    ? { kind: "priced", offer, month, price: "own", pinned: null }
    : { kind: "excluded", offer, why: "unpriced" };
}

/** The platform's plainest standard offer, or one made up where it lists none, at the buyer's price. */
function ownOffer(model: string, platform: string, offers: readonly SoldOffer[], own: OwnPrice): SoldOffer {
  const [plain] = offers.filter(({ tier }) => tier === "standard").toSorted((a, b) => compareText(a.id, b.id));
  return atOwnPrice(plain ?? unlisted(model, platform), own);
}

const unlisted = (model: string, platform: string): SoldOffer => ({
  id: `${model}@${platform}`,
  model,
  platform,
  host: null,
  region: null,
  tier: "standard",
  quantization: null,
  variant: null,
  prices: {},
  gaps: {},
  unitPrices: {},
  conditions: [],
  unreadMeters: [],
  status: "current",
  contextTokens: null,
  maxOutputTokens: null,
  heldBecause: null,
  source: null,
});
