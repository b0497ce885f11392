import type { ClaimJson } from "../../data/json/schema/file-schema.ts";
import * as paths from "../../site/paths.ts";
import type { ClaimLine } from "./claim-line.ts";

/** One row of `/api/v1/claims.json`. Figures are decimal text with their unit, `yes` or `no`; null = there is none. */
export function claimJson({ claim, judged, formula }: ClaimLine): ClaimJson {
  const { id, said, quote, assumes, by, byUrl, saidOn, saidValue, unit } = claim;
  const { asSaid, atTheTime, today, verdict, why } = judged;
  return {
    id,
    said,
    quote,
    assumes,
    by,
    byUrl,
    saidOn,
    saidValue,
    unit,
    formula,
    asSaid,
    atTheTime,
    today,
    verdict,
    why,
    alternatives: judged.alternatives,
    url: `${paths.absolute(paths.claims())}#${id}`,
  };
}
