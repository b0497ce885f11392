import { Marked } from "marked";
import * as paths from "./paths.ts";

/** Our own Markdown as HTML for a page: tables get the data-table class and a frame that scrolls by itself. */
export function proseHtml(markdown: string): string {
  return marked.parse(markdown.replace(/^# .*\n/, ""), { async: false });
}

/** The same in two: what stands before the first part, and the parts. */
export function introAndParts(html: string): readonly [intro: string, parts: string] {
  const at = html.indexOf("<h2");
  return at < 0 ? [html, ""] : [html.slice(0, at), html.slice(at)];
}

/** The links to its parts that stand above a page of many: `#held-offers` `Held offers`. */
export const partLinks = (markdown: string): readonly { readonly href: string; readonly text: string }[] =>
  [...markdown.matchAll(/^## (.+)$/gm)].map(([, text = ""]) => ({ href: `#${idOf(text)}`, text }));

/** The fragment of a heading. */
const idOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/<[^>]*>/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** A cell that is a count, an amount or a share. */
const NUMBER = /^[$\d.,\s\u2212\u202f%–-]+$/;

const NUMBER_LOOK = " data-num";

/** Words this short stand on one line. */
const SHORT = 20;

/** The attributes of a column's cells: figures end at the right, sentences break. The first column heads its rows, which begin at the left. */
function lookOf(column: number, texts: readonly string[]): string {
  if (column > 0 && texts.length > 0 && texts.every((text) => NUMBER.test(text))) return NUMBER_LOOK;
  return texts.every(({ length }) => length <= SHORT) ? "" : ' class="wrap"';
}

/** A path breaks after its slashes rather than within a word; slashes of tags are left. */
const breaksAtSlashes = (html: string): string => html.replaceAll(/(?<=\w)\/(?![^<]*>)/g, "/<wbr>");

const marked = new Marked({
  renderer: {
    heading({ tokens, depth }) {
      const text = this.parser.parseInline(tokens);
      return `<h${depth} id="${idOf(text)}">${text}</h${depth}>`;
    },
    link({ href, tokens }) {
      const rel = href.startsWith(paths.absolute(paths.home())) ? "" : ' rel="noopener"';
      return `<a${rel} href="${href.replaceAll('"', "&quot;")}">${this.parser.parseInline(tokens)}</a>`;
    },
    table({ header, rows }) {
      const looks = header.map((_, column) =>
        lookOf(
          column,
          rows.map((row) => row[column]?.text ?? ""),
        ),
      );
      const head = header.map((cell, column) => {
        const isNumber = looks[column] === NUMBER_LOOK;
        return `<th scope="col"${isNumber ? NUMBER_LOOK : ""}>${this.parser.parseInline(cell.tokens)}</th>`;
      });
      const body = rows.map((row) => {
        const cells = row.map((cell, column) => {
          const text = this.parser.parseInline(cell.tokens);
          return column === 0 ? `<th scope="row">${breaksAtSlashes(text)}</th>` : `<td${looks[column]}>${text}</td>`;
        });
        return `<tr>${cells.join("")}</tr>`;
      });
      const table = `<table class="data-table"><thead><tr>${head.join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`;
      return `<div class="sheet" role="group" tabindex="0" aria-label="Table">${table}</div>`;
    },
  },
});
