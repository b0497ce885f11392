import { relOf } from "../../site/address/outbound.ts";
import { note } from "../../site/browser/note.ts";
import type { Phrase } from "../../site/words/answer.ts";
import type { Cell, Column, FigureTable } from "../figure-table.ts";

/** Draws a view into a table that FigureTable.astro drew before, with the same markup. */
export function drawTable(table: HTMLTableElement, view: FigureTable): void {
  const { caption, columns, groups } = view;
  const head = element("tr");
  for (const column of columns) head.append(headerCell(column));
  const bodies = groups.map(({ title, rows }) => {
    const body = element("tbody");
    if (title !== null) body.append(groupRow(title, columns.length));
    for (const row of rows) body.append(dataRow([row.head, ...row.cells], columns));
    return body;
  });
  table.replaceChildren(withText(element("caption"), caption), wrapped(element("thead"), head), ...bodies);
}

/** A sentence with its stressed words. */
export function drawPhrases(paragraph: HTMLElement, phrases: readonly Phrase[]): void {
  paragraph.replaceChildren(
    ...phrases.map(({ text, strong }) => {
      if (strong === undefined) return text;
      const word = withText(element("b"), text);
      word.className = "under";
      return word;
    }),
  );
}

function headerCell({ label, isNumber, isWide = false }: Column): HTMLElement {
  const cell = withText(element("th"), label);
  cell.scope = "col";
  cell.toggleAttribute("data-num", isNumber);
  if (isWide) cell.className = "wide";
  return cell;
}

function groupRow(title: string, columns: number): HTMLElement {
  const cell = withText(element("th"), title);
  cell.scope = "rowgroup";
  cell.colSpan = columns;
  cell.className = "group";
  return wrapped(element("tr"), cell);
}

function dataRow(cells: readonly Cell[], columns: readonly Column[]): HTMLElement {
  const row = element("tr");
  for (const [at, column] of columns.entries()) {
    const cell = element(at === 0 ? "th" : "td");
    if (at === 0) cell.scope = "row";
    fillCell(cell, cells[at] ?? { text: "" }, column);
    row.append(cell);
  }
  return row;
}

function fillCell(cell: HTMLTableCellElement, view: Cell, { isNumber, isWide = false, isMain = false }: Column): void {
  const { text, side = "", href, hint, notes = [], folded = [] } = view;
  cell.className = [side, isMain ? "main" : "", isWide ? "wide" : "", isNumber ? "" : "wrap"].filter(Boolean).join(" ");
  cell.toggleAttribute("data-num", isNumber);
  cell.append(href === undefined ? text : link(text, href));
  if (hint !== undefined) cell.append(note("*", hint));
  for (const text of notes) cell.append(" ", withText(element("i"), text));
  for (const text of folded) {
    const small = withText(element("i"), text);
    small.className = "narrow";
    cell.append(" ", small);
  }
}

function link(text: string, href: string): HTMLElement {
  const anchor = withText(element("a"), text);
  anchor.href = href;
  const rel = relOf(href);
  if (rel !== undefined) anchor.rel = rel;
  return anchor;
}

const element = <Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] =>
  document.createElement(name);

function withText<Kind extends HTMLElement>(parent: Kind, text: string): Kind {
  parent.textContent = text;
  return parent;
}

function wrapped<Kind extends HTMLElement>(parent: Kind, child: HTMLElement): Kind {
  parent.append(child);
  return parent;
}
