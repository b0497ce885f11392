import type { Need } from "../../../domain/model/need.ts";
import type { DataPromise } from "../../../domain/ranking/filter/data-promise.ts";
import type { RankingFilter } from "../../../domain/ranking/filter/ranking-filter.ts";
import { inRegion } from "../../../site/address/region-choice.ts";
import { formatCount, formatUsd } from "../../../site/format.ts";
import type { BestState } from "../best-state.ts";

/** What a reader may need of a model beside what the page is about, as the controls and sentences name it. */
export const NEED_FILTERS = {
  vision: "image input",
  tools: "tool calling",
  "long-context": "200,000 tokens of context",
  "open-weights": "open weights",
  coding: "coding, by a scale of its own",
} as const satisfies Record<Exclude<Need, "all">, string>;

/** What a seller must promise, as the control names it. */
export const PROMISE_LABELS = {
  any: "any",
  "no-training": "does not train on it",
  "zero-retention": "nor keeps it",
} as const satisfies Record<DataPromise, string>;

/** What of a state narrows the ranking. `bar`: the state's minimum quality as a number. */
export const filterOf = (state: BestState, bar: number): RankingFilter => ({
  needs: state.needs,
  makers: state.makers,
  platforms: state.platforms,
  region: state.region,
  dataPromise: state.dataPromise,
  mostUsdPerMonth: state.mostUsdPerMonth,
  leastQuality: state.below === "out" ? bar : null,
});

/** ` with image input and tool calling, in the EU, at no more than $50 a month`: what was filtered by, within a sentence; empty = nothing. `needs`: all that a model must meet. */
export function filterText(needs: readonly Need[], state: BestState, bar: number): string {
  const met = [...new Set(needs)].flatMap((need) => (need === "all" || need === "coding" ? [] : [NEED_FILTERS[need]]));
  const parts = [
    needs.includes("coding") ? " on code" : "",
    met.length === 0 ? "" : ` with ${list(met)}`,
    state.makers.length === 0 ? "" : " of the chosen makers",
    state.platforms.length === 0 ? "" : " at the chosen sellers",
    inRegion(state.region),
    PROMISED[state.dataPromise],
    state.mostUsdPerMonth === null ? "" : ` at no more than ${formatUsd(state.mostUsdPerMonth)} a month`,
    state.below === "out" ? ` from quality ${formatCount(bar)} up` : "",
  ].filter((part) => part !== "");
  return parts.join(",");
}

/** How a sentence says what the seller promises. */
const PROMISED = {
  any: "",
  "no-training": " where nothing is trained on",
  "zero-retention": " where nothing is kept or trained on",
} as const satisfies Record<DataPromise, string>;

/** `a`, `a and b`, `a, b and c` */
const list = (words: readonly string[]): string => new Intl.ListFormat("en-GB").format(words);
