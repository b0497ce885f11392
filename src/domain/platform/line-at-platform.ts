import type { MonthCost } from "../cost/landed-cost.ts";
import { lineMonth, type MixLine, requestShape } from "../cost/mix-line.ts";
import { makerOfId } from "../model/maker-of-id.ts";
import { compareText } from "../money/compare-text.ts";
import { microUsd } from "../money/micro-usd.ts";
import type { Offer } from "../offer/offer.ts";
import { atOwnPrice, type OwnPrice } from "../offer/own-price.ts";
import type { Sellers } from "../offer/seller.ts";
import { isDistrusted, olderBatchesBeside, pairBatchOffers, standardBeside, withOlderBatch } from "../ranking/cheapest.ts";
import { type CountedPrices, fits, type Ineligible, ineligible, type PriceTrust, withAging } from "../ranking/eligibility.ts";
import { listOffer } from "../reference/delta.ts";
import type { AssessedOffer } from "../source/assessed-offer.ts";
import type { SourceRef } from "../source/source-ref.ts";

/** What a bill needs to know of an offer. */
export type SoldOffer = Pick<
  Offer,
  | "id"
  | "model"
  | "platform"
  | "host"
  | "region"
  | "regionGroup"
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
  | "maxInputTokens"
  | "heldBecause"
> & {
  /** Null = it is on no list: the buyer alone has a price for it. */
  readonly source: SourceRef | null;
  /** The reading its price rests on; null like `source`. */
  readonly restsOn: SourceRef | null;
  /** Null where the platform itself answers. */
  readonly hostName: string | null;
} & PriceTrust &
  Pick<AssessedOffer, "confirmedBy" | "via">;

/** One line of a mix at one platform. */
export type LineAtPlatform =
  | {
      readonly kind: "priced";
      readonly offer: SoldOffer;
      readonly month: Extract<MonthCost, { kind: "priced" }>;
      /** Whose price: one that counts, the buyer's own in place of ours, or why it is billed and never called the cheapest. */
      readonly price: "read" | "own" | Uncounted;
      /** What the cheapest host costs when a request is pinned to it, where that is less than what the router offers by itself. */
      readonly pinned: { readonly offer: SoldOffer; readonly usd: number } | null;
    }
  /** Sold, but at no price: the reason nearest to one. */
  | { readonly kind: "excluded"; readonly offer: SoldOffer; readonly why: Ineligible }
  | { readonly kind: "notSold" };

/** A price that is billed, for lack of a better one at the platform, and wins nothing. */
export type Uncounted = "held" | Extract<Ineligible, "aging" | "unconfirmed" | "expired" | "doubtful">;

/** True where the line's month may win. */
export const countsLine = (line: LineAtPlatform): boolean =>
  line.kind === "priced" && (line.price === "read" || line.price === "own");

/** A line at every platform that sells its model or for which the buyer named a price, by platform id. */
export function lineAtPlatforms(
  line: MixLine,
  offers: readonly SoldOffer[],
  sellers: Sellers,
  counted: CountedPrices,
): ReadonlyMap<string, LineAtPlatform> {
  const judged = withAging(judgedOffers(line, offers, sellers, counted));
  const byPlatform = Map.groupBy(judged, ({ offer }) => offer.platform);
  const platforms = new Set([...byPlatform.keys(), ...line.ownPrices.keys()]);
  return new Map(
    [...platforms]
      .toSorted(compareText)
      .map((platform) => [platform, platformLine(line, platform, byPlatform.get(platform) ?? [])]),
  );
}

/** A line at the maker's own API, at the price we read. Null where there is none, it has no price for it, or a request does not fit. */
export function listLine(line: MixLine, offers: readonly SoldOffer[], sellers: Sellers): LineAtPlatform | null {
  const list = listOffer(offers, makerOfId(line.model), sellers);
  if (list === null || !fits(list, requestShape(line))) return null;
  const batchOffers = pairBatchOffers(offers, sellers, "confirmed");
  const billed = lineMonth(list, line, batchOffers.get(list.id) ?? null);
  const month = olderBatchesBeside(offers, sellers, batchOffers).has(list.id) ? withOlderBatch(billed) : billed;
  return month.kind === "priced" ? { kind: "priced", offer: list, month, price: "read", pinned: null } : null;
}

interface Judged {
  readonly offer: SoldOffer;
  readonly month: MonthCost;
  readonly ineligible: Ineligible | null;
  /** A guard keeps its last good reading, and nothing but that and its evidence keeps it from winning. */
  readonly isHeld: boolean;
}

function judgedOffers(line: MixLine, offers: readonly SoldOffer[], sellers: Sellers, counted: CountedPrices): readonly Judged[] {
  const batchOffers = pairBatchOffers(offers, sellers, counted);
  const [standardOffers, olderBatches] = [standardBeside(offers), olderBatchesBeside(offers, sellers, batchOffers)];
  const request = requestShape(line);
  return offers.map((offer): Judged => {
    const billed = lineMonth(offer, line, batchOffers.get(offer.id) ?? null, standardOffers.get(offer.id) ?? null);
    const month = olderBatches.has(offer.id) ? withOlderBatch(billed) : billed;
    const reason = ineligible({ offer, month }, request, sellers, counted);
    if (reason !== "notCurrent" || offer.status !== "held") return { offer, month, ineligible: reason, isHeld: false };
    const otherwise = ineligible({ offer: { ...offer, status: "current" }, month }, request, sellers, counted);
    return {
      offer,
      month,
      ineligible: otherwise ?? reason,
      isHeld: otherwise === null || isDistrusted({ ineligible: otherwise }),
    };
  });
}

/**
 * The platform's cheapest offer that counts, ties by id; one that is billed and wins nothing where no other counts. A router is billed at its
 * own offer, and at a named host only where it has none. The buyer's own price beats them all.
 */
function platformLine(line: MixLine, platform: string, judged: readonly Judged[]): LineAtPlatform {
  const ownPrice = line.ownPrices.get(platform);
  const offers = judged.map(({ offer }) => offer);
  if (ownPrice !== undefined) return ownLine(line, ownOffer(line.model, platform, offers, ownPrice));
  const [best] = judged.toSorted(byRank((offer) => Number(offer.host !== null)));
  if (best === undefined) return { kind: "notSold" };
  const { offer, month } = best;
  const rank = rankOf(best);
  if (!isBilled(rank)) return { kind: "excluded", offer, why: rank };
  if (month.kind !== "priced") return { kind: "excluded", offer, why: "unpriced" };
  return { kind: "priced", offer, month, price: rank === "eligible" ? "read" : rank, pinned: pinnedBelow(month.usd, judged) };
}

const byRank = (distance: (offer: SoldOffer) => number) => (a: Judged, b: Judged) =>
  RANKS.indexOf(rankOf(a)) - RANKS.indexOf(rankOf(b)) ||
  distance(a.offer) - distance(b.offer) ||
  ticksOf(a.month) - ticksOf(b.month) ||
  compareText(a.offer.id, b.offer.id);

function pinnedBelow(usd: number, judged: readonly Judged[]): { readonly offer: SoldOffer; readonly usd: number } | null {
  const [best] = judged.filter((each) => rankOf(each) === "eligible").toSorted(byRank(() => 0));
  if (best === undefined || best.month.kind !== "priced" || usd - best.month.usd < 0.005) return null;
  return { offer: best.offer, usd: best.month.usd };
}

const BILLED = ["eligible", "aging", "unconfirmed", "held", "expired", "doubtful"] as const;
/** From what is billed to what is furthest from it. */
const RANKS = [...BILLED, "doesNotFit", "unpriced", "notCurrent", "free", "otherTier", "ownKey", "conditional"] as const;
type Rank = (typeof RANKS)[number];

const isBilled = (rank: Rank): rank is (typeof BILLED)[number] => BILLED.some((billed) => billed === rank);
const rankOf = ({ ineligible: why, isHeld }: Judged): Rank => (isHeld ? "held" : (why ?? "eligible"));

const ticksOf = (month: MonthCost): number => (month.kind === "priced" ? microUsd(month.usd) : Number.MAX_VALUE);

/** A contract is not listed as a batch offer: what could wait is billed like the rest, and the bill says so. */
function ownLine(line: MixLine, offer: SoldOffer): LineAtPlatform {
  const month = lineMonth(offer, line, null);
  return month.kind === "priced"
    ? { kind: "priced", offer, month, price: "own", pinned: null }
    : { kind: "excluded", offer, why: "unpriced" };
}

/** The platform's plainest standard offer, or one made up where it lists none, at the buyer's price. */
function ownOffer(model: string, platform: string, offers: readonly SoldOffer[], ownPrice: OwnPrice): SoldOffer {
  const [plain] = offers.filter(({ tier }) => tier === "standard").toSorted((a, b) => compareText(a.id, b.id));
  return atOwnPrice(plain ?? unlisted(model, platform), ownPrice);
}

const unlisted = (model: string, platform: string): SoldOffer => ({
  id: `${model}@${platform}`,
  model,
  platform,
  host: null,
  region: null,
  regionGroup: null,
  tier: "standard",
  quantization: null,
  variant: null,
  hostName: null,
  prices: {},
  gaps: {},
  unitPrices: {},
  conditions: [],
  unreadMeters: [],
  status: "current",
  contextTokens: null,
  maxOutputTokens: null,
  heldBecause: null,
  evidence: "own",
  age: "fresh",
  doubts: [],
  source: null,
  restsOn: null,
  confirmedBy: null,
  via: null,
});
