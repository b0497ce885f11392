import { type CheapestMap, cheapestMap, costAt, type MapPoint, regionArea } from "../../../domain/cost/cheapest-map.ts";
import type { Workload } from "../../../domain/cost/workload.ts";
import type { Sellers } from "../../../domain/offer/seller.ts";
import type { RankOptions } from "../../../domain/ranking/cheapest.ts";
import { type CacheBreakEven, cacheBreakEven, type MixPlanes, mixPlanes } from "../../../domain/ranking/mix-planes.ts";
import type { AssessedOffer } from "../../../domain/source/assessed-offer.ts";
import { formatCount, formatPercent, formatUsd } from "../../../site/format.ts";
import { sellerText } from "../../../site/words/seller-label.ts";
import { plainTable, type TableView } from "../../../table/table-view.ts";

/** Where each seller is cheapest, ready to be drawn and described. */
export interface MixView {
  readonly mix: MixPlanes;
  readonly map: CheapestMap;
  /** What the map says, in one sentence. */
  readonly says: string;
  /** By offer id; of equal ones both, or the first in the ranking with how many others: `Anthropic and Amazon Bedrock`. */
  nameOf(id: string): string;
}

/** Null where there is no map: fewer than three platforms in the race, or a month that is not linear. */
export function mixView(
  offers: readonly AssessedOffer[],
  workload: Workload,
  sellers: Sellers,
  options: RankOptions,
): MixView | null {
  const mix = mixPlanes(offers, workload, sellers, options);
  if (mix === null) return null;
  const map = cheapestMap(mix.planes);
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  const nameOf = (id: string) => {
    const ids = map.regions.find((region) => region.ids.includes(id))?.ids ?? [id];
    const ranked = ids.length === 1 ? [...ids] : mix.planes.flatMap((plane) => (ids.includes(plane.id) ? [plane.id] : []));
    const [first = id, second, ...more] = ranked.map((each) => {
      const offer = byId.get(each);
      return offer === undefined ? each : sellerText(offer);
    });
    if (second === undefined) return first;
    return more.length === 0 ? `${first} and ${second}` : `${first} and ${ranked.length - 1} others`;
  };
  return { mix, map, says: saysOf(map, workload, nameOf), nameOf };
}

/** `At 2,000 input tokens a request OpenRouter is cheapest in 78 % of all mixes of cached input and output, Azure in 22 %.` */
function saysOf({ regions }: CheapestMap, { inputTokens }: Workload, nameOf: MixView["nameOf"]): string {
  const size = `At ${formatCount(inputTokens)} input tokens a request`;
  const [first, ...others] = regions.map(({ ids, corners }) => [nameOf(ids[0] ?? ""), regionArea(corners)] as const);
  if (first === undefined) return "";
  const is = regions[0]?.ids.length === 1 ? "is cheapest" : "are cheapest, at one price";
  if (others.length === 0) return `${size} ${first[0]} ${is}, whatever is cached and however long the output.`;
  const otherShares = others.slice(0, 3).map(([name, area]) => `${name} in ${areaText(area)}`);
  const more = others.length > 3 ? ` and ${others.length - 3} more in the rest` : "";
  return `${size} ${first[0]} ${is} in ${areaText(first[1])} of all mixes of cached input and output, ${otherShares.join(", ")}${more}.`;
}

/** `78 %`; what is not nothing is never 0 %, and what is not all never 100 %. */
function areaText(share: number): string {
  if (share > 0 && share < 0.005) return `under ${formatPercent(50)}`;
  return share > 0.995 && share < 1 ? `over ${formatPercent(9_950)}` : shareText(share);
}

const shareText = (share: number): string => formatPercent(Math.round(share * 10_000));

/** What a place of the map means: `45 % cached, 300 output tokens`. */
export function mapPlaceText({ mostCached, mostOutput }: MixPlanes, [x, y]: MapPoint): string {
  return `${formatPercent(Math.round(x * mostCached * 10_000))} cached, ${formatCount(y * mostOutput)} output tokens`;
}

/** The cheapest two at a place and their monthly costs; equal ones are one. */
export function cheapestMonthsText({ mix, nameOf }: MixView, point: MapPoint): string {
  const sorted = mix.planes.map((plane) => ({ id: plane.id, usd: costAt(plane, point) / 1e6 })).toSorted((a, b) => a.usd - b.usd);
  const months = new Set(sorted.map(({ id, usd }) => `${nameOf(id)} ${formatUsd(usd)}`));
  return `${mapPlaceText(mix, point)}: ${[...months].slice(0, 2).join(", ")} a month`;
}

/** Every border, from one end to the other. */
export const borderTable = ({ map, mix, nameOf }: MixView): TableView =>
  plainTable({ label: "Borders", caption: "Along a border both sides cost the same." }, BORDER_COLUMNS, [
    ...map.borders.map(({ sides, from, to }) => ({
      sides: `${nameOf(sides[0])} | ${nameOf(sides[1])}`,
      from: mapPlaceText(mix, from),
      to: mapPlaceText(mix, to),
    })),
  ]);

const BORDER_COLUMNS = [
  { id: "sides", label: "Between", kind: "prose", cell: ({ sides }: BorderLine) => ({ text: sides }) },
  { id: "from", label: "From", kind: "text", cell: ({ from }: BorderLine) => ({ text: from }) },
  { id: "to", label: "To", kind: "text", cell: ({ to }: BorderLine) => ({ text: to }) },
] as const;

interface BorderLine {
  readonly sides: string;
  readonly from: string;
  readonly to: string;
}

/** `Hostly is cheaper under 31 % cached, Acme above.` of two sellers at the workload's own output. */
export function breakEvenText({ mix }: MixView, a: string, b: string, nameOf: (id: string) => string): string {
  const [first, second] = [a, b].map((id) => mix.planes.find((plane) => plane.id === id));
  if (first === undefined || second === undefined || a === b) return "";
  return breakEvenSentence(cacheBreakEven(first, second, mix), nameOf);
}

function breakEvenSentence(breakEven: CacheBreakEven, nameOf: (id: string) => string): string {
  if (breakEven.kind === "at")
    return `${nameOf(breakEven.below)} is cheaper under ${shareText(breakEven.cachedShare)} cached, ${nameOf(breakEven.above)} above.`;
  return breakEven.cheaper === null
    ? "Both cost the same at any cache-hit rate."
    : `${nameOf(breakEven.cheaper)} is cheaper at any cache-hit rate.`;
}
