import { isListSeller } from "../../offer/list-seller.ts";
import type { Sellers } from "../../offer/seller.ts";
import type { Doubt } from "../doubt.ts";
import type { DoubtableOffer, PricedRow } from "../priced-row.ts";

/** A home price over this share of the international one is no other price. */
const MAX_SHARE = 0.8;
/** Copies round to whole cents: 0.12/0.29 is 0.115/0.287. */
const HALF_CENT = 5_000;
const TOLERANCE = 0.015;

/**
 * A copied price that is the maker's price in its home market, asked outside it: Qwen Plus at Merge Gateway for 0.115/0.287, Alibaba's price in
 * Beijing (`alibaba-cn`), where Alibaba charges 0.40/1.20 elsewhere. Copied from the wrong list, or out of reach for anyone who buys there.
 */
export function homeMarketPrice(row: PricedRow, rivals: readonly PricedRow[], sellers: Sellers): Doubt | null {
  if (row.isFirstHand) return null;
  const list = rivals.find(({ offer }) => isListSeller(sellers, offer.platform, offer.model));
  const home = rivals.find(({ offer }) => list !== undefined && offer.platform === `${list.offer.platform}-cn`);
  if (list === undefined || home === undefined || !isWellUnder(home.offer, list.offer)) return null;
  return isSame(row.offer, home.offer) ? { rule: "homeMarketPrice", homeOffer: home.offer.id, listOffer: list.offer.id } : null;
}

const isSame = (a: DoubtableOffer, b: DoubtableOffer): boolean =>
  onBoth(a, b, (x, y) => Math.abs(x - y) <= Math.max(HALF_CENT, TOLERANCE * Math.max(x, y)));

const isWellUnder = (home: DoubtableOffer, list: DoubtableOffer): boolean => onBoth(home, list, (x, y) => x < y * MAX_SHARE);

function onBoth(a: DoubtableOffer, b: DoubtableOffer, holds: (x: number, y: number) => boolean): boolean {
  return (["input", "output"] as const).every((meter) => {
    const [x, y] = [a.prices[meter], b.prices[meter]];
    return x !== undefined && y !== undefined && holds(x, y);
  });
}
