import { compareText } from "../../../../src/domain/money/compare-text.ts";
import { coverage, type HeldOutScore, rootMeanSquare } from "../../../night/quality/held-out.ts";
import { percentText } from "../verdict.ts";
import {
  type ErrorRatio,
  errorRatio,
  isSurelyBetter,
  isSurelyWorse,
  predictedByMean,
  predictedByOrder,
  ratioText,
} from "./rival.ts";

/** Limits in a board's own unit that were set before (issue 4, point 2; vision from its first fit): they hold beside the rivals. */
const EARLIER_LIMITS: ReadonlyMap<string, number> = new Map([
  ["lmarena", 25],
  ["epoch-eci", 3.5],
  ["livebench", 2.6],
  ["lmarena-vision", 35],
]);
/** The share of the spread of a board's scores that every board was held to before there were rivals. It was chosen knowing the results, and stays. */
const EARLIER_SHARE = 0.8;
/** Issue 14: what a 90 % interval may cover of the held-out scores, over a need and on the newest scale of every board. */
const LEAST_COVERAGE = 0.85;
const MOST_COVERAGE = 0.95;

/** What is said of held-out scores, and what of it does not hold. */
interface Checked {
  readonly figures: readonly string[];
  readonly failures: readonly string[];
}

export interface CheckedScores {
  readonly held: readonly HeldOutScore[];
  /** The same scores as the general sources alone predict them, without those that ask the same questions; empty = there are none. */
  readonly general: readonly HeldOutScore[];
  /** The models sold on the recorded day: they are what is ranked, and the limits are theirs. */
  readonly sold: ReadonlySet<string>;
  /** The newest scale of each source: an older release asks other questions over another range. */
  readonly newest: ReadonlySet<string>;
}

/** Every scale of held-out scores against its rivals and its interval. `what`: what they are called together. */
export function checkScores(what: string, { held, general, sold, newest }: CheckedScores): Checked {
  const scales = [...Map.groupBy(held, ({ scale }) => scale)].toSorted(([a], [b]) => compareText(a, b));
  const checks = scales.map(([scale, rows]) => {
    const rivals = general.filter((row) => row.scale === scale);
    return checkScale({ scale, isNewest: newest.has(scale) }, rows, rivals, sold);
  });
  const covered = coverage(held);
  return {
    figures: [
      ...checks.map(({ figure }) => figure),
      `${percentText(covered)} of ${held.length} held-out scores fall in the stated 90 % interval (${GOAL})`,
    ],
    failures: [...checks.flatMap(({ failures }) => failures), ...coverageFailures(what, covered)],
  };
}

interface JudgedScale {
  readonly scale: string;
  /** Whether anything is asked of it: an older release is only told of. */
  readonly isNewest: boolean;
}

function checkScale(
  { scale, isNewest }: JudgedScale,
  rows: readonly HeldOutScore[],
  general: readonly HeldOutScore[],
  sold: ReadonlySet<string>,
): { readonly figure: string; readonly failures: readonly string[] } {
  const current = rows.filter(({ model }) => sold.has(model));
  const error = rootMeanSquare(current);
  const limit = limitOf(scale, current);
  const covered = coverage(rows);
  const rivals = rivalsOf(current, general);
  const figure = [
    `${scale}: held-out RMSE ${error.toFixed(2)} on ${current.length} models sold that day${isNewest ? limitText(limit) : OLDER_TEXT}`,
    ...rivals.map(({ ratio, name }) => ratioText(ratio, name)),
    ...witnessTexts(current),
    `all ${rows.length} models ${rootMeanSquare(rows).toFixed(2)}; ${percentText(covered)} covered`,
  ].join("; ");
  if (!isNewest) return { figure, failures: [] };
  const isAbove = error > limit;
  return {
    figure,
    failures: [
      ...(isAbove ? [`${scale}: held-out RMSE ${error.toFixed(2)} is above ${limit.toFixed(2)}`] : []),
      ...rivals.flatMap((rival) => rivalFailures(scale, rival)),
      ...coverageFailures(scale, covered),
    ],
  };
}

/** In the board's own unit: what was asked of it earlier. */
function limitOf(scale: string, rows: readonly HeldOutScore[]): number {
  const mean = rows.reduce((sum, { score }) => sum + score, 0) / rows.length;
  const spread = rootMeanSquare(rows.map((row) => ({ ...row, predicted: mean })));
  return Math.min(EARLIER_SHARE * spread, EARLIER_LIMITS.get(scale.split(" ")[0] ?? scale) ?? Number.POSITIVE_INFINITY);
}

interface Rival {
  readonly name: string;
  readonly ratio: ErrorRatio;
  /** `beaten`: surely worse than ours, since it knows nothing of the model. `noBetter`: not surely better than ours, since it knows as much or less. */
  readonly asked: "beaten" | "noBetter";
}

/**
 * Whom a prediction is set against. The mean of the board knows nothing of a model: a fit that does not surely beat it says nothing of models
 * the board has not seen. The bare order of the other sources throws their distances away, and the general sources judge no need: where one
 * of them is surely better, the fit's line or the need's own scale is at fault.
 */
function rivalsOf(current: readonly HeldOutScore[], general: readonly HeldOutScore[]): readonly Rival[] {
  const all = [
    { name: "the board’s mean", rows: predictedByMean(current), asked: "beaten" },
    { name: "the others’ bare order", rows: predictedByOrder(current), asked: "noBetter" },
    { name: "the general sources", rows: general, asked: "noBetter" },
  ] as const;
  return all.flatMap(({ name, rows, asked }) => {
    const ratio = errorRatio(current, rows);
    return ratio === null ? [] : [{ name, ratio, asked }];
  });
}

function rivalFailures(scale: string, { name, ratio, asked }: Rival): readonly string[] {
  if (asked === "beaten")
    return isSurelyBetter(ratio) ? [] : [`${scale}: does not surely beat ${name}: ${ratioText(ratio, name)}`];
  return isSurelyWorse(ratio) ? [`${scale}: is surely worse than ${name}: ${ratioText(ratio, name)}`] : [];
}

const limitText = (limit: number): string => ` (limit ${limit.toFixed(2)})`;
const OLDER_TEXT = " (older release, a wider range: nothing is asked of it)";

/** How far off it is by how many sources were left. */
const witnessTexts = (rows: readonly HeldOutScore[]): readonly string[] =>
  [...Map.groupBy(rows, ({ witnesses }) => witnesses)]
    .toSorted(([a], [b]) => a - b)
    .map(
      ([count, some]) =>
        `${rootMeanSquare(some).toFixed(2)} from ${count} other ${count === 1 ? "source" : "sources"} (${some.length})`,
    );

/** Too few: the intervals are too narrow. Too many: they are wider than they claim. */
function coverageFailures(what: string, covered: number): readonly string[] {
  const isWithin = covered >= LEAST_COVERAGE && covered <= MOST_COVERAGE;
  return isWithin ? [] : [`${what}: coverage ${percentText(covered)} is not within ${GOAL}`];
}

const GOAL = `${percentText(LEAST_COVERAGE)} to ${percentText(MOST_COVERAGE)}`;
