import { formatDay } from "../../site/format.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { tallyTable, widestTable } from "./disagreement-columns.ts";
import type { DisagreementPage } from "./disagreement-page.ts";

/** Where sources disagree, in Markdown. */
export function disagreementMarkdown(page: DisagreementPage): string {
  const { asOf, answer, meaning, records, pairs, restText } = page;
  return `# Where sources disagree

${answer} Data as of ${formatDay(asOf)}.

${meaning}

## Second-hand sources against the platforms' own figures

${tableMarkdown(tallyTable("Second-hand sources", "", records))}

## Every two sources

${tableMarkdown(tallyTable("Every two sources", "", pairs))}

## Furthest apart

${tableMarkdown(widestTable(page))}

${restText ?? ""}`;
}
