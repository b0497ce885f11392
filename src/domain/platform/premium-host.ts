import { z } from "zod";
import { WebUrl } from "../money/web-url.ts";

/** A platform whose high prices are genuine, so that a high price there is no reason for doubt: `data/curated/premium-hosts.json`. */
export const PremiumHost = z.strictObject({
  platform: z.string(),
  /** Own words, one sentence. */
  why: z.string().min(1).max(300),
  sourceUrl: WebUrl,
  checkedOn: z.iso.date(),
});
export type PremiumHost = z.output<typeof PremiumHost>;
