import { getViteConfig } from "astro/config";
import { experimental_AstroContainer as AstroContainer } from "astro/container";

import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createViteServer } from "vitest/node";
import { PageElement, pageOfElements } from "../../tests/builders/a-page-of-elements.ts";
import { everyTable } from "../../tests/tables/every-table.ts";
import { toMillionth } from "../domain/money/micro-usd.ts";
import { drawStrip } from "../features/best/browser/parts/draw-strip.ts";
import { type StripPart, stripOf } from "../features/best/strip/buy-strip.ts";
import { escapeMarkdown } from "../site/markdown.ts";
import { drawTable } from "./browser/draw-table.ts";
import { noteText, piecesOf } from "./cell-pieces.ts";
import type { Cell, Piece } from "./column.ts";
import { tableMarkdown, tableRecords } from "./table-files.ts";
import { columnsFor, type TableView } from "./table-view.ts";

/** The renderers cannot drift: the same view has the same cells on the server, in the browser, in Markdown and in CSV. */

/** Astro starts within seconds, on a busy machine within minutes. */
const START_MS = 180_000;

let vite: Awaited<ReturnType<typeof createViteServer>>;
let renderAstro: (view: TableView) => Promise<string>;
let renderStrip: (parts: readonly StripPart[]) => Promise<string>;

beforeAll(async () => {
  vi.stubGlobal("document", pageOfElements);
  const config = await getViteConfig({
    server: { middlewareMode: true, watch: null },
    logLevel: "silent",
    optimizeDeps: { noDiscovery: true },
  })({
    command: "serve",
    mode: "test",
  });
  vite = await createViteServer(config);
  const { default: Table } = await vite.ssrLoadModule("/src/table/Table.astro");
  const container = await AstroContainer.create();
  renderAstro = (view) => container.renderToString(Table, { props: { view } });
  const { default: BuyStrip } = await vite.ssrLoadModule("/src/features/best/strip/BuyStrip.astro");
  renderStrip = (parts) => container.renderToString(BuyStrip, { props: { parts } });
}, START_MS);

afterAll(async () => {
  await vite.close();
  vi.unstubAllGlobals();
});

test.each(everyTable)("$name: the server and the browser write the same table", async ({ view }) => {
  expect(tableOf(await renderAstro(view))).toBe(tableOf(renderDom(view)));
});

test.each(everyTable)("$name: every cell of the page says what its column says, in its place", async ({ view }) => {
  const columns = columnsFor(view, "page");
  expect(headsOf(await renderAstro(view))).toEqual(columns.map(([, { label }]) => label));
  expect(cellsOfHtml(await renderAstro(view))).toEqual(
    rowsOf(view).map((cells) => columns.map(([at]) => textOf(piecesOf(cells[at] ?? { text: "" })))),
  );
});

test.each(everyTable)("$name: Markdown has the same rows, the text of each cell in its place", ({ view }) => {
  const columns = columnsFor(view, "files");
  const [head = [], , ...rows] = tableMarkdown(view).split("\n").map(cellsOfLine);
  expect(head).toEqual(columns.map(([, { label, fileLabel }]) => fileLabel ?? label));
  expect(rows).toHaveLength(rowsOf(view).length);
  for (const [at, cells] of rowsOf(view).entries()) {
    for (const [place, [index]] of columns.entries()) expect(rows[at]?.[place]).toContain(fileText(cells[index] ?? { text: "" }));
  }
});

test.each(everyTable)(
  "$name: CSV has the same rows, each figure as a number, and the small words in a last column",
  ({ view }) => {
    const columns = columnsFor(view, "files");
    const [head, ...rows] = tableRecords(view);
    expect(head).toEqual([...columns.map(([, { label, fileLabel }]) => fileLabel ?? label), "Notes"]);
    expect(rows.map((row) => row.slice(0, -1))).toEqual(rowsOf(view).map((cells) => columns.map(([at]) => csvOf(cells[at]))));
    for (const [at, cells] of rowsOf(view).entries()) {
      const words = columns.flatMap(([place]) => (cells[place]?.notes ?? []).map(noteText));
      for (const word of words) expect(rows[at]?.at(-1)).toContain(word);
    }
  },
);

test("the strip of best buys has the same bars, numbers and names from the server and from the browser", async () => {
  const wins = [
    { modelId: "a/least", wins: { from: 0, to: 0.0011 } },
    { modelId: "b/narrow", wins: { from: 0.0011, to: 0.0015 } },
    { modelId: "c/here <b>", wins: { from: 0.0015, to: 40 } },
    { modelId: "d/most", wins: { from: 40, to: null } },
  ];
  const parts = stripOf({ rows: wins.toReversed() }, (id) => id);
  expect(parts.map(({ label }) => [label?.isThin, label?.name])).toEqual([
    [undefined, undefined],
    [true, null],
    [false, "c/here <b>"],
    [false, "d/most"],
  ]);
  const bars = new PageElement("g");
  drawStrip({ setAttribute: () => undefined, querySelector: () => bars, nextElementSibling: null }, parts);
  const [, drawn] = /<g>(.*)<\/g>\s*<text class="mark"/s.exec(await renderStrip(parts)) ?? [];
  expect(withoutSpace(drawn ?? "")).toBe(withoutSpace(bars.innerHTML));
});

const withoutSpace = (html: string): string => unquoted(html).replace(/\s*(<[^>]*>)\s*/g, "$1");

const csvOf = (cell: Cell | undefined): string | number =>
  cell?.figure === undefined ? (cell?.text ?? "") : toMillionth(cell.figure);

const rowsOf = ({ groups }: TableView): readonly (readonly Cell[])[] =>
  groups.flatMap(({ rows }) => rows.map(({ cells }) => cells));

function renderDom(view: TableView): string {
  const table = new PageElement("table");
  drawTable(table, view);
  return table.outerHTML;
}

/** From the caption on, without the white space around tags, which the development server writes otherwise than a build. */
const tableOf = (html: string): string => withoutSpace(/<caption>.*<\/tbody>/s.exec(html)?.[0] ?? "");

/** Two ways to write a quotation mark. */
const unquoted = (html: string): string => html.replaceAll("&#39;", "'").replaceAll("&#34;", "&quot;");

const headsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/gs)].map(([, cell = ""]) => plain(cell));

const cellsOfHtml = (html: string): readonly (readonly string[])[] =>
  [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
    .map(([, row = ""]) =>
      [...row.matchAll(/<t([hd])(?! scope="(?:col|rowgroup)"| id)[^>]*>(.*?)<\/t\1>/gs)].map(([, , cell = ""]) => plain(cell)),
    )
    .filter((cells) => cells.length > 0);

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&(quot|#34);/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();

/** Every word of the pieces, in order. */
const textOf = (pieces: readonly Piece[]): string => plainSpace(pieces.map(pieceText).join(" "));

function pieceText(piece: Piece): string {
  if (piece.kind === "picture") return "";
  if (piece.kind === "line") return piece.pieces.map(pieceText).join(" ");
  return piece.kind === "hint" ? `${piece.mark} ${piece.text}` : piece.text;
}

const plainSpace = (text: string): string => text.replace(/\s+/g, " ").trim();

const cellsOfLine = (line: string): readonly string[] => line.slice(2, -2).split(/ \| /);

const fileText = ({ text, file = text }: Cell): string =>
  typeof file === "string" ? escapeMarkdown(file) : `[${escapeMarkdown(file.text)}](${file.url})`;
