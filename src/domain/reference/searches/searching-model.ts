import { z } from "zod";
import { WebUrl } from "../../money/web-url.ts";

/** A model that searches the web with every request, asked or not: `data/curated/searching-models.json`. Its searches are part of what a request costs. */
export const SearchingModel = z.strictObject({
  /** Our model id. */
  model: z.string(),
  why: z.string().min(1),
  sourceUrl: WebUrl,
  /** Through whose reading of the source it came to us. */
  via: z.string().min(1),
});
export type SearchingModel = z.output<typeof SearchingModel>;
