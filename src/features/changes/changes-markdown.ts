import { escapeMarkdown, type LinkCell, markdownTable } from "../../site/markdown.ts";
import { absolute, paths } from "../../site/paths.ts";
import type { AnnouncementGroup } from "./announcement-groups.ts";
import type { ChangeLines, MeterText, ModelDayLine, ModelLink, MoveLine } from "./change-lines.ts";

/** The page of changes in Markdown: the same lines. `index` are the parts of the market index. */
export function changesMarkdown(page: ToldChanges, index: readonly string[]): string {
  return [
    "# Changes",
    `Data as of ${page.asOf}. ${absolute(paths.changes())}`,
    escapeMarkdown(page.answer),
    ...page.biggest.flatMap(({ days, says, cuts, rises }) => [
      `## Biggest cuts and rises in ${days} days`,
      escapeMarkdown(says),
      movesTable([...cuts, ...rises]),
    ]),
    ...index,
    ...page.announced.flatMap(({ title, lines }) => [
      `## Announced: ${title.toLowerCase()}`,
      markdownTable(
        ["Model", "What", "Source"],
        lines.map(({ model, text, sourceUrl }) => [
          model === null ? "–" : nameCell(model),
          text,
          { text: "source", url: sourceUrl },
        ]),
      ),
    ]),
    ...modelDays("New models in 30 days", page.arrivals),
    ...modelDays("Models gone in 30 days", page.departures),
    "## What this can and cannot know",
    page.limits.map((limit) => `- ${escapeMarkdown(limit)}`).join("\n"),
    ...page.days.flatMap(({ day, lines }) => [`## ${day}`, movesTable(lines)]),
  ].join("\n\n");
}

/** What the Markdown tells of the page. */
interface ToldChanges extends ChangeLines {
  readonly announced: readonly AnnouncementGroup[];
  readonly asOf: string;
}

function modelDays(title: string, lines: readonly ModelDayLine[]): readonly string[] {
  if (lines.length === 0) return [];
  const rows = lines.map((line) => [line.day, nameCell(line)]);
  return [`## ${title}`, markdownTable(["Day", "Model"], rows)];
}

function movesTable(lines: readonly MoveLine[]): string {
  const head = ["Day", "Model", "Seller", "Whose word", "Input", "Output", "Other meters"];
  const rows = lines.map((line) => [
    line.day,
    nameCell(line.model),
    line.seller,
    line.voice,
    cell(line.input),
    cell(line.output),
    line.others,
  ]);
  return markdownTable(head, rows);
}

const cell = (text: MeterText | null): string => (text === null ? "" : `${text.turn}, ${text.delta}`);
const nameCell = ({ name, path }: ModelLink): string | LinkCell => (path === null ? name : { text: name, url: absolute(path) });
