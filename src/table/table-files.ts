import { toMillionth } from "../domain/money/micro-usd.ts";
import { type LinkCell, markdownTable } from "../site/markdown.ts";
import { hintText, noteText } from "./cell-pieces.ts";
import type { Cell } from "./column.ts";
import { columnsFor, type TableView } from "./table-view.ts";

/** The table as Markdown, small words in brackets; a group's title is beside the names of its rows. */
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

/** The table as lines of values for a CSV writer: numbers as numbers, to the millionth; every small word in a last column of its own. */
export function tableRecords(view: TableView): readonly (readonly (string | number)[])[] {
  const columns = columnsFor(view, "files");
  const labels = columns.map(([, { label, fileLabel }]) => fileLabel ?? label);
  const rows = view.groups.flatMap(({ title, rows }) =>
    rows.map(({ cells }) => {
      const shownCells = columns.map(([at]) => cells[at] ?? NOTHING);
      const notes = shownCells.flatMap((cell, at) =>
        smallWords(cell).map((words) => (at === 0 ? words : `${labels[at]}: ${words}`)),
      );
      return [...shownCells.map(csvValue), [...(title === null ? [] : [title]), ...notes].join("; ")];
    }),
  );
  return [[...labels, "Notes"], ...rows];
}

/** The table as objects by the ids of its columns: figures as numbers, what is empty as null. */
export function tableObjects(view: TableView): readonly Readonly<Record<string, string | number | null>>[] {
  const columns = columnsFor(view, "files");
  const fieldOf = (cell: Cell): string | number | null => (cell.text === "" ? null : csvValue(cell));
  return view.groups.flatMap(({ rows }) =>
    rows.map(({ cells }) => Object.fromEntries(columns.map(([at, { id }]) => [id, fieldOf(cells[at] ?? NOTHING)]))),
  );
}

const csvValue = ({ text, figure }: Cell): string | number => (figure === undefined ? text : toMillionth(figure));

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
