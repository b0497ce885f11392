import { lowerMedian } from "../money/median.ts";
import type { MeasuredCost } from "./measured-cost.ts";
import type { Quality } from "./quality.ts";

/** Under this share of the median a model's thinking was not counted among its tokens. */
const LEAST_RATIO = 0.2;

/** What a model was measured at: the run that its score is of, so that no effort's tokens go with another's score. */
export function measuredRun(costs: readonly MeasuredCost[], { sources }: Pick<Quality, "sources">): MeasuredCost | null {
  return costs.find((cost) => sources.some(({ id, name }) => id === cost.source && name === cost.name)) ?? null;
}

/**
 * How many times the field's median each model writes, thinking included. Of 4,000, 8,000 and 20,000 tokens a question: 0.5, 1 and 2.5. A run
 * behind two models counts once. Runs that state no tokens are left out, and so are those under a fifth of the median.
 */
export function outputRatios(runs: ReadonlyMap<string, MeasuredCost>): ReadonlyMap<string, number> {
  const tokens = [...runs].flatMap(([model, { outputTokensPerQuestion: each }]) =>
    each === undefined ? [] : [[model, each] as const],
  );
  const middle =
    lowerMedian([...new Set(runs.values())].flatMap(({ outputTokensPerQuestion }) => outputTokensPerQuestion ?? [])) ?? 0;
  const ratios = tokens.map(([model, each]) => [model, Number((each / middle).toFixed(2))] as const);
  return new Map(ratios.filter(([, ratio]) => ratio >= LEAST_RATIO));
}
