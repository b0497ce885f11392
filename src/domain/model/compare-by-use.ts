import { compareText } from "../money/compare-text.ts";
import type { Model } from "./model.ts";

/** By use, most used first; models nobody counts by release, newest first; then by id. Retired ones last. */
export function compareByUse(a: Model, b: Model): number {
  const retired = Number(a.status === "retired") - Number(b.status === "retired");
  const rank = (a.usageRank ?? Number.MAX_SAFE_INTEGER) - (b.usageRank ?? Number.MAX_SAFE_INTEGER);
  return retired || rank || compareText(b.releasedOn ?? "", a.releasedOn ?? "") || compareText(a.id, b.id);
}
