import { modelOf, run } from "../../data/catalog.ts";
import { escapeMarkdown } from "../../site/markdown.ts";
import * as paths from "../../site/paths.ts";
import { plainText } from "../../site/words/answer.ts";
import { monthMeaning } from "../../site/words/month-meaning.ts";
import { tableMarkdown } from "../../table/table-files.ts";
import type { RowView, TableView } from "../../table/table-view.ts";
import { bestViewOf } from "./best-data.ts";
import { type BestPlace, bestPath, bestTitle } from "./best-place.ts";
import type { BestOverview, FreePage, SnapshotPage } from "./page.ts";
import { overviewTable } from "./tables/overview-columns.ts";
import { reasonText } from "./worse-answer.ts";

/** The Markdown twin of a ranking page. */
export function bestMarkdown(place: BestPlace): string {
  const view = bestViewOf(place.preset, place.need);
  return `# ${bestTitle(place)}

${plainText(view.answer)}

Month = ${monthMeaning(place.preset)}. Data as of ${run.asOf}. ${paths.absolute(bestPath(place))}

- ${reasonText(place.preset.worseAnswer)}
- ${view.standing}

## Best buys, by what a worse answer costs

${view.buys.caption}

${tableMarkdown(view.buys)}

## All ranked models

${view.all.caption}

${tableMarkdown(view.all)}

## Cheapest for a minimum quality

${view.atBar.caption}

${tableMarkdown(view.atBar)}

${view.gaps}
`;
}

/** The Markdown twin of `/best/`: the best buys by workload. */
export const bestOverviewMarkdown = ({ asOf, answer, workloads }: BestOverview): string =>
  `# Best value\n\n${escapeMarkdown(answer)} Data as of ${asOf}.\n\n${tableMarkdown(overviewTable(workloads, (id) => modelOf(id).name))}\n`;

/** The Markdown twin of a kept day. */
export function snapshotMarkdown({ snapshot, view }: SnapshotPage): string {
  return `# ${view.title}

${plainText(view.answer)}

- Kept rows: ${paths.absolute(paths.api.rankingSnapshot(snapshot.workload, snapshot.asOf))}
- Cite as: ${view.citation}
- Today’s ranking: ${paths.absolute(paths.best(snapshot.workload))}

${keptMarkdown(view.table)}
`;
}

/** A table of kept rows, each of which is written once for all the days on which it stands. */
function keptMarkdown(table: TableView): string {
  const textOf = (rows: readonly RowView[]) => tableMarkdown({ ...table, groups: [{ title: null, rows }] });
  const lineOf = (row: RowView): string => {
    const line = lineOfKept.get(row) ?? textOf([row]).split("\n").slice(2).join("\n");
    lineOfKept.set(row, line);
    return line;
  };
  return [textOf([]), ...table.groups.flatMap(({ rows }) => rows.map(lineOf))].join("\n");
}

const lineOfKept = new WeakMap<RowView, string>();

/** The Markdown twin of the free offers. */
export const freeMarkdown = ({ view, asOf }: FreePage): string =>
  `# Free offers\n\nData as of ${asOf}.\n\n${tableMarkdown(view)}\n`;
