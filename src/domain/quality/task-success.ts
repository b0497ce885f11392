import { compareText } from "../money/compare-text.ts";
import type { RankedQuality } from "../ranking/ranking.ts";
import type { QualityScaleName } from "./need-scale.ts";
import type { QualityScore } from "./quality-score.ts";

/** Who says how good an answer is: people who vote on two answers, or a benchmark that checks whether the task was solved. */
export const JUDGES = ["votes", "success"] as const;
export type Judge = (typeof JUDGES)[number];

/** Where success is measured: over tasks of every kind, and over coding and agentic coding alone. Nobody publishes it for pictures. */
const MEASURED_BY = { general: "livebench", coding: "livebench-coding" } as const;
type SuccessScale = keyof typeof MEASURED_BY;

/** The share of a benchmark's tasks that a model solved, 0 to 1, with its 90 % interval where the source's error is known. */
export interface TaskSuccess {
  readonly p: number;
  readonly low: number;
  readonly high: number;
  /** The effort it was measured at; null = its name states none. */
  readonly effort: string | null;
}
export type SuccessByScale = Readonly<Partial<Record<SuccessScale, TaskSuccess>>>;

/** Normal quantile of a 90 % interval. */
const QUANTILE = 1.6449;

/**
 * Model id → its success on the newest release of each suite. Releases ask other questions, so older ones are left out. A score of 71.7 ± 1.3
 * points is 0.717 (0.6956–0.7384); without a stated error the interval is the score alone.
 */
export function taskSuccess(scores: readonly QualityScore[]): ReadonlyMap<string, SuccessByScale> {
  const successOfModel = new Map<string, Partial<Record<SuccessScale, TaskSuccess>>>();
  for (const scale of ["general", "coding"] as const) {
    for (const score of ofNewestRelease(scores.filter(({ source }) => source === MEASURED_BY[scale])))
      successOfModel.set(score.model, { ...successOfModel.get(score.model), [scale]: successOf(score) });
  }
  return successOfModel;
}

function ofNewestRelease(scores: readonly QualityScore[]): readonly QualityScore[] {
  const newest = scores.map(({ release }) => release ?? "").reduce((a, b) => (compareText(a, b) > 0 ? a : b), "");
  return scores.filter(({ release }) => (release ?? "") === newest);
}

function successOf({ score, standardError, effort }: QualityScore): TaskSuccess {
  const half = QUANTILE * (standardError ?? 0);
  return { p: shareOf(score), low: shareOf(score - half), high: shareOf(score + half), effort };
}

/** Points of a hundred as a share, to a ten-thousandth. */
const shareOf = (points: number): number => Math.round(Math.min(100, Math.max(0, points)) * 100) / 10_000;

/** The scale on which success is read for a ranking by that quality. */
const successScale = (scale: QualityScaleName): SuccessScale => (scale === "coding" ? "coding" : "general");

/** Success as a ranking reads a quality: the value is points of a hundred. Null = nobody measured it. */
export function successQuality(success: SuccessByScale | undefined, scale: QualityScaleName): RankedQuality | null {
  const on = successScale(scale);
  const measured = success?.[on];
  if (measured === undefined) return null;
  const { p, low, high, effort } = measured;
  return {
    value: pointsOf(p),
    interval: [pointsOf(low), pointsOf(high)],
    status: "rated",
    sources: [{ id: MEASURED_BY[on], effort }],
    success: { p, low, high },
  };
}

const pointsOf = (share: number): number => Math.round(share * 1000) / 10;
