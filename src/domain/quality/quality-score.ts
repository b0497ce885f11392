import { z } from "zod";
import { compareText } from "../money/compare-text.ts";
import { WebUrl } from "../money/web-url.ts";
import { QualityMatch, QualitySourceId } from "./quality-alias.ts";

/** A score that was valid on the last days before `until`, when another took its place. */
const EarlierScore = z.strictObject({ until: z.iso.date(), score: z.number() });

/** One source's score of one of our models, as kept in `data/generated/quality-scores.jsonl`: what the quality fit reads. */
export const QualityScore = z.strictObject({
  model: z.string(),
  source: QualitySourceId,
  /** The source's own version where versions have scales of their own (LiveBench); null = one scale, re-estimated at every update. */
  release: z.iso.date().nullable(),
  name: z.string(),
  match: QualityMatch,
  effort: z.string().nullable(),
  /** In the source's own unit: Elo, ECI points, LiveBench points. */
  score: z.number(),
  /** The source's own interval and the share of cases it means to cover; null = it states none. */
  interval: z.tuple([z.number(), z.number()]).nullable(),
  intervalLevel: z.number().nullable(),
  /** One standard deviation of the source's own error; null = not known for this row. */
  standardError: z.number().positive().nullable(),
  /** The day the source dates the score with; null = undated. */
  scoredOn: z.iso.date().nullable(),
  /** The scores this one and those before it replaced within a week, oldest first: what the board said a week ago. Absent = it did not move. */
  earlier: z.array(EarlierScore).readonly().optional(),
  readAt: z.iso.datetime(),
  url: WebUrl,
});
export type QualityScore = z.output<typeof QualityScore>;

/** By model, then source, newest release first: a total order, one score per model, source and release. */
export function compareQualityScores(a: QualityScore, b: QualityScore): number {
  return compareText(a.model, b.model) || compareText(a.source, b.source) || compareText(b.release ?? "", a.release ?? "");
}
