import { z } from "zod";
import { WebUrl } from "../money/web-url.ts";
import { QualityMatch, QualitySourceId } from "./quality-alias.ts";

/** `rated`: two sources or more. `provisional`: one. `notRated`: none; never ranked, never zero. */
export const QualityStatus = z.enum(["rated", "provisional", "notRated"]);
export type QualityStatus = z.output<typeof QualityStatus>;

/** One source's part in a model's quality. */
export const QualityPart = z.strictObject({
  id: QualitySourceId,
  release: z.iso.date().nullable(),
  name: z.string(),
  score: z.number(),
  effort: z.string().nullable(),
  match: QualityMatch,
  readAt: z.iso.datetime(),
  url: WebUrl,
});
export type QualityPart = z.output<typeof QualityPart>;

/** A model's quality without one of its sources, the scales as they are. */
export const QualityWithout = z.strictObject({
  source: QualitySourceId,
  value: z.number(),
  interval: z.tuple([z.number(), z.number()]),
  status: z.enum(["rated", "provisional"]),
});
export type QualityWithout = z.output<typeof QualityWithout>;

/** How good a model is, joined from all sources by the one-factor model. One row a line in `data/generated/quality.jsonl`. */
export const Quality = z.strictObject({
  model: z.string(),
  /** Fitted quality on LMArena's scale, Elo = a + b·q with the a and b of `quality-fit.json`, to a tenth. It is not the LMArena score. */
  value: z.number().nullable(),
  /** The 90 % interval around it, on the same scale. */
  interval: z.tuple([z.number(), z.number()]).nullable(),
  status: QualityStatus,
  /** The model whose scores these are: the base of a `-fast` model. Null = its own. */
  inheritedFrom: z.string().nullable(),
  /** The scores the value rests on, by source. */
  sources: z.array(QualityPart),
  /** The same without each of its sources in turn, where others are left: what a ranking depends on is read from it. */
  without: z.array(QualityWithout).optional(),
});
export type Quality = z.output<typeof Quality>;

/** 0: nothing known; 1: one witness; 2 or more: witnesses that can contradict each other. */
export function qualityStatus(sourceCount: number): QualityStatus {
  if (sourceCount === 0) return "notRated";
  return sourceCount === 1 ? "provisional" : "rated";
}
