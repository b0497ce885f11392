import { microUsd } from "../money/micro-usd.ts";
import { cheapestOf, type RankedOffer } from "../ranking/cheapest.ts";
import type { Workload } from "./workload.ts";

/** The blend most price tables rank by, three input tokens to one output token: a million tokens, so its month is the blended price. */
export const BLEND_3_TO_1 = {
  requests: 250,
  inputTokens: 3_000,
  outputTokens: 1_000,
  cachedShare: 0,
  cacheWriteShare: 0,
  cacheWriteTtl: "5m",
  batchShare: 0,
  peakShare: null,
} as const satisfies Workload;

export type Regret =
  | {
      readonly kind: "measured";
      readonly blendWinner: string;
      readonly workloadWinner: string;
      readonly extraUsd: number;
      /** Extra cost over the workload's winner: 2500 = a quarter more. Zero when the blend chose right. */
      readonly extraBps: number;
    }
  /** The blend's winner cannot serve the workload at all. */
  | { readonly kind: "cannotServe"; readonly blendWinner: string; readonly workloadWinner: string }
  /** Fewer than two offers are eligible. */
  | { readonly kind: "noChoice" };

/**
 * What it costs a month to buy from the seller that a 3:1 blend calls cheapest, against the one that is cheapest for this workload: from the
 * ranking for the blend and the one for the workload. An offer at 1/10 wins the blend over one at 2/8 ($3.25 to $3.50); for output alone it
 * costs 25 % more.
 */
export function regretBetween(blend: readonly RankedOffer[], ranked: readonly RankedOffer[]): Regret {
  const [chosen, best] = [cheapestOf(blend), cheapestOf(ranked)];
  if (chosen === null || best === null || best.landed === null || countOf(blend) < 2) return { kind: "noChoice" };
  const names = { blendWinner: chosen.offer.id, workloadWinner: best.offer.id };
  const paid = ranked.find(({ offer, ineligible }) => offer.id === chosen.offer.id && ineligible === null)?.landed ?? null;
  if (paid === null) return { kind: "cannotServe", ...names };
  const extraUsd = (microUsd(paid.upperUsd) - microUsd(best.landed.upperUsd)) / 1e6;
  return {
    kind: "measured",
    ...names,
    extraUsd,
    extraBps: extraUsd === 0 ? 0 : Math.round((extraUsd / best.landed.upperUsd) * 10_000),
  };
}

const countOf = (ranked: readonly RankedOffer[]): number => ranked.filter(({ ineligible }) => ineligible === null).length;
