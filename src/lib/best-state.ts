import type { Workload } from "../domain/workload.ts";

/** What the main table is in the order of; the rank stays the rank. */
export const BEST_SORTS = ["value", "month", "quality"] as const;
export type BestSort = (typeof BEST_SORTS)[number];

/** What a reader asks of a ranking page: it stands in the URL. The workload and the need stand in the path. */
export interface BestState extends Omit<Workload, "cacheWriteTtl"> {
  readonly cacheWriteTtl: "5m" | "1h";
  /** A quality on LMArena's scale, or the name of one. */
  readonly bar: string;
  /** Only these; none = all. */
  readonly makers: readonly string[];
  /** Bought only there; none = anywhere. */
  readonly platforms: readonly string[];
  readonly sort: BestSort;
}

/** The bar of a plain URL. */
export const DEFAULT_BAR = "frontier";

export function defaultBestState(workload: Workload): BestState {
  const { requests, inputTokens, outputTokens, cachedShare, cacheWriteShare, cacheWriteTtl, batchShare, peakShare } = workload;
  const numbers = { requests, inputTokens, outputTokens, cachedShare, cacheWriteShare, cacheWriteTtl, batchShare, peakShare };
  return { ...numbers, bar: DEFAULT_BAR, makers: [], platforms: [], sort: "value" };
}
