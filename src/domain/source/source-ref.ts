import { z } from "zod";
import { WebUrl } from "../money/web-url.ts";
import { SOURCE_IDS } from "./sources.ts";

/** A source of prices: a row of the table in `sources.ts`. */
export const SourceId = z.enum(SOURCE_IDS);
export type SourceId = z.output<typeof SourceId>;

/** Where a number was read. `first` = the platform's own words, `second` = somebody's copy of them. */
export const SourceRef = z.strictObject({
  id: SourceId,
  url: WebUrl,
  readAt: z.iso.datetime(),
  hand: z.enum(["first", "second"]),
});
export type SourceRef = z.output<typeof SourceRef>;
