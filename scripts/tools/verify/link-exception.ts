import { z } from "zod";

/** A models.dev link that joins two different models, though their prices are equal. `data/curated/link-exceptions.json`; an unused one is a failure. */
export const LinkException = z.strictObject({
  /** models.dev's provider id. */
  provider: z.string(),
  upstreamId: z.string(),
  /** models.dev's `lab/model`. */
  link: z.string(),
  why: z.string(),
});
export type LinkException = z.output<typeof LinkException>;
