import { isFigure } from "./column.ts";
import type { Heading, RowView, TableView } from "./table-view.ts";

/** A long table in two: what stands in the page, and what comes to it when all are asked for. */
export interface FoldedView {
  readonly first: TableView;
  /** Null = the first rows are all. */
  readonly rest: TableView | null;
}

/**
 * Divides a table after so many rows; a group that goes on stands in both parts. The first part keeps the columns as wide as the whole table makes
 * them. A table of sixty rows folded after fifty gives one of fifty, and one of ten that is called `The rest of: …`.
 */
export function foldedView(view: TableView, shown: number): FoldedView {
  const rows = view.groups.flatMap((group) => group.rows);
  if (rows.length <= shown) return { first: view, rest: null };
  const firstRows = new Set(rows.slice(0, shown));
  const part = (isWanted: (row: RowView) => boolean): TableView["groups"] =>
    view.groups.map((group) => ({ ...group, rows: group.rows.filter(isWanted) })).filter((group) => group.rows.length > 0);
  const first = part((row) => firstRows.has(row));
  const rest = part((row) => !firstRows.has(row));
  return {
    first: {
      ...view,
      groups: first,
      columns: view.columns.map((column, at) => ({ ...column, ...widestOf(column, at, first, rest) })),
    },
    rest: { ...view, label: `The rest of: ${view.label}`, groups: rest },
  };
}

/** The longest figure of a column, where a row of the rest has it: words break, figures do not. */
function widestOf(
  { kind }: Heading,
  at: number,
  first: TableView["groups"],
  rest: TableView["groups"],
): Pick<Heading, "widest"> | undefined {
  if (!isFigure(kind)) return undefined;
  const widest = longestOf(rest, at);
  return widest.length > longestOf(first, at).length ? { widest } : undefined;
}

function longestOf(groups: TableView["groups"], at: number): string {
  const texts = groups.flatMap(({ rows }) => rows.map(({ cells }) => cells[at]?.text ?? ""));
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), "");
}
