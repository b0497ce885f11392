import { z } from "zod";
import { WebUrl } from "../money/web-url.ts";
import { QualitySourceId } from "./quality-alias.ts";

/** One scale of the fit: a source, or one release of a source that has a scale per release. score = a + b·q + noise + own error. */
export const QualityScale = z.strictObject({
  source: QualitySourceId,
  release: z.iso.date().nullable(),
  a: z.number(),
  b: z.number().positive(),
  /** One standard deviation of what the source measures besides quality, in its own unit. */
  noise: z.number().positive(),
  /** The least that noise may be, in its own unit. */
  noiseFloor: z.number().positive(),
  /** The median of the source's own standard errors: used where a row states none. */
  typicalError: z.number().nonnegative(),
  /** Models with a score on this scale. */
  models: z.int().positive(),
  /** Newest reading on this scale. */
  readAt: z.iso.datetime(),
});
export type QualityScale = z.output<typeof QualityScale>;

/** Whose scores these are, and the line a page must carry that shows them. */
export const QualityCredit = z.strictObject({
  id: QualitySourceId,
  name: z.string(),
  url: WebUrl,
  licence: z.string(),
  attribution: z.string(),
});
export type QualityCredit = z.output<typeof QualityCredit>;

/** A model of the fixed field that the expected share of wins is counted against. */
export const FieldModel = z.strictObject({ model: z.string(), elo: z.number() });
export type FieldModel = z.output<typeof FieldModel>;

/** `data/generated/quality-fit.json`: the constants behind every quality figure of the night. */
export const QualityFit = z.strictObject({
  schemaVersion: z.literal(1),
  /** The reading day of the newest score. */
  asOf: z.iso.date(),
  /** Models the fit saw. */
  models: z.int().positive(),
  /** The share of cases a quality interval means to cover. */
  intervalLevel: z.number(),
  /** The noise floor of every scale as a share of what one standard deviation of quality moves it. */
  noiseFloorShare: z.number(),
  sources: z.array(QualityCredit),
  /** The scale of `lmarena` is the one quality is printed on. */
  scales: z.array(QualityScale),
  field: z.array(FieldModel),
});
export type QualityFit = z.output<typeof QualityFit>;
