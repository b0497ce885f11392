import { z } from "zod";
import { WebUrl } from "../money/web-url.ts";

/** Where a number was read. `first` = the platform's own words, `second` = somebody's copy of them. */
export const SourceRef = z.strictObject({
  id: z.string(),
  url: WebUrl,
  readAt: z.iso.datetime(),
  hand: z.enum(["first", "second"]),
});
export type SourceRef = z.output<typeof SourceRef>;
