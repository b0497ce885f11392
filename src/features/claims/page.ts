import { allSheets, defaultPreset, modelById, names, platforms, run } from "../../data/catalog.ts";
import { curatedFile } from "../../data/folders.ts";
import { readJson } from "../../data/rows.ts";
import { Claims } from "../../domain/claim/claim.ts";
import { claimInputs } from "./claim-inputs.ts";
import { claimGroups, claimLines, claimsAnswer, claimsJsonLd } from "./claim-line.ts";

/** The articles' claims, judged once a build. */
export const judgedClaims = claimLines(readJson(curatedFile("claims.json"), Claims), {
  inputs: claimInputs({ sheets: allSheets(), platforms, asOf: run.asOf, workload: defaultPreset }),
  names: {
    model: (id) => modelById.get(id)?.name ?? id,
    platform: names.platform,
    hasPage: (id) => modelById.has(id),
  },
  asOf: run.asOf,
});

/** Everything the page of claims shows, and its Markdown twin. */
export type ClaimsPage = ReturnType<typeof claimsPage>;

/** The page `/claims/`: what others say of prices, by whether it holds. */
export function claimsPage() {
  const groups = claimGroups(judgedClaims);
  return { asOf: run.asOf, answer: claimsAnswer(groups, run.asOf), groups, jsonLd: claimsJsonLd(judgedClaims) };
}
