import { relOf } from "../../site/address/outbound.ts";
import { createElement } from "../../site/browser/create-element.ts";
import { createSvg } from "../../site/browser/create-svg.ts";
import { cellClass, groupClass, isApart, piecesOf } from "../cell-pieces.ts";
import type { Cell, Picture, Piece } from "../column.ts";
import { columnsFor, type GroupView, type Heading, type RowView, type TableView } from "../table-view.ts";

type Columns = ReturnType<typeof columnsFor>;

/** Draws a view into a table that Table.astro drew before, with the same markup. */
export function drawTable(table: Pick<HTMLTableElement, "replaceChildren">, view: TableView): void {
  const columns = columnsFor(view, "page");
  table.replaceChildren(...drawHead(view, columns), ...view.groups.map((group) => drawGroup(group, columns)));
}

/** What is above the rows. */
export const drawHead = ({ caption }: Pick<TableView, "caption">, columns: Columns): readonly HTMLElement[] => [
  createElement("caption", {}, caption),
  createElement("thead", {}, createElement("tr", {}, ...columns.map(([, column]) => headerCell(column)))),
];

/** Draws one cell again: `at` is its place in the row. */
export function drawCell(element: HTMLTableCellElement, column: Heading, cell: Cell, at: number): void {
  markCell(element, column, cell, at);
  const nodes = nodesOf(piecesOf(cell));
  if (!reworded(element, nodes)) element.replaceChildren(...nodes);
}

/** Says the words of other nodes where these are alike but for them, which costs a tenth of new ones in their place; false where they are not. */
function reworded({ childNodes: current }: Node, next: ArrayLike<Node | string>): boolean {
  const isSaid = (now: ChildNode, at: number): boolean => {
    const node = next[at];
    if (node === undefined) return false;
    const text = typeof node === "string" ? node : node instanceof Text ? node.data : null;
    if (text === null || !(now instanceof Text))
      return text === null && node instanceof Node && isAlike(now, node) && reworded(now, node.childNodes);
    if (now.data !== text) now.data = text;
    return true;
  };
  return current.length === next.length && [...current].every(isSaid);
}

const isAlike = (a: Node, b: Node): boolean => a.cloneNode().isEqualNode(b.cloneNode());

function markCell(element: HTMLElement, column: Heading, cell: Cell, at: number): void {
  const name = cellClass(column, cell, at);
  if (name === undefined) element.removeAttribute("class");
  else element.className = name;
  if (cell.mark === undefined) element.removeAttribute("data-mark");
  else element.setAttribute("data-mark", cell.mark.letters);
}

function headerCell({ label, isFigure, wide = false, sorted, widest, href }: Heading): HTMLElement {
  const attributes = {
    scope: "col",
    ...(isFigure ? { "data-num": "" } : {}),
    ...(wide ? { class: "wide" } : {}),
    ...(sorted === undefined ? {} : { "aria-sort": sorted }),
    ...definedOnly({ "data-widest": widest }),
  };
  return createElement("th", attributes, href === undefined ? label : createElement("a", { href }, label));
}

/** One group of rows. */
export function drawGroup(group: GroupView, columns: Columns): HTMLTableSectionElement {
  const { title, id, mark, isAlone = false, isFold = false, rows } = group;
  const attributes = {
    ...definedOnly({ id }),
    scope: "rowgroup",
    colspan: String(columns.length),
    class: groupClass(group),
    ...definedOnly({ "data-mark": mark?.letters }),
  };
  const heading = title === null || isAlone ? [] : [createElement("tr", {}, createElement("th", attributes, title))];
  return createElement(
    "tbody",
    definedOnly({ class: isFold ? "fold" : undefined }),
    ...heading,
    ...rows.map((row) => drawRow(row, columns)),
  );
}

/** One row. */
export function drawRow({ id, isMarked = false, data = {}, cells }: RowView, columns: Columns): HTMLTableRowElement {
  const facts = Object.entries(data).map(([name, value]) => [`data-${name}`, value]);
  const attributes = { ...definedOnly({ id }), ...(isMarked ? { class: "marked" } : {}), ...Object.fromEntries(facts) };
  return createElement(
    "tr",
    attributes,
    ...columns.map(([at, column], place) => drawn(column, cells[at] ?? { text: "" }, place)),
  );
}

function drawn(column: Heading, cell: Cell, place: number): HTMLElement {
  const element = createElement(place === 0 ? "th" : "td", {
    ...(place === 0 ? { scope: "row" } : {}),
    ...(column.isFigure ? { "data-num": "" } : {}),
  });
  markCell(element, column, cell, place);
  element.append(...nodesOf(piecesOf(cell)));
  return element;
}

const nodesOf = (pieces: readonly Piece[]): readonly (Node | string)[] =>
  pieces.flatMap((piece, at) => [...(isApart(piece, at) ? [" "] : []), nodeOf(piece)]);

function nodeOf(piece: Piece): Node | string {
  switch (piece.kind) {
    case "text":
      return piece.tone === undefined ? piece.text : createElement("span", { class: piece.tone }, piece.text);
    case "link":
      return createElement(
        "a",
        { ...definedOnly({ rel: relOf(piece.href) }), href: piece.href, ...definedOnly({ title: piece.title }) },
        piece.text,
      );
    case "note":
      return createElement("i", definedOnly({ class: piece.tone }), piece.text);
    case "day":
      return createElement("time", definedOnly({ datetime: piece.iso }), piece.text);
    case "hint":
      return createElement("details", {}, createElement("summary", {}, piece.mark), createElement("span", {}, piece.text));
    case "fold":
      return createElement("label", {}, createElement("input", { type: "checkbox" }), piece.text);
    case "line":
      return createElement("span", { class: "block" }, ...nodesOf(piece.pieces));
    case "picture":
      return pictureOf(piece.picture);
    default:
      return piece satisfies never;
  }
}

function pictureOf({ look, label, box, paths }: Picture): SVGElement {
  const stretch = box === undefined ? {} : { viewBox: `0 0 ${box.width} ${box.height}`, preserveAspectRatio: "none" };
  const marks = paths.map(({ look: pathLook, d }) => createSvg("path", { ...definedOnly({ class: pathLook }), d }));
  return createSvg("svg", { class: look, ...stretch, role: "img", "aria-label": label }, ...marks);
}

/** Only what has a value. */
const definedOnly = (attributes: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
