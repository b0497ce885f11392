import { compareText } from "../money/compare-text.ts";
import { daysBetween } from "../money/days.ts";
import type { Offer } from "../offer/offer.ts";
import type { SellerNames } from "../offer/seller-names.ts";
import { fits } from "../ranking/eligibility.ts";
import { monthCost } from "./landed-cost.ts";
import type { Workload } from "./workload.ts";

/** What a buyer insists on. Empty and zero = anything goes. */
export interface RouteNeeds {
  readonly quantizations: readonly string[];
  readonly minContextTokens: number;
}

export const ANY_ROUTE: RouteNeeds = { quantizations: [], minContextTokens: 0 };

export interface Route {
  readonly offer: Offer & SellerNames;
  /** The month's tokens. The top-up fee is the same on every route, so it is left out. */
  readonly monthUsd: number;
}

/** The ways one router sells one model, for one workload. */
export interface Routes {
  /** The headline price: what the catalogue shows. */
  readonly listed: Route | null;
  /** `provider.sort: "price"`: the cheapest standard route. */
  readonly priceSorted: Route | null;
  /** `:floor`: flex routes compete as well (https://openrouter.ai/docs/guides/routing/model-variants/floor). */
  readonly floor: Route | null;
  /** What load balancing pays on average when hosts are drawn by 1 ÷ price², uptime aside. Null without hosts. */
  readonly balancedUsd: number | null;
  /** How many standard routes were compared. */
  readonly hosts: number;
  /**
   * What price sorting saves, in basis points; negative where the headline is below every route that meets the needs. Null also where the two
   * were read over two weeks apart: a price of August saves nothing against one of November.
   */
  readonly savingVsListedBps: number | null;
  readonly savingVsBalancedBps: number | null;
}

/**
 * The routes of a router's offers of one model. Offers without a host are its headline, those with one its routes; only current, paid
 * routes that fit the workload and the needs count. Hosts at 1, 2 and 4 dollars balance to (1+½+¼)/(1+¼+1/16) = $1.33.
 */
export function routesOf(offers: readonly (Offer & SellerNames)[], workload: Workload, needs: RouteNeeds): Routes {
  const current = offers.filter(({ status }) => status === "current");
  const headline = current.filter(({ host, tier }) => host === null && tier === "standard");
  const hosted = current.filter((offer) => offer.host !== null && meets(offer, workload, needs));
  const standard = pricedRoutes(
    hosted.filter(({ tier }) => tier === "standard"),
    workload,
  );
  const listed = pricedRoutes(headline, workload)[0] ?? null;
  const balancedUsd = balancedMean(standard.map(({ monthUsd }) => monthUsd));
  const priceSorted = standard[0] ?? null;
  return {
    listed,
    priceSorted,
    floor:
      pricedRoutes(
        hosted.filter(({ tier }) => tier === "standard" || tier === "flex"),
        workload,
      )[0] ?? null,
    balancedUsd,
    hosts: standard.length,
    savingVsListedBps: savingVsListed(priceSorted, listed),
    savingVsBalancedBps: savingBps(priceSorted?.monthUsd ?? null, balancedUsd),
  };
}

/** Prices of two days are held against each other up to so many days apart. */
const MOST_DAYS_APART = 14;

function savingVsListed(priceSorted: Route | null, listed: Route | null): number | null {
  if (priceSorted === null || listed === null) return null;
  const [from, to] = [priceSorted, listed].map(({ offer }) => offer.source.readAt.slice(0, 10));
  const isFar = Math.abs(daysBetween(from ?? "", to ?? "")) > MOST_DAYS_APART;
  return isFar ? null : savingBps(priceSorted.monthUsd, listed.monthUsd);
}

/** Σ p·p⁻² ÷ Σ p⁻² (https://openrouter.ai/docs/features/provider-routing): of $1 and $3 it is $1.20. Null of nothing; prices are positive. */
export function balancedMean(prices: readonly number[]): number | null {
  if (prices.length === 0) return null;
  const [numerator, denominator] = prices.reduce(([sum, weights], price) => [sum + 1 / price, weights + 1 / price ** 2], [0, 0]);
  return numerator === undefined || denominator === undefined ? null : numerator / denominator;
}

/** A cheaper price against a more expensive one, in basis points of the more expensive: 3 against 4 → 2500. */
export function savingBps(usd: number | null, insteadOfUsd: number | null): number | null {
  if (usd === null || insteadOfUsd === null || insteadOfUsd === 0) return null;
  return Math.round(((insteadOfUsd - usd) / insteadOfUsd) * 10_000);
}

function meets(offer: Offer, workload: Workload, { quantizations, minContextTokens }: RouteNeeds): boolean {
  const precise = quantizations.length === 0 || (offer.quantization !== null && quantizations.includes(offer.quantization));
  const long = minContextTokens === 0 || (offer.contextTokens !== null && offer.contextTokens >= minContextTokens);
  return precise && long && fits(offer, workload);
}

/** Cheapest first; a route that costs nothing is a promotion, not a price. */
function pricedRoutes(offers: readonly (Offer & SellerNames)[], workload: Workload): readonly Route[] {
  const routes = offers.flatMap((offer): readonly Route[] => {
    const month = monthCost(offer, workload, null);
    return month.kind === "priced" && month.usd > 0 ? [{ offer, monthUsd: month.usd }] : [];
  });
  return routes.sort((a, b) => a.monthUsd - b.monthUsd || compareText(a.offer.id, b.offer.id));
}
