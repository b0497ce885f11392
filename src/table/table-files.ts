import { type LinkCell, markdownTable } from "../site/markdown.ts";
import { hintText, noteText } from "./cell-pieces.ts";
import type { Cell } from "./column.ts";
import { columnsFor, type TableView } from "./table-view.ts";

/** The table as Markdown, small words in brackets; a group's title stands beside the names of its rows. */
export function tableMarkdown(view: TableView): string {
  const columns = columnsFor(view, "files");
  const rows = view.groups.flatMap(({ title, rows }) =>
    rows.map(({ cells }) => columns.map(([at], place) => markdownCell(cells[at] ?? NOTHING, place === 0 ? title : null))),
  );
  return markdownTable(
    columns.map(([, { label, fileLabel }]) => fileLabel ?? label),
    rows,
  );
}

/** Each group of a table as a table of its own below its heading. */
export const groupsMarkdown = (view: TableView): readonly string[] =>
  view.groups.map((group) => `## ${group.title}\n\n${tableMarkdown({ ...view, groups: [{ ...group, title: null }] })}`);

const NOTHING: Cell = { text: "" };

const smallWords = ({ notes = [], hint }: Cell): readonly string[] => [
  ...notes.map(noteText),
  ...(hint === undefined ? [] : [hintText(hint)]),
];

function markdownCell(cell: Cell, group: string | null): string | LinkCell {
  if (cell.file !== undefined) return cell.file;
  const more = [...(group === null ? [] : [group]), ...smallWords(cell)];
  return more.length === 0 ? cell.text : `${cell.text} (${more.join(", ")})`;
}
