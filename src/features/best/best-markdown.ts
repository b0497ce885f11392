import { run } from "../../data/catalog.ts";
import { absolute, paths } from "../../site/paths.ts";
import { plainText } from "../../site/words/answer.ts";
import { monthMeaning } from "../../site/words/month-meaning.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import { bestViewOf } from "./best-data.ts";
import { type BestPlace, bestPath, bestTitle } from "./best-place.ts";
import { overviewTable } from "./overview-columns.ts";
import type { BestOverview, FreePage, SnapshotPage } from "./page.ts";

/** The Markdown twin of a ranking page. */
export function bestMarkdown(place: BestPlace): string {
  const view = bestViewOf(place.preset, place.need);
  return `# ${bestTitle(place)}

${plainText(view.answer)}

Month = ${monthMeaning(place.preset)}. Data as of ${run.asOf}. ${absolute(bestPath(place))}

${[...view.flips, ...view.barFlips].map((line) => `- ${line}`).join("\n")}

## Quality per dollar

${tableMarkdown(view.value)}

## Cheapest for a bar

${view.atBar.caption}

${tableMarkdown(view.atBar)}

## The frontier

${tableMarkdown(view.front)}

${view.gaps}
`;
}

/** The Markdown twin of `/best/`: first places by workload. */
export const bestOverviewMarkdown = ({ asOf, workloads }: BestOverview): string =>
  `# Best value\n\nData as of ${asOf}.\n\n${tableMarkdown(overviewTable(workloads))}\n`;

/** The Markdown twin of a kept day. */
export function snapshotMarkdown({ snapshot, view }: SnapshotPage): string {
  return `# ${view.title}

${plainText(view.answer)}

- Kept rows: ${absolute(paths.api.rankingSnapshot(snapshot.workload, snapshot.asOf))}
- Cite as: ${view.citation}
- Today’s ranking: ${absolute(paths.best(snapshot.workload))}

${tableMarkdown(view.table)}
`;
}

/** The Markdown twin of the free offers. */
export const freeMarkdown = ({ view, asOf }: FreePage): string =>
  `# Free offers\n\nData as of ${asOf}.\n\n${tableMarkdown(view)}\n`;
