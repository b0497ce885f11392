import { Marked } from "marked";
import * as paths from "./paths.ts";

/** Our own Markdown as HTML for a page: tables get the data-table class and a frame that scrolls by itself. */
export function proseHtml(markdown: string): string {
  return marked.parse(markdown.replace(/^# .*\n/, ""), { async: false });
}

/** A cell that is a count, an amount or a share. */
const NUMBER = /^[$\d.,\s\u2212\u202f%–-]+$/;

/** A path breaks after its slashes rather than within a word; slashes of tags are left. */
const breaksAtSlashes = (html: string): string => html.replaceAll(/(?<=\w)\/(?![^<]*>)/g, "/<wbr>");

const marked = new Marked({
  renderer: {
    heading({ tokens, depth }) {
      const text = this.parser.parseInline(tokens);
      const id = text
        .toLowerCase()
        .replace(/<[^>]*>/g, "")
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "");
      return `<h${depth} id="${id}">${text}</h${depth}>`;
    },
    link({ href, tokens }) {
      const rel = href.startsWith(paths.absolute(paths.home())) ? "" : ' rel="noopener"';
      return `<a${rel} href="${href.replaceAll('"', "&quot;")}">${this.parser.parseInline(tokens)}</a>`;
    },
    table({ header, rows }) {
      // The first column heads its rows, which begin at the left.
      const isNumber = header.map(
        (_, column) => column > 0 && rows.length > 0 && rows.every((row) => NUMBER.test(row[column]?.text ?? "")),
      );
      const head = header.map(
        (cell, column) =>
          `<th scope="col"${isNumber[column] === true ? " data-num" : ""}>${this.parser.parseInline(cell.tokens)}</th>`,
      );
      const body = rows.map((row) => {
        const cells = row.map((cell, column) => {
          const text = this.parser.parseInline(cell.tokens);
          if (column === 0) return `<th scope="row">${breaksAtSlashes(text)}</th>`;
          return isNumber[column] === true ? `<td data-num>${text}</td>` : `<td class="wrap">${text}</td>`;
        });
        return `<tr>${cells.join("")}</tr>`;
      });
      const table = `<table class="data-table"><thead><tr>${head.join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`;
      return `<div class="sheet" role="group" tabindex="0" aria-label="Table">${table}</div>`;
    },
  },
});
