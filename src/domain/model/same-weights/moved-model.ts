import { z } from "zod";
import { WebUrl } from "../../money/web-url.ts";
import { Model } from "../model.ts";

/**
 * An id that had a page until its weights were found to be another model's: `data/curated/moved-models.json`. An alias joins the two in the data;
 * this keeps the published addresses. A line stays for ever.
 */
export const MovedModel = z.strictObject({
  from: Model.shape.id,
  to: Model.shape.id,
  why: z.string().min(1),
  sourceUrl: WebUrl,
  checkedOn: z.iso.date(),
});
export type MovedModel = z.output<typeof MovedModel>;
