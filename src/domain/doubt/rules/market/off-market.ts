import { median } from "../../../money/median.ts";
import { isListSeller } from "../../../offer/list-seller.ts";
import type { Sellers } from "../../../offer/seller.ts";
import type { Doubt, SellerId } from "../../doubt.ts";
import { type PricedRow, sellerVotes } from "../../priced-row.ts";

/** Fewer other sellers are no market. */
export const MIN_MARKET_SELLERS = 3;
/** So many times under or over the median. */
export const MAX_MARKET_TIMES = 4;
/** Who charges this share of a price charges as much. */
const NEARLY = 0.9;

export interface MarketContext {
  readonly sellers: Sellers;
  /** Platforms whose high prices are known to be genuine: SambaNova, Cerebras. */
  readonly premiumHosts: ReadonlySet<string>;
}

/**
 * (a) Where no first-hand offer stands, a copied price under a quarter of, or over four times, the median of three other sellers or more.
 * Mistral Nemo at Helicone for $6,000 a month, where 17 others charge $16.50 in the middle.
 *
 * Upwards the cheapest first-hand offer is no comparison, since hosts differ by more than that: one catalogue's word alone is doubtful over four
 * times the median no matter who else sells, unless a platform itself charges as much, but for hosts known to be expensive, and for the maker, whose price is
 * the list.
 */
export function offMarket(
  row: PricedRow,
  rivals: readonly PricedRow[],
  routers: ReadonlySet<SellerId>,
  context: MarketContext,
): Doubt | null {
  const { offer, monthUsd, isFirstHand } = row;
  if (isFirstHand || monthUsd === null) return null;
  const others = sellerVotes(rivals, routers);
  if (others.length < MIN_MARKET_SELLERS) return null;
  const market = { monthUsd, medianUsd: median(others) ?? 0, sellers: others.length };
  const isAlone = !rivals.some((rival) => rival.isFirstHand && rival.monthUsd !== null);
  if (isAlone && monthUsd * MAX_MARKET_TIMES < market.medianUsd) return { rule: "underMarket", ...market };
  const isJudgedUpwards = offer.evidence === "reported" ? !isKnownDear(row, rivals, context) : isAlone;
  return isJudgedUpwards && monthUsd > market.medianUsd * MAX_MARKET_TIMES ? { rule: "overMarket", ...market } : null;
}

/** A host of that kind, the maker itself, or a price that another platform asks itself: in the month, or on the card. */
function isKnownDear({ offer, seller, monthUsd }: PricedRow, rivals: readonly PricedRow[], context: MarketContext): boolean {
  if (context.premiumHosts.has(seller) || isListSeller(context.sellers, offer.platform, offer.model)) return true;
  return rivals.some(
    (rival) =>
      rival.isFirstHand &&
      (isNearly(rival.monthUsd, monthUsd) || METERS.every((meter) => isNearly(rival.offer.prices[meter], offer.prices[meter]))),
  );
}

const METERS = ["input", "output"] as const;

/** At least nine tenths of the price in question. */
const isNearly = (price: number | null | undefined, judged: number | null | undefined): boolean =>
  typeof price === "number" && typeof judged === "number" && price >= judged * NEARLY;
