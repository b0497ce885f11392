import type { Model } from "../../../src/domain/model/model.ts";
import { compareText } from "../../../src/domain/money/compare-text.ts";
import { type Quality, type QualityPart, type QualityWithout, qualityStatus } from "../../../src/domain/quality/quality.ts";
import type { QualitySourceId } from "../../../src/domain/quality/quality-alias.ts";
import type { QualityCredit, QualityFit, QualityScale } from "../../../src/domain/quality/quality-fit.ts";
import type { QualityScore } from "../../../src/domain/quality/quality-score.ts";
import { type FactorFit, type FactorScale, fitFactor, type Measurement, NOISE_FLOOR_SHARE, posteriorOf } from "./factor-model.ts";
import {
  ANCHOR_SCALE,
  estimatedScores,
  fittedScores,
  measurementOf,
  qualityScaleOf,
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

/** The sources of a scale: whose scores rate a model on it, which only help to fit it, and whose own scale it is printed on. */
export interface ScaleSources {
  readonly anchor: string;
  readonly own: readonly QualitySourceId[];
  readonly beside: readonly QualitySourceId[];
  /** Whether quality is a model's standing at the anchor, its own part there included, or what all sources have in common. */
  readonly isStanding: boolean;
}

/** Answers of every kind. */
export const GENERAL_SCALE_SOURCES: ScaleSources = {
  anchor: ANCHOR_SCALE,
  own: ["epoch-eci", "livebench", "lmarena"],
  beside: [],
  isStanding: false,
};

/**
 * Scores of all sources → one quality per model on LMArena's scale, with a 90 % interval. The fit sees every model that has an alias, sold
 * today or not; the rows are those of `models`. The same scores give the same rows in whatever order they come.
 */
export function qualityData(
  { models, field, credits, ...all }: QualityInput,
  set: ScaleSources = GENERAL_SCALE_SOURCES,
): QualityData {
  const sourceIds: readonly QualitySourceId[] = [...set.own, ...set.beside];
  const scores = all.scores.filter(({ source }) => sourceIds.includes(source));
  const typical = typicalErrors(scores);
  const fitted = fittedScores(scores, set.anchor);
  const anchors = fitted.filter((score) => qualityScaleOf(score) === set.anchor).length;
  if (anchors < MIN_ANCHORS) return { rows: models.map(({ id }) => notRated(id)).toSorted(byModel), fit: null };
  const factor = fitFactor(fitted.map((score) => measurementOf(score, typical)));
  const estimate = estimator(usableScores(scores, set.anchor), factor, typical, set);
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
      sources: credits.filter(({ id }) => sourceIds.includes(id)),
      scales: scaleRows(factor, fitted, typical),
      field: elos.flatMap(({ model, elo }) => (elo === null ? [] : [{ model, elo }])),
    },
  };
}

/** A function from a model id to its own quality, inheriting from nobody. */
function estimator(
  scores: readonly QualityScore[],
  factor: FactorFit,
  typical: ReadonlyMap<string, number>,
  { anchor, own, isStanding }: ScaleSources,
) {
  const byModel = Map.groupBy(scores, ({ model }) => model);
  const estimateOf = (all: readonly QualityScore[]): Pick<QualityWithout, "value" | "interval"> => {
    const measured = all.map((score) => measurementOf(score, typical));
    const { value, deviation } = isStanding ? standingAt(factor, anchor, measured) : commonAt(factor, anchor, measured);
    const half = deviation * INTERVAL_QUANTILE;
    return { value: toTenths(value), interval: [toTenths(value - half), toTenths(value + half)] };
  };
  return (model: string): Quality => {
    const all = estimatedScores(byModel.get(model) ?? []);
    const modelScores = all.filter(({ source }) => own.includes(source));
    if (modelScores.length === 0) return notRated(model);
    const status = qualityStatus(modelScores.length);
    const sources = modelScores.map(partOf);
    const quality = { model, ...estimateOf(all), status, inheritedFrom: null, sources };
    if (modelScores.length === 1) return quality;
    const without = modelScores.map(({ source }): QualityWithout => {
      const left = modelScores.length === 2 ? "provisional" : "rated";
      return { source, ...estimateOf(all.filter((score) => score.source !== source)), status: left };
    });
    return { ...quality, without };
  };
}

interface Estimate {
  readonly value: number;
  /** One standard deviation. */
  readonly deviation: number;
}

/** What all sources have in common, on the anchor's scale: a + b·q. */
function commonAt(factor: FactorFit, anchor: string, measured: readonly Measurement[]): Estimate {
  const { a, b } = scaleAt(factor, anchor);
  const { mean, deviation } = posteriorOf(factor, measured);
  return { value: a + b * mean, deviation: b * deviation };
}

/**
 * A model's standing at the anchor itself. The others say a + b·q ± √((b·σ)² + noise²); the anchor's own score says it within its error, never
 * less than the noise floor; both are weighed by their precision. Others at 1,400 ± 30 and its own 1,460 ± 10 make 1,454 ± 9.5.
 */
function standingAt(factor: FactorFit, anchor: string, measured: readonly Measurement[]): Estimate {
  const { b, noise } = scaleAt(factor, anchor);
  const others = commonAt(
    factor,
    anchor,
    measured.filter(({ scale }) => scale !== anchor),
  );
  const anchored = measured.find(({ scale }) => scale === anchor);
  const prior = 1 / (others.deviation ** 2 + noise ** 2);
  const weight = anchored === undefined ? 0 : 1 / (anchored.error ** 2 + (NOISE_FLOOR_SHARE * b) ** 2);
  const value = (others.value * prior + (anchored?.score ?? 0) * weight) / (prior + weight);
  return { value, deviation: Math.sqrt(1 / (prior + weight)) };
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
  return [...Map.groupBy(fitted, qualityScaleOf)]
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
