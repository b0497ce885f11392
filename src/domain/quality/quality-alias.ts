import { z } from "zod";

/** The sources whose licences let us publish their scores: what judges answers of every kind, and what judges one need. */
export const QUALITY_SOURCE_IDS = [
  "epoch-eci",
  "livebench",
  "livebench-coding",
  "lmarena",
  "lmarena-vision",
  "lmarena-webdev",
] as const;
export const QualitySourceId = z.enum(QUALITY_SOURCE_IDS);
export type QualitySourceId = z.output<typeof QualitySourceId>;

/**
 * How a source's row stands to our model. `exact`: the same model. `inherited`: another name for the same weights (a hosted twin, a faster
 * service, the dated id of the one checkpoint). `near`: another checkpoint, a preview or a moving name: listed so that nobody matches it
 * again, and never used for a score.
 */
export const QualityMatch = z.enum(["exact", "near", "inherited"]);
export type QualityMatch = z.output<typeof QualityMatch>;

/** A source's name for one of our models, looked up by a person: one row a line in `data/curated/quality-aliases.json`. */
export const QualityAlias = z.strictObject({
  model: z.string().regex(/^[a-z0-9-]+\/[a-z0-9._-]+$/),
  source: QualitySourceId,
  /** Exactly as the source writes it. */
  name: z.string().min(1),
  match: QualityMatch,
  /** Of several names of one model at one source the lowest number that the source has tonight is read: other efforts, older spellings. */
  preference: z.int().positive(),
  /** The reasoning effort the name states; null = it states none. */
  effort: z.string().nullable(),
  note: z.string().nullable(),
  checkedOn: z.iso.date(),
});
export type QualityAlias = z.output<typeof QualityAlias>;
