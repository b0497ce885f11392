import { z } from "zod";

/** How sure a curated fact is: `high` = read on the maker's own page, `medium` = one dated report of it, `low` = undated or disputed. */
export const Confidence = z.enum(["high", "medium", "low"]);
export type Confidence = z.output<typeof Confidence>;
