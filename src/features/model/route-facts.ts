import { ANY_ROUTE, type Route, type RouteNeeds, type Routes, routesOf } from "../../domain/cost/routing.ts";
import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import type { AssessedOffer } from "../../domain/source/assessed-offer.ts";
import { formatDelta, formatPlural, formatShortDay, formatTokens, formatUsd } from "../../site/format.ts";
import { nameInSentence } from "../../site/words/month-meaning.ts";

/** The ways a router sells a model, in words: what choosing one saves, and the months of the routes worth naming. */
export interface RouteFacts {
  readonly says: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
}

/** Fewer routes than this are no choice. */
const FEWEST_ROUTES = 2;
/** From the most precise down; what a host does not state is not among them. */
const PRECISIONS = ["bf16", "fp16", "fp8", "int8", "mxfp8", "fp4", "nvfp4", "mxfp4", "int4"];

/** OpenRouter's routes of one model, of all its offers. Months are a workload's tokens: the top-up fee is the same on every route. */
export function routeFacts(offers: readonly AssessedOffer[], workload: WorkloadPreset): RouteFacts | null {
  const openrouterOffers = offers.filter(({ platform }) => platform === "openrouter");
  const routes = routesOf(openrouterOffers, workload, ANY_ROUTE);
  const { listed, floor, balancedUsd, hosts, savingVsListedBps } = routes;
  const isOlder = listed !== null && savingVsListedBps === null;
  if (floor === null || balancedUsd === null || hosts < FEWEST_ROUTES) return null;
  const needs = (wanted: Partial<RouteNeeds>) => routesOf(openrouterOffers, workload, { ...ANY_ROUTE, ...wanted }).priceSorted;
  const longest = Math.max(...openrouterOffers.map(({ host, contextTokens }) => (host === null ? 0 : (contextTokens ?? 0))));
  const precise = PRECISIONS.find((word) =>
    openrouterOffers.some(({ host, quantization }) => host !== null && quantization === word),
  );
  return {
    says: `${formatPlural(hosts, "route")}, read ${formatShortDay(floor.offer.source.readAt)}; months as for ${nameInSentence(workload.name)}, before fees. ${savingText(routes)}`,
    facts: [
      ...(listed === null
        ? []
        : [[`Listed, ${formatShortDay(listed.offer.source.readAt)}`, formatUsd(listed.monthUsd)] as const]),
      [isOlder ? "Cheapest when last read, :floor" : "Cheapest, :floor", routeText(floor)],
      ...otherRoute(precise === undefined ? null : needs({ quantizations: [precise] }), floor, `At ${precise}`),
      ...otherRoute(needs({ minContextTokens: longest }), floor, `At ${formatTokens(longest)} context`),
      ["Mean, load balanced", formatUsd(balancedUsd)],
    ],
  };
}

/** `Sorting by price saves 36 % against the load-balanced mean, and 12 % against the listed price.` */
function savingText({ savingVsBalancedBps, savingVsListedBps }: Routes): string {
  const mean = `Sorting by price ${saves(savingVsBalancedBps ?? 0)} the load-balanced mean`;
  return savingVsListedBps === null ? `${mean}.` : `${mean} and ${saves(savingVsListedBps)} the listed price.`;
}

function saves(bps: number): string {
  if (bps === 0) return "saves nothing against";
  return bps > 0 ? `saves ${unsigned(bps)} against` : `costs ${unsigned(bps)} more than`;
}

const unsigned = (bps: number): string => formatDelta(Math.abs(bps)).slice(1);

/** A route that is worth a line of its own, because the cheapest of all is another. */
function otherRoute(route: Route | null, floor: Route, label: string): readonly (readonly [string, string])[] {
  return route === null || route.offer.id === floor.offer.id ? [] : [[label, routeText(route)]];
}

function routeText({ offer, monthUsd }: Route): string {
  const differs = [offer.tier === "standard" ? null : offer.tier, offer.quantization].filter((part) => part !== null);
  return `${formatUsd(monthUsd)} ${offer.hostName ?? offer.platformName}${differs.length === 0 ? "" : ` (${differs.join(", ")})`}`;
}
