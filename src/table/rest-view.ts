import type { RowView, TableView } from "./table-view.ts";

/** A long table in two: what is in the page, and what comes to it when all are asked for. */
export interface FoldedView {
  readonly first: TableView;
  /** Null = the first rows are all. */
  readonly rest: TableView | null;
}

/**
 * Divides a table after so many rows; a group that goes on is in both parts. A table of sixty rows folded after fifty gives one of fifty, and
 * one of ten that is called `The rest of: …`.
 */
export function foldedView(view: TableView, shown: number): FoldedView {
  const rows = view.groups.flatMap((group) => group.rows);
  if (rows.length <= shown) return { first: view, rest: null };
  const firstRows = new Set(rows.slice(0, shown));
  const part = (isWanted: (row: RowView) => boolean): TableView["groups"] =>
    view.groups.map((group) => ({ ...group, rows: group.rows.filter(isWanted) })).filter((group) => group.rows.length > 0);
  return {
    first: { ...view, groups: part((row) => firstRows.has(row)) },
    rest: { ...view, label: `The rest of: ${view.label}`, groups: part((row) => !firstRows.has(row)) },
  };
}

/** The first part with columns as wide as the figures of the rest make them, for a list whose rows change places: words break, figures do not. */
export function withRoomFor(first: TableView, rest: TableView): TableView {
  const columns = first.columns.map((column, at) => {
    const widest = longestOf(rest, at);
    return column.isFigure && widest.length > longestOf(first, at).length ? { ...column, widest } : column;
  });
  return { ...first, columns };
}

function longestOf({ groups }: TableView, at: number): string {
  const texts = groups.flatMap(({ rows }) => rows.map(({ cells }) => cells[at]?.text ?? ""));
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), "");
}
