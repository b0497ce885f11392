import { normaliseModelId } from "../../model/model-slug.ts";
import { type ListPrice, listPriceState } from "../../offer/list-price.ts";
import { isListSeller } from "../../offer/list-seller.ts";
import type { Offer } from "../../offer/offer.ts";
import { offerId } from "../../offer/offer-id.ts";
import type { Sellers } from "../../offer/seller.ts";
import type { TierShares } from "../../platform/tier-share.ts";
import type { Doubt } from "../doubt.ts";
import type { PricedRow } from "../priced-row.ts";

/** What is known of earlier lists, and of what a platform's other tiers cost. */
export interface ChangeContext {
  readonly asOf: string;
  readonly sellers: Sellers;
  readonly listPrices: readonly ListPrice[];
  readonly tierShareBps: TierShares;
}

/**
 * (d) A price that is not first-hand and equals what the maker asked before a dated change, where that is under today's list: a copy older than the
 * change. DeepSeek V4 Pro at Zenmux for 0.435/0.87 in September, DeepSeek's price until 16 August, where it charges 0.66/1.98 since. At the maker itself
 * another tier that stayed behind: flex at 2.5/15, half of 5/30, where half of today's list is 2/10. Of a version that the maker sells no more the list
 * is what it asks today for the name.
 */
export function beforeChange(row: PricedRow, rows: readonly PricedRow[], context: ChangeContext): Doubt | null {
  if (row.isFirstHand) return null;
  const sold = rows.find(({ offer, isFirstHand }) => isFirstHand && isPlainList(offer, context.sellers))?.offer;
  const list = sold ?? cardOfName(row.offer.model, context);
  if (list === null || list === row.offer) return null;
  const share = shareOf(row, list, context);
  if (share === null) return null;
  const past = pastRowsOf(list, context).find(({ prices }) => equals(row, prices, share));
  if (past?.validTo == null || equals(row, list.prices, share)) return null;
  const isMakersTier = row.offer.platform === list.platform;
  if (!isMakersTier && !isUnder(past.prices, list.prices)) return null;
  return { rule: "beforeChange", listOffer: list.id, changedOn: past.validTo };
}

type ListCard = Pick<Offer, "id" | "platform" | "upstreamId" | "prices">;

/**
 * What a maker asks today for a model's name that it answers with another version: DeepSeek's 0.66/1.98 for `deepseek-v4-pro`, which was V4 Pro 0423
 * until 13 August. Who still asks what the name cost before is behind, whichever version it means.
 */
function cardOfName(model: string, { asOf, listPrices, sellers }: ChangeContext): ListCard | null {
  const name = normaliseModelId(model);
  const row = listPrices.find(
    (each) =>
      each.model !== null &&
      listPriceState(each, asOf) === "current" &&
      each.tier === "standard" &&
      isListSeller(sellers, each.platform, model) &&
      normaliseModelId(each.upstreamId) === name,
  );
  if (row?.model == null) return null;
  const { platform, upstreamId, prices, region, tier, model: served } = row;
  return {
    id: offerId(served, { platform, host: null, region, tier, quantization: null, variant: null }),
    platform,
    upstreamId,
    prices,
  };
}

const isPlainList = (offer: PricedRow["offer"], sellers: Sellers): boolean =>
  isListSeller(sellers, offer.platform, offer.model) &&
  offer.host === null &&
  offer.tier === "standard" &&
  offer.region === null &&
  offer.variant === null;

/** 1 for another seller's standard tier; at the maker itself what it says of the tier. */
function shareOf({ offer }: PricedRow, list: ListCard, { tierShareBps }: ChangeContext): number | null {
  if (offer.tier === "standard") return offer.platform === list.platform ? null : 1;
  const bps = offer.platform === list.platform ? tierShareBps(offer.platform, offer.tier) : null;
  return bps === null ? null : bps / 10_000;
}

const pastRowsOf = (list: ListCard, { asOf, listPrices }: ChangeContext): readonly ListPrice[] =>
  listPrices.filter(
    ({ platform, upstreamId, region, tier, validTo }) =>
      platform === list.platform &&
      upstreamId === list.upstreamId &&
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
