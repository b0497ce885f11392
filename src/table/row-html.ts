import { relOf } from "../site/address/outbound.ts";
import { escapeHtml } from "../site/html-text.ts";
import { cellClass, isApart, piecesOf } from "./cell-pieces.ts";
import type { Cell, Picture, Piece } from "./column.ts";
import type { columnsFor, Heading, RowView } from "./table-view.ts";

/**
 * A row of a table as HTML, with the markup of `drawRow` in `browser/draw-table.ts`. As text and not as a component: a build has two hundred
 * thousand rows and pieces, and for each component Astro makes an object that is in memory until all are collected. No space may be around a
 * cell's words: a phone shows "in $" before them.
 */
export function rowHtml(row: RowView, columns: Columns): string {
  if (row.isKept !== true) return newRowHtml(row, columns);
  const html = htmlOfKept.get(row) ?? newRowHtml(row, columns);
  htmlOfKept.set(row, html);
  return html;
}

const htmlOfKept = new WeakMap<RowView, string>();

type Columns = ReturnType<typeof columnsFor>;

function newRowHtml({ id, isMarked, data = {}, cells }: RowView, columns: Columns): string {
  const facts = Object.entries(data).map(([name, value]) => attribute(`data-${name}`, value));
  const drawn = columns.map(([at, column], place) => cellHtml(column, cells[at] ?? { text: "" }, place));
  return `<tr${attribute("id", id)}${attribute("class", isMarked ? "marked" : undefined)}${facts.join("")}> ${drawn.join("")} </tr>`;
}

function cellHtml(column: Heading, cell: Cell, place: number): string {
  const figure = attribute("data-num", column.isFigure ? "" : undefined);
  const look = attribute("class", cellClass(column, cell, place));
  const given = `${figure}${look}${attribute("data-mark", cell.mark?.letters)}`;
  const words = piecesHtml(piecesOf(cell));
  return place === 0 ? `<th scope="row"${given}>${words}</th>` : `<td${given}>${words}</td>`;
}

const piecesHtml = (pieces: readonly Piece[]): string =>
  pieces.map((piece, at) => `${isApart(piece, at) ? " " : ""}${pieceHtml(piece)}`).join("");

function pieceHtml(piece: Piece): string {
  switch (piece.kind) {
    case "text":
      return piece.tone === undefined
        ? textHtml(piece.text)
        : `<span${attribute("class", piece.tone)}>${textHtml(piece.text)}</span>`;
    case "link":
      return `<a${attribute("rel", relOf(piece.href))}${attribute("href", piece.href)}${attribute("title", piece.title)}>${textHtml(piece.text)}</a>`;
    case "note":
      return `<i${attribute("class", piece.tone)}>${textHtml(piece.text)}</i>`;
    case "day":
      return `<time${attribute("datetime", piece.iso)}>${textHtml(piece.text)}</time>`;
    case "hint":
      return `<details> <summary>${textHtml(piece.mark)}</summary> <span>${textHtml(piece.text)}</span> </details>`;
    case "fold":
      return `<label> <input type="checkbox"> ${textHtml(piece.text)} </label>`;
    case "line":
      return `<span class="block">${piecesHtml(piece.pieces)}</span>`;
    case "picture":
      return pictureHtml(piece.picture);
    default:
      return piece satisfies never;
  }
}

function pictureHtml({ look, label, box, paths }: Picture): string {
  const stretch = box === undefined ? "" : ` viewBox="0 0 ${box.width} ${box.height}" preserveAspectRatio="none"`;
  const drawn = paths.map((path) => `<path${attribute("class", path.look)}${attribute("d", path.d)}></path>`);
  return `<svg${attribute("class", look)}${stretch} role="img"${attribute("aria-label", label)}> ${drawn.join("")} </svg>`;
}

/** Nothing where there is no value; the rest as Astro writes it. */
function attribute(name: string, value: string | undefined): string {
  if (value === undefined) return "";
  return value === "" ? ` ${name}` : ` ${name}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
}

const textHtml = (text: string): string => escapeHtml(text).replaceAll("'", "&#39;");
