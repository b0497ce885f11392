import { z } from "zod";

/** Why our data and genai-prices' disagree on what a platform charges; `data/curated/price-differences.json`, printed by `npm run verify`. */
export const PriceDifference = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  platform: z.string(),
  /** The platform's own model ids it explains; null = every model there. */
  upstreamIds: z.array(z.string()).min(1).nullable(),
  /**
   * `datedPrice`: both were right, on different days. `market`: they price another market or region. `meter`: one side puts a price on
   * another meter. `match`: their matcher takes another model for it. `rounding`: one side rounds. `tier`: one side has a price for long prompts that the other lacks.
   */
  because: z.enum(["datedPrice", "market", "meter", "match", "rounding", "tier"]),
  /** In our own words. */
  says: z.string(),
  sourceUrl: z.url(),
  /** The day of the source. */
  date: z.iso.date(),
});
export type PriceDifference = z.output<typeof PriceDifference>;

export const PriceDifferences = z.array(PriceDifference);
