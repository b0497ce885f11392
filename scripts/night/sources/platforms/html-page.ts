import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { columnName } from "../price-pages/markdown-tables.ts";
import type { PageTable } from "./page-table.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Struck-out prices, footnote marks, and what no reader sees. */
const UNSEEN: ReadonlySet<string> = new Set(["sup", "del", "s", "strike", "script", "style", "template", "noscript", "svg"]);
const HEADING = /^h([1-6])$/;

/** Every table of an HTML page, in page order, with `rowspan` and `colspan` resolved: a cell over two rows is in both. */
export function htmlTables(page: string): readonly PageTable[] {
  const tables: PageTable[] = [];
  const headings: { readonly depth: number; readonly text: string }[] = [];
  for (const element of elementsOf(parse(page).childNodes)) {
    const depth = Number(HEADING.exec(element.tagName)?.[1] ?? 0);
    if (depth > 0) {
      while ((headings.at(-1)?.depth ?? 0) >= depth) headings.pop();
      headings.push({ depth, text: textOf(element) });
    } else if (element.tagName === "table")
      tables.push(
        tableOf(
          element,
          headings.map(({ text }) => text),
        ),
      );
  }
  return tables;
}

/** The pieces of text a reader sees, in page order: what a page of cards says. `<p>Input</p><p>$1</p>` → `["Input", "$1"]`. */
export function htmlTexts(page: string): readonly string[] {
  const texts = (nodes: readonly Node[]): readonly string[] =>
    nodes.flatMap((node): readonly string[] => {
      if ("value" in node && node.nodeName === "#text") return [clean(node.value)];
      return isElement(node) && !UNSEEN.has(node.tagName) ? texts(node.childNodes) : [];
    });
  return texts(parse(page).childNodes).filter((text) => text !== "");
}

function tableOf(table: Element, headings: readonly string[]): PageTable {
  const rows = elementsOf(table.childNodes).filter(({ tagName }) => tagName === "tr");
  const grid = gridOf(
    rows.map((row) => row.childNodes.filter(isElement).filter(({ tagName }) => tagName === "td" || tagName === "th")),
  );
  const [head = [], ...body] = grid;
  const columns = head.map(columnName);
  return {
    headings,
    paragraphs: [],
    columns,
    rows: body.map((cells) => new Map(columns.map((name, index) => [name, cells[index] ?? ""]))),
    grid,
  };
}

/** The cells of each row at their places. */
function gridOf(rows: readonly (readonly Element[])[]): readonly (readonly string[])[] {
  const grid: string[][] = rows.map(() => []);
  for (const [at, cells] of rows.entries()) for (const cell of cells) place(cell, grid.slice(at));
  return grid.map((row) => Array.from(row, (text) => text ?? ""));
}

/** A cell in the first free place of the first row, and as far down and to the right as it spans. */
function place(cell: Element, rows: readonly string[][]): void {
  const start = firstFree(rows[0] ?? []);
  const [text, width] = [textOf(cell), span(cell, "colspan")];
  for (const row of rows.slice(0, span(cell, "rowspan")))
    for (let right = 0; right < width; right += 1) row[start + right] = text;
}

function firstFree(row: readonly (string | undefined)[]): number {
  let place = 0;
  while (row[place] !== undefined) place += 1;
  return place;
}

/** A table of more than this many columns or rows to a cell is not read. */
const MAX_SPAN = 200;

function span(cell: Element, name: "rowspan" | "colspan"): number {
  const value = Number(cell.attrs.find((each) => each.name === name)?.value ?? 1);
  return Number.isInteger(value) && value >= 1 ? Math.min(value, MAX_SPAN) : 1;
}

/** Nodes below, outer before inner. */
function elementsOf(nodes: readonly Node[]): readonly Element[] {
  return nodes.flatMap((node): readonly Element[] => {
    if (!isElement(node)) return [];
    return [node, ...elementsOf(node.childNodes)];
  });
}

function textOf(node: Node): string {
  if ("value" in node && node.nodeName === "#text") return node.value;
  if (!isElement(node) || UNSEEN.has(node.tagName)) return "";
  if (node.tagName === "br") return " ";
  return clean(node.childNodes.map(textOf).join(""));
}

const clean = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

const isElement = (node: Node): node is Element => "tagName" in node;
