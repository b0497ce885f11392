import { type HeldOutScore, rootMeanSquare } from "../../../night/quality/held-out.ts";
import { INTERVAL_LEVEL } from "../../../night/quality/quality-data.ts";
import { randomFrom } from "../../random-from.ts";

/**
 * A prediction is worth what it is better than. Each held-out prediction is set against that of a rival that knows less, model by model, and the
 * two errors are compared again on many draws of as many models: one is surely better than the other where it is so in nine draws of ten, the level
 * of every interval of the site. Nothing asked of a rival comes from a result.
 */

/** Our error against a rival's. */
export interface ErrorRatio {
  /** Ours divided by the rival's, over the models that both predict. */
  readonly ratio: number;
  /** The share of draws in which ours is the smaller. */
  readonly smaller: number;
  readonly models: number;
}

const DRAWS = 2_000;

/** A rival that knows the board and nothing of the model: the mean of all others' scores. Of 1, 2 and 6 the third is predicted as 1.5. */
export function predictedByMean(rows: readonly HeldOutScore[]): readonly HeldOutScore[] {
  const total = rows.reduce((sum, { score }) => sum + score, 0);
  return rows.map((row) => ({ ...row, predicted: (total - row.score) / (rows.length - 1) }));
}

/**
 * A rival that knows in which order the other sources put the models, and no distance: a model at that place among the board's other scores gets
 * the middle of its neighbours. Third of scores 10, 20 and 40 in the others' order: 30 between 20 and 40.
 */
export function predictedByOrder(rows: readonly HeldOutScore[]): readonly HeldOutScore[] {
  return rows.map((row) => {
    const others = rows.filter((other) => other !== row);
    const place = others.filter(({ predicted }) => predicted < row.predicted).length;
    const scores = others.map(({ score }) => score).toSorted((a, b) => a - b);
    const [below, above] = [scores[place - 1] ?? scores[0], scores[place] ?? scores.at(-1)];
    return { ...row, predicted: ((below ?? 0) + (above ?? 0)) / 2 };
  });
}

/** Our error against a rival's on the models that both predict; null = fewer than three. */
export function errorRatio(ours: readonly HeldOutScore[], rivals: readonly HeldOutScore[]): ErrorRatio | null {
  const rivalOf = new Map(rivals.map((row) => [row.model, row]));
  const pairs = ours.flatMap((row) => {
    const rival = rivalOf.get(row.model);
    return rival === undefined ? [] : [{ row, rival }];
  });
  if (pairs.length < 3) return null;
  const ratioOf = (some: typeof pairs): number =>
    rootMeanSquare(some.map(({ row }) => row)) / rootMeanSquare(some.map(({ rival }) => rival));
  const random = randomFrom(1);
  const ratios = Array.from({ length: DRAWS }, () =>
    ratioOf(pairs.flatMap(() => pairs[Math.floor(random() * pairs.length)] ?? [])),
  );
  return { ratio: ratioOf(pairs), smaller: ratios.filter((ratio) => ratio < 1).length / DRAWS, models: pairs.length };
}

/** Whether our errors are smaller in so many draws that chance does not explain it. */
export const isSurelyBetter = ({ smaller }: ErrorRatio): boolean => smaller >= INTERVAL_LEVEL;

/** Whether our errors are smaller in so few draws that chance does not explain it. */
export const isSurelyWorse = ({ smaller }: ErrorRatio): boolean => smaller <= 1 - INTERVAL_LEVEL;

/** `0.38 of the error of the board’s mean, the smaller in 100 % of draws` */
export const ratioText = ({ ratio, smaller }: ErrorRatio, rival: string): string =>
  `${ratio.toFixed(2)} of the error of ${rival}, the smaller in ${Math.round(smaller * 100)} % of draws`;
