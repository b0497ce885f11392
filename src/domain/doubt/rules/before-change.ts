import type { ListPrice } from "../../offer/list-price.ts";
import { isListSeller } from "../../offer/list-seller.ts";
import type { Tier } from "../../offer/offer.ts";
import type { Sellers } from "../../offer/seller.ts";
import type { Doubt } from "../doubt.ts";
import type { PricedRow } from "../priced-row.ts";

/** What is known of earlier lists, and of what a platform's other tiers cost. */
export interface ChangeContext {
  readonly asOf: string;
  readonly sellers: Sellers;
  readonly listPrices: readonly ListPrice[];
  /** A tier's share of a platform's standard price in basis points, by the platform's own word; null = it says none. */
  readonly tierShareBps: (platform: string, tier: Tier) => number | null;
}

/**
 * (d) A price that is not first-hand and equals what the maker asked before a dated change, where that is under today's list: a copy older than the
 * change. DeepSeek V4 Pro at Zenmux for 0.435/0.87 in September, DeepSeek's price until 16 August, where it charges 0.66/1.98 since. At the maker itself
 * another tier that stayed behind: flex at 2.5/15, half of 5/30, where half of today's list is 2/10.
 */
export function beforeChange(row: PricedRow, rows: readonly PricedRow[], context: ChangeContext): Doubt | null {
  if (row.isFirstHand) return null;
  const list = rows.find(({ offer, isFirstHand }) => isFirstHand && isPlainList(offer, context.sellers));
  if (list === undefined || list === row) return null;
  const share = shareOf(row, list, context);
  if (share === null) return null;
  const past = pastRowsOf(list, context).find(({ prices }) => equals(row, prices, share));
  if (past?.validTo == null || equals(row, list.offer.prices, share)) return null;
  const isMakersTier = row.offer.platform === list.offer.platform;
  if (!isMakersTier && !isUnder(past.prices, list.offer.prices)) return null;
  return { rule: "beforeChange", listOffer: list.offer.id, changedOn: past.validTo };
}

const isPlainList = (offer: PricedRow["offer"], sellers: Sellers): boolean =>
  isListSeller(sellers, offer.platform, offer.model) &&
  offer.host === null &&
  offer.tier === "standard" &&
  offer.region === null &&
  offer.variant === null;

/** 1 for another seller's standard tier; at the maker itself what it says of the tier. */
function shareOf({ offer }: PricedRow, list: PricedRow, { tierShareBps }: ChangeContext): number | null {
  if (offer.tier === "standard") return offer.platform === list.offer.platform ? null : 1;
  const bps = offer.platform === list.offer.platform ? tierShareBps(offer.platform, offer.tier) : null;
  return bps === null ? null : bps / 10_000;
}

const pastRowsOf = ({ offer }: PricedRow, { asOf, listPrices }: ChangeContext): readonly ListPrice[] =>
  listPrices.filter(
    ({ platform, upstreamId, region, tier, validTo }) =>
      platform === offer.platform &&
      upstreamId === offer.upstreamId &&
      region === null &&
      tier === "standard" &&
      validTo !== null &&
      validTo <= asOf,
  );

type Pair = Pick<ListPrice["prices"], "input" | "output">;

/** Input and output both are the share of the other's, but for rounding. */
function equals({ offer }: PricedRow, prices: Pair, share: number): boolean {
  const [a, b] = [offer.prices, prices];
  if (a.input === undefined || a.output === undefined || b.input === undefined || b.output === undefined) return false;
  return !isApart(a.input, b.input * share) && !isApart(a.output, b.output * share);
}

const isApart = (a: number, b: number): boolean => Math.abs(a - b) * 200 > Math.max(a, b);

/** Lower on one of both and higher on none. */
function isUnder(past: Pair, today: Pair): boolean {
  const steps = (["input", "output"] as const).map((meter) => (past[meter] ?? 0) - (today[meter] ?? 0));
  return steps.every((step) => step <= 0) && steps.some((step) => step < 0);
}
