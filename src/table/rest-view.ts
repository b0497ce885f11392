import type { RowView, TableView } from "./table-view.ts";

/** A long table in two: what stands in the page, and what comes to it when all are asked for. */
export interface FoldedView {
  readonly first: TableView;
  /** Null = no row says that it is of the rest. */
  readonly rest: TableView | null;
}

/**
 * Divides a table by the fact `rest` of its rows, `yes` or `no`; each part has the groups that it has rows of. A table of fifty rows and ten more
 * gives a table of fifty, and one of ten that is called `The rest of: …`.
 */
export function foldedView(view: TableView): FoldedView {
  const part = (isWanted: (row: RowView) => boolean): TableView["groups"] =>
    view.groups.map((group) => ({ ...group, rows: group.rows.filter(isWanted) })).filter(({ rows }) => rows.length > 0);
  const rest = part(isRest);
  if (rest.length === 0) return { first: view, rest: null };
  return {
    first: { ...view, groups: part((row) => !isRest(row)) },
    rest: { ...view, label: `The rest of: ${view.label}`, groups: rest },
  };
}

const isRest = ({ data }: RowView): boolean => data?.["rest"] === "yes";
