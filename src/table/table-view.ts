import type { MakerMark } from "../site/maker-mark.ts";
import { memoizeOnce } from "../site/page/memoize-once.ts";
import { type Cell, type Column, isFigure } from "./column.ts";

/** A table ready to be drawn: by `Table.astro`, by `browser/draw-table.ts`, as Markdown, as CSV. */
export interface TableView {
  /** Names the frame it scrolls in. */
  readonly label: string;
  readonly caption: string;
  readonly columns: readonly Heading[];
  readonly groups: readonly GroupView[];
}

/** A column without its rows. */
export interface Heading extends Omit<Column<never>, "cell" | "sort" | "filters"> {
  readonly isFigure: boolean;
  /** A figure that is in none of these rows and may come into the page: the column has room for it. */
  readonly widest?: string;
}

export interface GroupView {
  /** Null = a table with one kind of row. */
  readonly title: string | null;
  /** Before the title, to the eye only. */
  readonly mark?: MakerMark;
  /** In files only: on the page a group that is alone needs no title. */
  readonly isAlone?: boolean;
  /** Its first row stands for the others, which are out of sight until its `fold` is ticked. */
  readonly isFold?: boolean;
  /** The group's fragment. */
  readonly id?: string;
  readonly rows: readonly RowView[];
}

export interface RowView {
  /** The row's fragment. */
  readonly id?: string;
  readonly isMarked?: boolean;
  /** It stands in many tables of the same columns: its HTML is written once. */
  readonly isKept?: true;
  /** What filters read, by name: the row's `data-` attributes. */
  readonly data?: Readonly<Record<string, string>>;
  /** One for every column, the first names the row. */
  readonly cells: readonly Cell[];
}

/** Rows of one kind under a title. */
export interface RowGroup<Row> extends Omit<GroupView, "rows"> {
  readonly rows: readonly Row[];
}

/** A table of rows. `rowOf` says what a row is besides its cells, which are made when somebody asks for them: not every row is drawn. */
export function tableView<Row>(
  { label, caption }: Pick<TableView, "label" | "caption">,
  columns: readonly Column<Row>[],
  groups: readonly RowGroup<Row>[],
  rowOf: (row: Row) => Omit<RowView, "cells" | "data"> = () => ({}),
): TableView {
  const filters = columns.flatMap((column) => Object.entries(column.filters ?? {}));
  const viewOf = (row: Row): RowView => {
    const cells = memoizeOnce(() => columns.map((column) => column.cell(row)));
    return {
      ...rowOf(row),
      ...(filters.length === 0 ? {} : { data: Object.fromEntries(filters.map(([name, value]) => [name, value(row)])) }),
      get cells() {
        return cells();
      },
    };
  };
  return {
    label,
    caption,
    columns: columns.map(headingOf),
    groups: groups.map((group) => ({ ...group, rows: group.rows.map(viewOf) })),
  };
}

/** A table with one kind of row. */
export const plainTable = <Row>(
  words: Pick<TableView, "label" | "caption">,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): TableView => tableView(words, columns, [{ title: null, rows }]);

/** A table that only files have: there the heading above says what it is. */
export const fileTable = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): TableView =>
  plainTable({ label: "", caption: "" }, columns, rows);

/** The columns that are in one place, each with its place among all. */
export const columnsFor = (
  { columns }: Pick<TableView, "columns">,
  place: "page" | "files",
): readonly (readonly [at: number, column: Heading])[] =>
  columns.flatMap((column, at) => (column.only === undefined || column.only === place ? [[at, column] as const] : []));

const headings = new WeakMap<object, Heading>();

/** A column without what it makes of rows. Thousands of pages show the same columns. */
export function headingOf<Row>(column: Omit<Column<Row>, "cell"> & { readonly cell?: unknown }): Heading {
  const earlierHeading = headings.get(column);
  if (earlierHeading !== undefined) return earlierHeading;
  const { cell, sort, filters, ...rest } = column;
  const heading = { ...rest, isFigure: isFigure(column.kind) };
  headings.set(column, heading);
  return heading;
}
