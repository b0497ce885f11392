import { z } from "zod";

/** A model of the fixed field of reference models, chosen by people: one row a line in `data/curated/quality-field.json`. */
export const QualityFieldModel = z.strictObject({
  model: z.string().regex(/^[a-z0-9-]+\/[a-z0-9._-]+$/),
  why: z.string().min(1),
});
export type QualityFieldModel = z.output<typeof QualityFieldModel>;
