import { escapeMarkdown } from "../../site/markdown.ts";
import * as paths from "../../site/paths.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { alternativesTable } from "./claim-columns.ts";
import type { ClaimLine } from "./claim-line.ts";
import type { ClaimsPage } from "./page.ts";

/** The page of claims in Markdown. */
export function claimsMarkdown({ answer, groups }: ClaimsPage): string {
  const sections = groups.map(
    ({ word, says, lines: group }) => `## ${word}: ${group.length}\n\n${says}\n\n${group.map(claimMarkdown).join("\n\n")}`,
  );
  return [
    "# Claims",
    `${answer} ${paths.absolute(paths.claims())}, as JSON: ${paths.absolute(paths.api.claims())}`,
    ...sections,
  ].join("\n\n");
}

function claimMarkdown(line: ClaimLine): string {
  const { claim, judged, byline, figures, formula, computed, alternatives } = line;
  return [
    `### ${escapeMarkdown(claim.said)}`,
    `${escapeMarkdown(byline)}${claim.byUrl === null ? "" : `, ${claim.byUrl}`}`,
    ...(claim.quote === null ? [] : [`> ${escapeMarkdown(claim.quote)}`]),
    figures.map(([label, value]) => `- ${label}: ${escapeMarkdown(value)}`).join("\n"),
    escapeMarkdown(judged.why),
    ...(claim.assumes.length === 0 ? [] : [escapeMarkdown(`Taken for granted: ${claim.assumes.join("; ")}.`)]),
    ...(formula === null ? [] : [`Formula: ${escapeMarkdown(formula)}`]),
    ...computed.map(([label, text]) => `${label}: ${escapeMarkdown(text)}`),
    ...(alternatives.length === 0 ? [] : [tableMarkdown(alternativesTable(line))]),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
