import { type CostedOffer, monthCost } from "../cost/landed-cost.ts";
import type { Workload } from "../cost/workload.ts";
import { median } from "../money/median.ts";
import type { Offer } from "../offer/offer.ts";
import type { Sellers } from "../offer/seller.ts";
import { whoRuns } from "../reference/who-runs.ts";
import type { AssessedOffer } from "../source/assessed-offer.ts";
import type { KnownPrice } from "../source/evidence.ts";
import { isFirstHand } from "../source/evidence-class.ts";
import type { Doubt, SellerId } from "./doubt.ts";

/** What the rules read of an offer. */
export type DoubtableOffer = CostedOffer &
  Pick<
    Offer,
    | "id"
    | "upstreamId"
    | "platform"
    | "host"
    | "region"
    | "tier"
    | "quantization"
    | "variant"
    | "status"
    | "discountBps"
    | "source"
    | "note"
  > &
  Pick<KnownPrice, "evidence" | "age" | "contradictedBy"> &
  Pick<AssessedOffer, "billed">;

/** An offer as the rules see it. */
export interface PricedRow {
  readonly offer: DoubtableOffer;
  /** The preset `chat`, before fees; null = it has no price for it, or is free. */
  readonly monthUsd: number | null;
  /** The same without a cache: what two cards are compared by of which one names no cached input. */
  readonly uncachedUsd: number | null;
  /** Whose price it is, no matter who takes the money: one vote each. */
  readonly seller: SellerId;
  readonly isFirstHand: boolean;
}

export interface RowContext {
  /** The preset `chat`. */
  readonly chat: Workload;
  readonly sellers: Sellers;
}

/** The offers that say a price, each with its month. What is free, or withdrawn, says none. */
export function pricedRows(offers: readonly DoubtableOffer[], { chat, sellers }: RowContext): readonly PricedRow[] {
  return offers
    .filter(({ status, tier }) => status !== "retired" && tier !== "free")
    .map((offer) => ({
      offer,
      monthUsd: monthOf(offer, chat),
      uncachedUsd: monthOf(offer, { ...chat, cachedShare: 0 }),
      seller: whoRuns(offer, sellers),
      isFirstHand: isFirstHand(offer.evidence) || isListOfTheDay(offer),
    }));
}

/**
 * OpenRouter's own list: *as of* is the day of its newest reading, "its own, or a mirror of it", so that the mirror stands in for
 * our reading. As a mirror like any other it would be doubtful wherever OpenRouter is under half of the hosts read in other weeks.
 */
const isListOfTheDay = ({ platform, host, evidence }: DoubtableOffer): boolean =>
  platform === "openrouter" && host === null && evidence === "mirror";

function monthOf(offer: DoubtableOffer, chat: Workload): number | null {
  const month = monthCost(offer, chat, null);
  return month.kind === "priced" && month.usd > 0 ? month.usd : null;
}

/** Two months that compare: a card that names no cached input bills it as input, and would look expensive beside one that does. */
export interface MonthPair {
  readonly ownUsd: number;
  readonly theirUsd: number;
}

/** Null where either has no price. 2/6 beside 2/6 with cached input at 0.2 → 700 and 700, not 700 and 520. */
export function monthPair(row: PricedRow, other: PricedRow): MonthPair | null {
  const isCached = row.offer.prices.cacheRead !== undefined && other.offer.prices.cacheRead !== undefined;
  const month = isCached ? "monthUsd" : "uncachedUsd";
  const ownUsd = row[month];
  const theirUsd = other[month];
  return ownUsd === null || theirUsd === null ? null : { ownUsd, theirUsd };
}

/** A doubt about one offer beside another, with both months as pages print them. */
export function doubtBeside(rule: "underFirstHand" | "underList", row: PricedRow, other: PricedRow): Doubt | null {
  if (row.monthUsd === null || other.monthUsd === null) return null;
  return { rule, monthUsd: row.monthUsd, otherMonthUsd: other.monthUsd, otherOffer: other.offer.id };
}

/** The same tier at other sellers: batch is never held against standard, nor a host against itself behind a router. */
export const rivalsOf = (row: PricedRow, rows: readonly PricedRow[]): readonly PricedRow[] =>
  rows.filter((other) => other.seller !== row.seller && other.offer.tier === row.offer.tier);

/** The platforms that pass requests on to hosts which are known, among all rows of a model. */
export const routersIn = (rows: readonly PricedRow[]): ReadonlySet<SellerId> =>
  new Set(rows.flatMap(({ offer: { host, platform } }) => (host === null ? [] : [platform])));

/**
 * One figure a seller: the median of its offers among the rivals of a row. A router's headline is the price of one of its hosts, which vote
 * themselves where they are known.
 */
export function sellerVotes(rivals: readonly PricedRow[], routers: ReadonlySet<SellerId>): readonly number[] {
  const priced = rivals.flatMap(({ seller, monthUsd }) =>
    monthUsd === null || routers.has(seller) ? [] : [{ seller, monthUsd }],
  );
  const bySeller = Map.groupBy(priced, ({ seller }) => seller);
  return [...bySeller.values()].map((months) => median(months.map(({ monthUsd }) => monthUsd)) ?? 0);
}
