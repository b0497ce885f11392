import { z } from "zod";
import { WebUrl } from "../../money/web-url.ts";
import { Model } from "../model.ts";

/**
 * A model that no list names and a buyer asks for, written down by hand: `data/curated/models.json`. What it costs, the readings say; what a
 * list says of it later fills the facts that are null here.
 */
export const CuratedModel = z.strictObject({
  id: Model.shape.id,
  name: z.string().min(1),
  releasedOn: z.iso.date().nullable().default(null),
  contextTokens: z.int().positive().nullable().default(null),
  openWeights: z.boolean().nullable().default(null),
  inputModalities: z.array(z.string()).default(["text"]),
  sourceUrl: WebUrl,
  /** The day the source was last read. */
  checkedOn: z.iso.date(),
});
export type CuratedModel = z.output<typeof CuratedModel>;
