import { z } from "zod";
import { WebUrl } from "../../money/web-url.ts";
import { Model } from "../model.ts";

/** What a model's maker says of it where lists say another or nothing: `data/curated/stated-facts.json`. */
export const StatedFact = z.strictObject({
  model: Model.shape.id,
  openWeights: z.boolean().optional(),
  releasedOn: z.iso.date().optional(),
  sourceUrl: WebUrl,
  /** The day the source was last read. */
  checkedOn: z.iso.date(),
});
export type StatedFact = z.output<typeof StatedFact>;
