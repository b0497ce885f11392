import { escapeMarkdown } from "../../site/markdown.ts";
import * as paths from "../../site/paths.ts";
import { groupsMarkdown, tableMarkdown } from "../../table/table-files.ts";
import type { ModelDayLine } from "./change-lines.ts";
import { announcedTable, biggestTable, dayTable, modelDayTable } from "./move-columns.ts";
import type { ChangesPage } from "./page.ts";

/** The page of changes in Markdown: the same lines. `index` are the parts of the market index. */
export function changesMarkdown(page: ToldChanges, index: readonly string[]): string {
  return [
    "# Changes",
    `Data as of ${page.asOf}. ${paths.absolute(paths.changes())}`,
    escapeMarkdown(page.answer),
    ...page.biggest.flatMap((moves) => [
      `## Biggest cuts and rises in ${moves.days} days`,
      escapeMarkdown(moves.says),
      tableMarkdown(biggestTable(moves, () => null)),
    ]),
    ...index,
    ...page.announced.flatMap(({ title, lines }) => [
      `## Announced: ${title.toLowerCase()}`,
      tableMarkdown(announcedTable(lines)),
    ]),
    ...modelDays("New models in 30 days", page.arrivals),
    ...modelDays("Models gone in 30 days", page.departures),
    "## What this can and cannot know",
    page.limits.map((limit) => `- ${escapeMarkdown(limit)}`).join("\n"),
    ...groupsMarkdown(dayTable("Day by day", page.days)),
  ].join("\n\n");
}

/** What the Markdown says about the page. */
type ToldChanges = Pick<ChangesPage, "asOf" | "answer" | "biggest" | "announced" | "arrivals" | "departures" | "limits" | "days">;

const modelDays = (title: string, lines: readonly ModelDayLine[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}`, tableMarkdown(modelDayTable(lines))];
