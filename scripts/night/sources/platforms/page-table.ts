import { type MarkdownTable, markdownTables } from "../price-pages/markdown-tables.ts";

/** A table of a page, whether it was written as Markdown or as HTML. */
export interface PageTable {
  /** From the page's title down to the nearest heading. */
  readonly headings: readonly string[];
  readonly paragraphs: readonly string[];
  /** Column names as `columnName` writes them. */
  readonly columns: readonly string[];
  /** Each row's cells by column. */
  readonly rows: readonly ReadonlyMap<string, string>[];
  /** Every cell at its place, the head among them. */
  readonly grid: readonly (readonly string[])[];
}

/** Every table of a Markdown page. */
export const pageTables = (page: string): readonly PageTable[] => markdownTables(page).map(pageTable);

function pageTable({ headings, paragraphs, columns, rows }: MarkdownTable): PageTable {
  const texts = rows.map((row) => new Map([...row].map(([name, { text }]) => [name, text])));
  return {
    headings,
    paragraphs,
    columns,
    rows: texts,
    grid: [columns, ...texts.map((row) => columns.map((name) => row.get(name) ?? ""))],
  };
}
