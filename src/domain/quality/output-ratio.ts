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
 * behind two models counts once. Runs that state no tokens are left out, and so are those under a fifth of the median, of which they are no part.
 */
export function outputRatios(runs: ReadonlyMap<string, MeasuredCost>): ReadonlyMap<string, number> {
  const tokens = [...runs].flatMap(([model, { outputTokensPerQuestion: each }]) =>
    each === undefined ? [] : [[model, each] as const],
  );
  const middle = wholeMedian([...new Set(runs.values())].flatMap(({ outputTokensPerQuestion }) => outputTokensPerQuestion ?? []));
  return new Map(
    tokens.flatMap(([model, each]) => (isWhole(each, middle) ? [[model, Number((each / middle).toFixed(2))] as const] : [])),
  );
}

/** The median of what is no less than a fifth of it: what is cut off does not move it, however much of it there is. */
function wholeMedian(tokens: readonly number[]): number {
  const middle = lowerMedian(tokens) ?? 0;
  const whole = tokens.filter((each) => isWhole(each, middle));
  return whole.length === tokens.length ? middle : wholeMedian(whole);
}

const isWhole = (tokens: number, middle: number): boolean => tokens >= LEAST_RATIO * middle;
