import type { Workload } from "../domain/workload.ts";
import { count, optionalShare, share, word } from "./field.ts";
import { ids, type Param, type Params, readState, writeState } from "./url-state.ts";

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

/** The published parameters: workload numbers are called what the calculator calls them. */
const PARAMS: Params<BestState> = {
  requests: count("requests", 1, 1_000_000_000),
  inputTokens: count("in", 0, 100_000_000),
  outputTokens: count("out", 0, 100_000_000),
  cachedShare: share("cached"),
  cacheWriteShare: share("written"),
  cacheWriteTtl: word("keep", ["5m", "1h"]),
  batchShare: share("batch"),
  peakShare: optionalShare("peak"),
  bar: barParam(),
  makers: ids("maker"),
  platforms: ids("platform"),
  sort: word("sort", BEST_SORTS),
};

export function defaultBestState(workload: Workload): BestState {
  const { requests, inputTokens, outputTokens, cachedShare, cacheWriteShare, cacheWriteTtl, batchShare, peakShare } = workload;
  const numbers = { requests, inputTokens, outputTokens, cachedShare, cacheWriteShare, cacheWriteTtl, batchShare, peakShare };
  return { ...numbers, bar: DEFAULT_BAR, makers: [], platforms: [], sort: "value" };
}

/** `"?out=900&bar=1450&platform=openrouter"`; shares that sum to more than the whole input are junk, so the defaults stand. */
export function readBestState(workload: Workload, search: string): BestState {
  const usual = defaultBestState(workload);
  const state = readState(PARAMS, usual, search);
  if (state.cachedShare + state.cacheWriteShare <= 1) return state;
  return { ...state, cachedShare: usual.cachedShare, cacheWriteShare: usual.cacheWriteShare };
}

/** The shortest query that reads back to the same state. */
export const writeBestState = (workload: Workload, state: BestState): string =>
  writeState(PARAMS, defaultBestState(workload), state);

/** What the controls say, by the names of the parameters. */
export const bestTexts = (state: BestState): ReadonlyMap<string, string> =>
  new Map(keys().map((key) => [PARAMS[key].name, textOf(PARAMS[key], state, key)]));

const keys = (): readonly (keyof BestState)[] => [
  "requests",
  "inputTokens",
  "outputTokens",
  "cachedShare",
  "cacheWriteShare",
  "cacheWriteTtl",
  "batchShare",
  "peakShare",
  "bar",
  "makers",
  "platforms",
  "sort",
];

const textOf = <Key extends keyof BestState>(param: Params<BestState>[Key], state: BestState, key: Key): string =>
  param.write(state[key]);

/** `frontier`, `best`, `mid`, `light`, or a number: `1450`, `1450.5`. */
function barParam(): Param<string> {
  const read = (text: string) => (/^(best|frontier|mid|light|\d{3,4}(\.\d)?)$/.test(text.trim()) ? text.trim() : undefined);
  return { name: "bar", read, write: (bar) => bar };
}
