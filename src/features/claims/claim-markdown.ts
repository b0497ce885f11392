import { escapeMarkdown, markdownTable } from "../../site/markdown.ts";
import { absolute, paths } from "../../site/paths.ts";
import type { ClaimLine } from "./claim-line.ts";
import type { ClaimsPage } from "./page.ts";

/** The page of claims in Markdown. */
export function claimsMarkdown({ answer, groups }: ClaimsPage): string {
  const sections = groups.map(
    ({ word, says, lines: own }) => `## ${word}: ${own.length}\n\n${says}\n\n${own.map(claimMarkdown).join("\n\n")}`,
  );
  return ["# Claims", `${answer} ${absolute(paths.claims())}, as JSON: ${absolute(paths.api.claims())}`, ...sections].join(
    "\n\n",
  );
}

function claimMarkdown({ claim, judged, byline, figures, formula, computed, alternatives }: ClaimLine): string {
  return [
    `### ${escapeMarkdown(claim.said)}`,
    `${escapeMarkdown(byline)}${claim.byUrl === null ? "" : `, ${claim.byUrl}`}`,
    figures.map(([label, value]) => `- ${label}: ${escapeMarkdown(value)}`).join("\n"),
    escapeMarkdown(judged.why),
    ...(formula === null ? [] : [`Formula: ${escapeMarkdown(formula)}`]),
    ...computed.map(([label, text]) => `${label}: ${escapeMarkdown(text)}`),
    ...(alternatives.length === 0
      ? []
      : [
          markdownTable(
            ["Another reading", "As said", "Today"],
            alternatives.map(({ label, said, today }) => [label, said, today]),
          ),
        ]),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
