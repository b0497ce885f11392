import type { QualityScore } from "../../../src/domain/quality/quality-score.ts";
import { fitFactor, posteriorOf } from "./factor-model.ts";
import { INTERVAL_QUANTILE } from "./quality-data.ts";
import { estimatedScores, fittedScores, measurementOf, qualityScaleOf, typicalErrors } from "./quality-scale.ts";

/** One score predicted from everything but itself. */
export interface HeldOutScore {
  readonly model: string;
  readonly scale: string;
  readonly score: number;
  readonly predicted: number;
  /** Half the 90 % interval of the prediction: doubt about quality, the scale's noise and the source's own error together. */
  readonly halfWidth: number;
  /** Sources left for the model. */
  readonly witnesses: number;
}

/**
 * Every score held out in turn, with the same source's other release of the same model: the scales are fitted again without it and predict
 * it from the model's other sources. A model with one source has nothing to predict it from and is left out.
 */
export function heldOutScores(scores: readonly QualityScore[], anchor?: string): readonly HeldOutScore[] {
  const typical = typicalErrors(scores);
  const fitted = fittedScores(scores, anchor);
  const whole = fitFactor(fitted.map((score) => measurementOf(score, typical)));
  return fitted.flatMap((held) => {
    const otherScores = fitted.filter(({ model, source }) => model !== held.model || source !== held.source);
    const others = estimatedScores(otherScores.filter(({ model }) => model === held.model));
    if (others.length === 0) return [];
    const fit = fitFactor(
      otherScores.map((score) => measurementOf(score, typical)),
      whole,
    );
    const { mean, deviation } = posteriorOf(
      fit,
      others.map((score) => measurementOf(score, typical)),
    );
    const scale = fit.get(qualityScaleOf(held));
    if (scale === undefined) return [];
    const { error } = measurementOf(held, typical);
    const variance = (scale.b * deviation) ** 2 + scale.noise ** 2 + error ** 2;
    return [
      {
        model: held.model,
        scale: qualityScaleOf(held),
        score: held.score,
        predicted: scale.a + scale.b * mean,
        halfWidth: INTERVAL_QUANTILE * Math.sqrt(variance),
        witnesses: others.length,
      },
    ];
  });
}

/** The root of the mean squared error, in the scale's own unit. */
export const rootMeanSquare = (rows: readonly HeldOutScore[]): number =>
  Math.sqrt(rows.reduce((sum, { score, predicted }) => sum + (score - predicted) ** 2, 0) / rows.length);

/** The share of scores inside the interval of their prediction. */
export const coverage = (rows: readonly HeldOutScore[]): number =>
  rows.filter(({ score, predicted, halfWidth }) => Math.abs(score - predicted) <= halfWidth).length / rows.length;
