import { compareText } from "../../../src/domain/money/compare-text.ts";
import { median } from "../../../src/domain/money/median.ts";
import type { QualityScore } from "../../../src/domain/quality/quality-score.ts";
import type { Measurement } from "./factor-model.ts";

/** The scale quality is printed on. */
export const ANCHOR_SCALE = "lmarena";

/** A scale with fewer models that another source scores too cannot be tied to the rest: its scores wait. */
export const MIN_SHARED_MODELS = 10;

/** One scale per source, or per release where every release asks new questions: `"lmarena"`, `"livebench 2026-06-25"`. */
export const qualityScaleOf = ({ source, release }: Pick<QualityScore, "source" | "release">): string =>
  release === null ? source : `${source} ${release}`;

/** The median of the standard errors a source states, over all its scales; 0 when it states none. */
export function typicalErrors(scores: readonly QualityScore[]): ReadonlyMap<string, number> {
  const bySource = Map.groupBy(scores, ({ source }) => source);
  return new Map(
    [...bySource].map(([source, rows]) => [source, median(rows.flatMap(({ standardError }) => standardError ?? [])) ?? 0]),
  );
}

/** The scores on scales that enough models tie to another source, for the fit and for estimates alike; the printed scale always counts. */
export function usableScores(scores: readonly QualityScore[], anchor = ANCHOR_SCALE): readonly QualityScore[] {
  const exact = scores.filter(isExact);
  const sources = new Map(
    [...Map.groupBy(exact, ({ model }) => model)].map(([model, rows]) => [model, new Set(rows.map(({ source }) => source)).size]),
  );
  const isShared = ({ model }: QualityScore) => (sources.get(model) ?? 0) > 1;
  const shared = new Map([...Map.groupBy(exact, qualityScaleOf)].map(([scale, rows]) => [scale, rows.filter(isShared).length]));
  return scores.filter(
    (score) => qualityScaleOf(score) === anchor || (shared.get(qualityScaleOf(score)) ?? 0) >= MIN_SHARED_MODELS,
  );
}

/** What the fit reads: exact matches only, so that no upstream row counts for two models. */
export const fittedScores = (scores: readonly QualityScore[], anchor = ANCHOR_SCALE): readonly QualityScore[] =>
  usableScores(scores, anchor).filter(isExact);

/**
 * What an estimate of one model reads: of each source its newest release. Two releases share their kind of task, so the older one adds no
 * second witness; in the fit it is the link between their scales.
 */
export function estimatedScores(scores: readonly QualityScore[]): readonly QualityScore[] {
  const newestFirst = scores.toSorted((a, b) => compareText(a.source, b.source) || compareText(b.release ?? "", a.release ?? ""));
  return [...Map.groupBy(newestFirst, ({ source }) => source).values()].flatMap((rows) => rows.slice(0, 1));
}

/**
 * A score as the fit takes it. A row without a stated error gets its source's typical one. Epoch's intervals widen with the distance from
 * its two anchors: that is doubt about the scale, the same for all neighbours, so a model's own part is taken as no more than typical.
 */
export function measurementOf(score: QualityScore, typical: ReadonlyMap<string, number>): Measurement {
  const typicalError = typical.get(score.source) ?? 0;
  const stated = score.standardError ?? typicalError;
  const error = score.source === "epoch-eci" ? Math.min(stated, typicalError) : stated;
  return { item: score.model, scale: qualityScaleOf(score), score: score.score, error };
}

const isExact = ({ match }: QualityScore): boolean => match === "exact";
