import { z } from "zod";

/** An upstream id that no rule joins to a model: listed in the report and on the data-health page, never guessed. */
export const Unmatched = z.strictObject({
  source: z.string(),
  platform: z.string(),
  upstreamId: z.string(),
});
export type Unmatched = z.output<typeof Unmatched>;
