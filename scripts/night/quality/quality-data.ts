import type { Model } from "../../../src/domain/model/model.ts";
import { compareText } from "../../../src/domain/money/compare-text.ts";
import { type Quality, type QualityPart, qualityStatus } from "../../../src/domain/quality/quality.ts";
import type { QualityCredit, QualityFit, QualityScale } from "../../../src/domain/quality/quality-fit.ts";
import type { QualityScore } from "../../../src/domain/quality/quality-score.ts";
import { type FactorFit, type FactorScale, fitFactor, NOISE_FLOOR_SHARE, posteriorOf } from "./factor-model.ts";
import {
  ANCHOR_SCALE,
  estimatedScores,
  fittedScores,
  measurementOf,
  scaleOf,
  typicalErrors,
  usableScores,
} from "./quality-scale.ts";

export type QualityModel = Pick<Model, "id" | "baseModel" | "usageRank">;

/** The share of cases a quality interval means to cover, and the normal quantile that goes with it. */
export const INTERVAL_LEVEL = 0.9;
export const INTERVAL_QUANTILE = 1.6449;

/** With fewer models on the printed scale there is no scale to print on. */
const MIN_ANCHORS = 10;

export interface QualityInput {
  readonly scores: readonly QualityScore[];
  readonly models: readonly QualityModel[];
  /** The reference models of the fixed field. */
  readonly field: readonly string[];
  readonly credits: readonly QualityCredit[];
}

export interface QualityData {
  /** One per model, by id. */
  readonly rows: readonly Quality[];
  /** Null while too little has been read. */
  readonly fit: QualityFit | null;
}

/**
 * Scores of all sources → one quality per model on LMArena's scale, with a 90 % interval. The fit sees every model that has an alias, sold
 * today or not; the rows are those of `models`. The same scores give the same rows in whatever order they come.
 */
export function qualityData({ scores, models, field, credits }: QualityInput): QualityData {
  const typical = typicalErrors(scores);
  const fitted = fittedScores(scores);
  const anchors = fitted.filter((score) => scaleOf(score) === ANCHOR_SCALE).length;
  if (anchors < MIN_ANCHORS) return { rows: models.map(({ id }) => notRated(id)).toSorted(byModel), fit: null };
  const factor = fitFactor(fitted.map((score) => measurementOf(score, typical)));
  const estimate = estimator(usableScores(scores), factor, typical);
  const rows = models.map((model) => qualityRow(model, estimate)).toSorted(byModel);
  const elos = field.flatMap((model) => ({ model, elo: estimate(model).value }));
  return {
    rows,
    fit: {
      schemaVersion: 1,
      asOf: newest(scores).slice(0, 10),
      models: new Set(fitted.map(({ model }) => model)).size,
      intervalLevel: INTERVAL_LEVEL,
      noiseFloorShare: NOISE_FLOOR_SHARE,
      sources: [...credits],
      scales: scaleRows(factor, fitted, typical),
      field: elos.flatMap(({ model, elo }) => (elo === null ? [] : [{ model, elo }])),
    },
  };
}

/** A function from a model id to its own quality, inheriting from nobody. */
function estimator(scores: readonly QualityScore[], factor: FactorFit, typical: ReadonlyMap<string, number>) {
  const byModel = Map.groupBy(scores, ({ model }) => model);
  const anchor = scaleAt(factor, ANCHOR_SCALE);
  return (model: string): Quality => {
    const modelScores = estimatedScores(byModel.get(model) ?? []);
    if (modelScores.length === 0) return notRated(model);
    const posterior = posteriorOf(
      factor,
      modelScores.map((score) => measurementOf(score, typical)),
    );
    const value = anchor.a + anchor.b * posterior.mean;
    const half = anchor.b * posterior.deviation * INTERVAL_QUANTILE;
    return {
      model,
      value: toTenths(value),
      interval: [toTenths(value - half), toTenths(value + half)],
      status: qualityStatus(modelScores.length),
      inheritedFrom: null,
      sources: modelScores.map(partOf),
    };
  };
}

/** A `-fast` model is its base served faster: it has its base's quality, marked. Other variants of a name inherit nothing. */
function qualityRow({ id, baseModel }: QualityModel, estimate: (model: string) => Quality): Quality {
  const ownEstimate = estimate(id);
  if (ownEstimate.status !== "notRated" || baseModel === null) return ownEstimate;
  const base = estimate(baseModel);
  if (base.status === "notRated") return ownEstimate;
  return { ...base, model: id, inheritedFrom: baseModel, sources: base.sources.map((part) => ({ ...part, match: "inherited" })) };
}

const notRated = (model: string): Quality => ({
  model,
  value: null,
  interval: null,
  status: "notRated",
  inheritedFrom: null,
  sources: [],
});

const partOf = ({ source, release, name, score, effort, match, readAt, url }: QualityScore): QualityPart => ({
  id: source,
  release,
  name,
  score,
  effort,
  match,
  readAt,
  url,
});

function scaleRows(factor: FactorFit, fitted: readonly QualityScore[], typical: ReadonlyMap<string, number>): QualityScale[] {
  return [...Map.groupBy(fitted, scaleOf)]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([scale, rows]) => {
      const { a, b, noise } = scaleAt(factor, scale);
      return rows.slice(0, 1).map(({ source, release }) => ({
        source,
        release,
        a: toTenThousandths(a),
        b: toTenThousandths(b),
        noise: toTenThousandths(noise),
        noiseFloor: toTenThousandths(NOISE_FLOOR_SHARE * b),
        typicalError: toTenThousandths(typical.get(source) ?? 0),
        models: rows.length,
        readAt: newest(rows),
      }));
    });
}

function scaleAt(factor: FactorFit, id: string): FactorScale {
  const scale = factor.get(id);
  if (scale === undefined) throw new Error(`the fit has no scale ${id}`);
  return scale;
}

const newest = (scores: readonly QualityScore[]): string => scores.map(({ readAt }) => readAt).reduce((a, b) => (a > b ? a : b));
const byModel = (a: Quality, b: Quality): number => compareText(a.model, b.model);
const toTenths = (value: number): number => Math.round(value * 10) / 10;
const toTenThousandths = (value: number): number => Math.round(value * 10_000) / 10_000;
