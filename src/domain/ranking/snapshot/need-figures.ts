import { z } from "zod";
import { NEED_SCALES } from "../../quality/need-scale.ts";
import { QualitySourceId } from "../../quality/quality-alias.ts";
import { LongPromptPrice } from "../ranking-snapshot.ts";

/**
 * What a day's rankings by a need's own scale are worked out from, beside the kept rows of the workload: a model's quality for a need is the same
 * in every workload and moves once in some weeks, so it is kept once, and no row of five workloads and two needs is.
 */

/** How good a model is at a need. */
export const NeedQualityLine = z.strictObject({
  scale: z.enum(NEED_SCALES),
  modelId: z.string(),
  value: z.number(),
  interval: z.tuple([z.number(), z.number()]),
  status: z.enum(["rated", "provisional"]),
  sources: z.array(QualitySourceId),
});
export type NeedQualityLine = z.output<typeof NeedQualityLine>;

const Usd = z.string().regex(/^\d+(\.\d{1,6})?$/);

/** The month of a model that a need's source has scored and the workload's own ranking has not: its kept rows have all other months. */
export const NeedPriceLine = z.strictObject({
  workload: z.string(),
  modelId: z.string(),
  offerId: z.string(),
  landedUsdPerMonth: Usd,
  /** As in a ranking's rows: absent = the same month. */
  billedUsdPerMonth: Usd.optional(),
  outputRatio: z.number().positive().optional(),
  leastUsdPerMonth: Usd.optional(),
  leastBilledUsdPerMonth: Usd.optional(),
  longPromptPrice: LongPromptPrice.optional(),
});
export type NeedPriceLine = z.output<typeof NeedPriceLine>;

/** What a workload's ranking was made at on the day. */
export const NeedTerms = z.strictObject({
  workload: z.string(),
  requests: z.int().positive(),
  worseAnswerUsd: z.number().positive(),
});
export type NeedTerms = z.output<typeof NeedTerms>;

export const NeedFigures = z.strictObject({
  asOf: z.iso.date(),
  /** Of the figures below as compact JSON. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  terms: z.array(NeedTerms),
  /** The fixed field on each scale. */
  fields: z.array(z.strictObject({ scale: z.enum(NEED_SCALES), elos: z.array(z.number()).min(1) })),
  qualities: z.array(NeedQualityLine),
  prices: z.array(NeedPriceLine),
});
export type NeedFigures = z.output<typeof NeedFigures>;
