import { z } from "zod";

const PlatformId = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/);

/** Two platforms people compare, so that they have a page: the second is measured by the first. */
export const Comparison = z
  .strictObject({
    pair: z.tuple([PlatformId, PlatformId]),
    /** What a reader of the page is about to decide, in own words. */
    why: z.string().min(1).max(120),
  })
  .refine(({ pair: [a, b] }) => a !== b, { path: ["pair"], message: "a platform is not compared with itself" });
export type Comparison = z.output<typeof Comparison>;

/** `data/curated/comparisons.json`, in the order the list shows them. */
export const Comparisons = z.array(Comparison);
