import { z } from "zod";

const Count = z.int().nonnegative();
const Share = z.number().min(0).max(1);

/** The shape and size of a month's use. Token counts are per request; input counts cached and written tokens too. */
export const Workload = z.strictObject({
  /** A month. */
  requests: Count,
  inputTokens: Count,
  outputTokens: Count,
  /** Of the input: read from the prompt cache. */
  cachedShare: Share,
  /** Of the input: written to the prompt cache. Never more than what `cachedShare` leaves. */
  cacheWriteShare: Share,
  cacheWriteTtl: z.enum(["5m", "1h"]),
  /** Of what is written, where both kinds are in use: the share kept for an hour. Absent = all as `cacheWriteTtl` says. */
  cacheWrite1hShare: Share.optional(),
  /** Of the requests: those that can wait for a batch. */
  batchShare: Share,
  /**
   * Of the requests: those sent in an offer's more expensive hours. Null = spread evenly over the week, so that each offer's windows weigh by their hours:
   * DeepSeek's 35 peak hours in a week of 168 are 20.8 %.
   */
  peakShare: Share.nullable(),
  /** Web searches that the platform's own tool makes, a request; a fraction is an average. Absent = none. */
  webSearches: z.number().nonnegative().optional(),
});
export type Workload = z.output<typeof Workload>;

/**
 * What a worse answer costs the buyer, in dollars: the price at which a preset weighs quality against cost. The reason gives the
 * figure: one worse answer in `oneIn` takes `minutes` of somebody's time. 10 minutes at $90 an hour are $15; of one in 10, $1.50.
 */
export const WorseAnswer = z
  .strictObject({
    usd: z.number().positive(),
    minutes: z.number().positive(),
    /** `a developer’s`: of whose time. */
    whose: z.string().min(1),
    /** What an hour of it costs. */
    usdPerHour: z.number().positive(),
    /** Of so many worse answers one has a price; the others pass for good ones. */
    oneIn: z.number().min(1),
    /** One sentence: what happens then. */
    why: z.string().min(1),
  })
  .refine(({ usd, minutes, usdPerHour, oneIn }) => Math.abs(usd - ((minutes / 60) * usdPerHour) / oneIn) < 1e-9, {
    path: ["usd"],
    message: "is not minutes · dollars an hour ÷ 60 ÷ oneIn",
  });
export type WorseAnswer = z.output<typeof WorseAnswer>;

/** A workload the site ranks by. The id is a permanent slug: it is in published addresses. */
export const WorkloadPreset = z
  .strictObject({
    id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    name: z.string(),
    /** One line in our own words: who uses models like this. */
    meaning: z.string(),
    /** Where a reader's slider is at first. */
    worseAnswer: WorseAnswer,
    ...Workload.shape,
  })
  .refine((preset) => preset.cachedShare + preset.cacheWriteShare <= 1, {
    path: ["cacheWriteShare"],
    message: "cached and written shares of the input sum to more than 1",
  });
export type WorkloadPreset = z.output<typeof WorkloadPreset>;

/** data/curated/workloads.json, in the order pages show them; the first is the default. */
export const WorkloadPresets = z.array(WorkloadPreset);
