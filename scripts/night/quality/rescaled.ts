import { median } from "../../../src/domain/money/median.ts";
import type { QualityScore } from "../../../src/domain/quality/quality-score.ts";
import type { Objection } from "../guards/objection.ts";
import { rowKey, scoresAWeekAgo, weekBefore } from "./earlier-scores.ts";
import { qualityScaleOf } from "./quality-scale.ts";
import type { UsualMedian } from "./quality-source.ts";

/** So many models with a score on both nights tell a scale. */
const MIN_SHARED = 5;
/** The scores of a board move together by no more than this share of their own spread. */
const MAX_SHIFT = 0.5;
/** And lie no more than this many times wider or closer. */
const MAX_STRETCH = 1.5;
/** One score moves by no more than so many spreads, and stands no further than so many from the middle of its board. */
const MAX_STEP = 3;
const MAX_DISTANCE = 6;

/** What a board said last, and says now. */
export interface BoardNights {
  readonly before: readonly QualityScore[];
  readonly now: readonly QualityScore[];
  /** The day the week before tonight is counted back from: a hold keeps the week that led to it. */
  readonly weekTo: string;
}

/**
 * A board that writes other figures than it did: 0.74 for 74, or 200 points more for everybody, at once or a little every night for a week. What
 * it says is then no better and no worse than before, but what we print is on its scale. Between July and August 2026 Epoch's scores moved by 0.01
 * of their spread. Null: it is as it was.
 */
export function rescaled({ before, now, weekTo }: BoardNights, usual: UsualMedian): Objection | null {
  const scales = [...Map.groupBy(now, qualityScaleOf)];
  const details = scales.flatMap(([scale, rows]) => {
    const last = before.filter((score) => qualityScaleOf(score) === scale);
    return offScale(scale, rows, usual) ?? moved(scale, last, rows) ?? crept(scale, last, rows, weekTo) ?? [];
  });
  return details.length === 0 ? null : { rule: "qualityRescaled", detail: details.join(", ") };
}

/** Against a week ago. What a board publishes anew, under a date of its own, explains one step beside what may move in any week. */
function crept(scale: string, before: readonly QualityScore[], now: readonly QualityScore[], weekTo: string): string | null {
  const isNewlyPublished = now.some(({ scoredOn }) => scoredOn !== null && scoredOn > weekBefore(weekTo));
  const detail = moved(scale, scoresAWeekAgo(before, weekTo), now, isNewlyPublished ? 2 : 1);
  return detail === null ? null : `${detail} within a week`;
}

function offScale(scale: string, rows: readonly QualityScore[], [low, high]: UsualMedian): string | null {
  const middle = median(rows.map(({ score }) => score)) ?? low;
  return middle >= low && middle <= high ? null : `${scale} has its middle at ${text(middle)}, not between ${low} and ${high}`;
}

/** How a board moved by more than so many steps explain; null = it did not. */
function moved(scale: string, before: readonly QualityScore[], now: readonly QualityScore[], steps = 1): string | null {
  const pairs = pairsOf(before, now);
  const [was, is] = [spreadOf(pairs.map(({ last }) => last.score)), spreadOf(pairs.map(({ score }) => score.score))];
  if (pairs.length < MIN_SHARED || was === 0) return null;
  const shift = median(pairs.map(({ last, score }) => score.score - last.score)) ?? 0;
  if (Math.abs(shift) > MAX_SHIFT * steps * was)
    return `${pairs.length} scores of ${scale} moved by ${text(shift)}, of a spread of ${text(was)}`;
  const stretch = Math.max(was, is) / Math.min(was, is);
  return stretch > MAX_STRETCH ** steps
    ? `the spread of ${pairs.length} scores of ${scale} went from ${text(was)} to ${text(is)}`
    : null;
}

/** A score that is far from what it was, or that nobody had and that is far from all others of its board: which is told beside it. */
export function oddScores(
  before: readonly QualityScore[],
  now: readonly QualityScore[],
): readonly { readonly score: QualityScore; readonly why: string }[] {
  const lastOf = new Map(before.map((score) => [rowKey(score), score]));
  return [...Map.groupBy(now, qualityScaleOf)].flatMap(([scale, rows]) => {
    const known = before.filter((score) => qualityScaleOf(score) === scale).map(({ score }) => score);
    const [middle, spread] = [median(known) ?? 0, spreadOf(known)];
    if (known.length < MIN_SHARED || spread === 0) return [];
    return rows.flatMap((score) => {
      const last = lastOf.get(rowKey(score));
      const isOdd =
        last === undefined
          ? Math.abs(score.score - middle) > MAX_DISTANCE * spread
          : Math.abs(score.score - last.score) > MAX_STEP * spread;
      const was = last === undefined ? `new, and the middle of all is ${text(middle)}` : `it was ${text(last.score)}`;
      return isOdd ? [{ score, why: `${scale} has ${JSON.stringify(score.name)} at ${text(score.score)}, ${was}` }] : [];
    });
  });
}

/** The same row of the same board on both nights. */
function pairsOf(before: readonly QualityScore[], now: readonly QualityScore[]) {
  const lastOf = new Map(before.map((score) => [rowKey(score), score]));
  return now.flatMap((score) => {
    const last = lastOf.get(rowKey(score));
    return last === undefined ? [] : [{ last, score }];
  });
}

/** The standard deviation as half of the scores show it, so that a single wild one does not move it. */
function spreadOf(scores: readonly number[]): number {
  const middle = median(scores) ?? 0;
  return DEVIATIONS * (median(scores.map((score) => Math.abs(score - middle))) ?? 0);
}

/** Of normal scores half lie within 1/1.4826 of a standard deviation. */
const DEVIATIONS = 1.4826;

const text = (points: number): string => String(Number(points.toFixed(2)));
