import { type CostPlane, costAt, type MapPoint } from "../cost/cheapest-map.ts";
import type { Workload } from "../cost/workload.ts";
import { microUsd } from "../money/micro-usd.ts";
import type { Sellers } from "../offer/seller.ts";
import { landedOffers, type RankableOffer, type RankOptions, rankOffers } from "./cheapest.ts";

/** The months of a model's eligible offers as planes over the cached share and the output of a request, whose input keeps its length. */
export interface MixPlanes {
  /** x goes from nothing cached to `mostCached`, y from no output to `mostOutput`; in millionths of a dollar a month. */
  readonly planes: readonly CostPlane[];
  readonly mostCached: number;
  readonly mostOutput: number;
  /** The workload's own place. */
  readonly workloadPoint: MapPoint;
}

/** Fewer platforms than this are no map. */
const FEWEST_PLATFORMS = 3;

/**
 * A month is linear in both shares while the prompt keeps its length, so three corners say all; a fourth proves it. Output goes up to as many
 * tokens as the input has, or to the shortest output limit. Null with fewer than three eligible platforms, and where a month is not linear:
 * at a stated peak share the more expensive side may change.
 */
export function mixPlanes<Sold extends RankableOffer>(
  offers: readonly Sold[],
  workload: Workload,
  sellers: Sellers,
  options: RankOptions,
): MixPlanes | null {
  const eligible = rankOffers(offers, workload, sellers, options).filter(({ ineligible }) => ineligible === null);
  const limits = eligible.map(({ offer }) => offer.maxOutputTokens ?? Number.POSITIVE_INFINITY);
  const mostOutput = Math.min(workload.inputTokens, ...limits);
  const mostCached = 1 - workload.cacheWriteShare;
  if (new Set(eligible.map(({ offer }) => offer.platform)).size < FEWEST_PLATFORMS) return null;
  if (mostCached <= 0 || mostOutput <= 0 || workload.outputTokens > mostOutput || workload.cachedShare > mostCached) return null;
  const monthsAt = (cachedShare: number, outputTokens: number) => {
    const rows = landedOffers(offers, { ...workload, cachedShare, outputTokens }, sellers, options);
    return new Map(rows.map(({ offer, landed }) => [offer.id, landed === null ? Number.NaN : microUsd(landed.upperUsd)]));
  };
  const corners = [monthsAt(0, 0), monthsAt(mostCached, 0), monthsAt(0, mostOutput), monthsAt(mostCached, mostOutput)];
  const planes = eligible.map(({ offer: { id } }) =>
    planeOf(
      id,
      corners.map((months) => months.get(id) ?? Number.NaN),
    ),
  );
  if (planes.includes(null)) return null;
  return {
    planes: planes.filter((plane) => plane !== null),
    mostCached,
    mostOutput,
    workloadPoint: [workload.cachedShare / mostCached, workload.outputTokens / mostOutput],
  };
}

/** Months are whole millionths of a dollar: four of them may be apart by rounding. */
const ROUNDING = 3;

function planeOf(id: string, [none = 0, cached = 0, output = 0, cachedAndOutput = 0]: readonly number[]): CostPlane | null {
  const plane = { id, atOrigin: none, perX: cached - none, perY: output - none };
  return Math.abs(costAt(plane, [1, 1]) - cachedAndOutput) <= ROUNDING ? plane : null;
}

/** Where two sellers cost the same as the share of cached input grows, and who is cheaper below and above; in shares of the input. */
export type CacheBreakEven =
  | { readonly kind: "always"; readonly cheaper: string | null }
  | { readonly kind: "at"; readonly cachedShare: number; readonly below: string; readonly above: string };

/**
 * The break-even cache-hit rate of two sellers at the workload's own output: a host with near-free input and no cache price wins below it, the
 * maker above. `cheaper: null` = they cost the same at any rate.
 */
export function cacheBreakEven(a: CostPlane, b: CostPlane, { workloadPoint, mostCached }: MixPlanes): CacheBreakEven {
  const at = (x: number) => costAt(a, [x, workloadPoint[1]]) - costAt(b, [x, workloadPoint[1]]);
  const [none, all] = [at(0), at(1)];
  if (none === 0 && all === 0) return { kind: "always", cheaper: null };
  if (none * all >= 0) return { kind: "always", cheaper: none + all < 0 ? a.id : b.id };
  const [below, above] = none < 0 ? [a.id, b.id] : [b.id, a.id];
  return { kind: "at", cachedShare: (none / (none - all)) * mostCached, below, above };
}
