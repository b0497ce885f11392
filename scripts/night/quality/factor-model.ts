import { Matrix, solve } from "ml-matrix";
import { compareText } from "../../../src/domain/money/compare-text.ts";

/** One score of one item on one scale, with the standard error its source states. */
export interface Measurement {
  readonly item: string;
  readonly scale: string;
  readonly score: number;
  readonly error: number;
}

/** score = a + b·q + noise + own error, in the scale's own unit; `noise` is one standard deviation. */
export interface FactorScale {
  readonly a: number;
  readonly b: number;
  readonly noise: number;
}

export type FactorFit = ReadonlyMap<string, FactorScale>;

/** What is known of an item's q, whose mean over all items is 0 and whose standard deviation is 1. */
export interface Posterior {
  readonly mean: number;
  readonly deviation: number;
}

/**
 * The least noise of a scale, as a share of what one standard deviation of quality moves it. Without a floor the fit would lean almost
 * wholly on one source (its noise falls to a twentieth) and print intervals that are too narrow; at 0.1 every source's held-out scores
 * fall inside the stated intervals as often as they should (`npm run verify`).
 */
export const NOISE_FLOOR_SHARE = 0.1;

/** In standard deviations of the scale's own scores: no source measures quality backwards. */
const LEAST_LOADING = 0.1;

/** Steps change the scales by less than this share of their spread: far below the tenth of an Elo that is printed. */
const TOLERANCE = 1e-8;
const MAX_STEPS = 20_000;

/**
 * The one-factor model of several rulers that measure one quality: every score is a + b·q plus noise of its scale plus the error its source
 * states. Fitted by maximum likelihood with expectation–maximisation (Rubin & Thayer 1982), the scale of q freed in every step and restored
 * after it (Liu, Rubin & Wu 1998, "PX-EM"), scores an item lacks left out. No randomness; the order of the measurements does not matter.
 * Each scale needs three measurements or more with some spread. `start` (an earlier fit) only saves steps.
 */
export function fitFactor(measurements: readonly Measurement[], start?: FactorFit): FactorFit {
  const data = standardised(measurements);
  let scales: readonly Line[] = data.scales.map((scale) => startOf(scale, start?.get(scale.id)));
  for (let step = 0; step < MAX_STEPS; step++) {
    const next = improved(data, scales);
    const change = largestChange(scales, next);
    scales = next;
    if (change < TOLERANCE) return new Map(data.scales.map((unit, index) => [unit.id, inUnit(unit, scales[index])]));
  }
  throw new Error(`the quality fit does not settle within ${MAX_STEPS} steps`);
}

/** What an item's scores say of its q, with the scales fixed; without any score the prior, 0 ± 1. Scores on unknown scales say nothing. */
export function posteriorOf(fit: FactorFit, scores: readonly Omit<Measurement, "item">[]): Posterior {
  const measurements = scores
    .toSorted((a, b) => compareText(a.scale, b.scale))
    .flatMap((score) => {
      const scale = fit.get(score.scale);
      return scale === undefined
        ? []
        : [{ ...scale, residual: score.score - scale.a, variance: scale.noise ** 2 + score.error ** 2 }];
    });
  const precision = measurements.reduce((sum, { b, variance }) => sum + (b * b) / variance, 1);
  const pull = measurements.reduce((sum, { b, residual, variance }) => sum + (b * residual) / variance, 0);
  return { mean: pull / precision, deviation: Math.sqrt(1 / precision) };
}

interface Unit {
  readonly id: string;
  readonly mean: number;
  readonly deviation: number;
}

interface Point {
  readonly item: number;
  readonly scale: number;
  /** In standard deviations of its scale. */
  readonly score: number;
  readonly errorVariance: number;
}

interface Data {
  readonly scales: readonly Unit[];
  readonly points: readonly Point[];
  /** The same points, by scale. */
  readonly byScale: readonly (readonly Point[])[];
  readonly itemCount: number;
}

/** A scale in its own standard deviations. */
interface Line {
  readonly a: number;
  readonly b: number;
  readonly noiseVariance: number;
}

/** Items and scales in the order of their ids: sums come out the same whatever order the measurements came in. */
function standardised(measurements: readonly Measurement[]): Data {
  const sorted = measurements.toSorted((x, y) => compareText(x.item, y.item) || compareText(x.scale, y.scale));
  const scales = [...new Set(sorted.map(({ scale }) => scale))].toSorted(compareText).map((id) => unitOf(id, sorted));
  const items = new Map([...new Set(sorted.map(({ item }) => item))].map((item, index) => [item, index]));
  const points = sorted.map(({ item, scale, score, error }): Point => {
    const index = scales.findIndex(({ id }) => id === scale);
    const { mean, deviation } = scales[index] ?? { mean: 0, deviation: 1 };
    return {
      item: items.get(item) ?? 0,
      scale: index,
      score: (score - mean) / deviation,
      errorVariance: (error / deviation) ** 2,
    };
  });
  const byScale = scales.map((_, index) => points.filter(({ scale }) => scale === index));
  return { scales, points, byScale, itemCount: items.size };
}

function unitOf(id: string, measurements: readonly Measurement[]): Unit {
  const scores = measurements.filter(({ scale }) => scale === id).map(({ score }) => score);
  const mean = sumOf(scores) / scores.length;
  const deviation = Math.sqrt(sumOf(scores.map((score) => (score - mean) ** 2)) / scores.length);
  if (scores.length < 3 || deviation === 0) throw new Error(`scale ${id}: ${scores.length} scores without spread fit no line`);
  return { id, mean, deviation };
}

function startOf({ mean, deviation }: Unit, earlier: FactorScale | undefined): Line {
  if (earlier === undefined) return { a: 0, b: 0.9, noiseVariance: 0.19 };
  const { a, b, noise } = earlier;
  return { a: (a - mean) / deviation, b: b / deviation, noiseVariance: (noise / deviation) ** 2 };
}

const inUnit = ({ mean, deviation }: Unit, line: Line | undefined): FactorScale => {
  const { a, b, noiseVariance } = line ?? { a: 0, b: 1, noiseVariance: 1 };
  return { a: mean + a * deviation, b: b * deviation, noise: Math.sqrt(noiseVariance) * deviation };
};

/** One step: what the scales say of every item, then the scales that fit those items best. */
function improved({ points, byScale, itemCount }: Data, lines: readonly Line[]): readonly Line[] {
  const items = posteriors(points, lines, itemCount);
  const centre = sumOf(items.map(({ mean }) => mean)) / itemCount;
  const spread = Math.sqrt(sumOf(items.map(({ mean, variance }) => (mean - centre) ** 2 + variance)) / itemCount);
  return byScale.map((scalePoints, index) => {
    const { a, b, noiseVariance } = bestLine(scalePoints, items, lineAt(lines, index));
    const restored = { a: a + b * centre, b: b * spread };
    return { ...restored, noiseVariance: Math.max(noiseVariance, (NOISE_FLOOR_SHARE * restored.b) ** 2) };
  });
}

interface ItemState {
  readonly mean: number;
  readonly variance: number;
}

function posteriors(points: readonly Point[], lines: readonly Line[], itemCount: number): readonly ItemState[] {
  const precision = new Float64Array(itemCount).fill(1);
  const pull = new Float64Array(itemCount);
  for (const { item, scale, score, errorVariance } of points) {
    const { a, b, noiseVariance } = lineAt(lines, scale);
    const weight = b / (noiseVariance + errorVariance);
    precision[item] = (precision[item] ?? 1) + weight * b;
    pull[item] = (pull[item] ?? 0) + weight * (score - a);
  }
  return Array.from(precision, (each, item) => ({ mean: (pull[item] ?? 0) / each, variance: 1 / each }));
}

/** The weighted least-squares line through the items' expected q, and the noise that the scores' distance from their prediction asks for. */
function bestLine(points: readonly Point[], items: readonly ItemState[], before: Line): Line {
  const sums = { w: 0, wq: 0, wqq: 0, wy: 0, wqy: 0 };
  for (const { item, score, errorVariance } of points) {
    const { mean, variance } = itemAt(items, item);
    const w = 1 / (before.noiseVariance + errorVariance);
    sums.w += w;
    sums.wq += w * mean;
    sums.wqq += w * (mean * mean + variance);
    sums.wy += w * score;
    sums.wqy += w * mean * score;
  }
  const normal = new Matrix([
    [sums.w, sums.wq],
    [sums.wq, sums.wqq],
  ]);
  const b = Math.max(LEAST_LOADING, solve(normal, Matrix.columnVector([sums.wy, sums.wqy])).get(1, 0));
  return { a: (sums.wy - b * sums.wq) / sums.w, b, noiseVariance: likelierNoise(points, items, before) };
}

/**
 * One step of Fisher scoring on the likelihood itself (ECME, Liu & Rubin 1994): each score against what the item's other scores predict. The
 * plain EM step would creep for thousands of rounds where a scale has almost no noise of its own.
 */
function likelierNoise(points: readonly Point[], items: readonly ItemState[], { a, b, noiseVariance }: Line): number {
  let [weights, wanted] = [0, 0];
  for (const { item, score, errorVariance } of points) {
    const { mean, variance } = itemAt(items, item);
    const weight = b / (noiseVariance + errorVariance);
    const precision = 1 / variance - weight * b;
    const predicted = (mean / variance - weight * (score - a)) / precision;
    const doubt = (b * b) / precision + errorVariance;
    const share = 1 / (doubt + noiseVariance) ** 2;
    weights += share;
    wanted += share * ((score - a - b * predicted) ** 2 - doubt);
  }
  // Half the way: the line moves in the same step, and whole steps of both can chase each other.
  return (noiseVariance + Math.max(0, wanted / weights)) / 2;
}

function largestChange(before: readonly Line[], after: readonly Line[]): number {
  const changes = after.flatMap(({ a, b, noiseVariance }, index) => {
    const old = lineAt(before, index);
    return [a - old.a, b - old.b, Math.sqrt(noiseVariance) - Math.sqrt(old.noiseVariance)].map(Math.abs);
  });
  return Math.max(...changes);
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function lineAt(lines: readonly Line[], index: number): Line {
  const line = lines[index];
  if (line === undefined) throw new Error(`no scale ${index}`);
  return line;
}

function itemAt(items: readonly ItemState[], index: number): ItemState {
  const item = items[index];
  if (item === undefined) throw new Error(`no item ${index}`);
  return item;
}
