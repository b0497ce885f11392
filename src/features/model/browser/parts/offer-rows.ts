import { painted } from "../../../../site/browser/paint/painted.ts";
import { drawCell, drawGroup } from "../../../../table/browser/draw-table.ts";
import { rowsInSight } from "../../../../table/browser/rows-in-sight.ts";
import { setRows } from "../../../../table/browser/steady-rows.ts";
import { tableWindow, type WindowSection } from "../../../../table/browser/table-window.ts";
import type { Cell } from "../../../../table/column.ts";
import { offerAnchor } from "../../../../table/offer-cells.ts";
import { columnsFor, headingOf } from "../../../../table/table-view.ts";
import { foldRow, OFFER_COLUMNS } from "../../offer-columns.ts";
import type { OfferChunk } from "../../offers/offer-arrangement.ts";
import type { ModelOfferLine } from "../../offers/offer-line.ts";
import { headsOf, offerBodies, openRows } from "./offer-bodies.ts";

/** An offer with its row on the page. */
export interface OfferTableRow extends ModelOfferLine {
  readonly element: HTMLTableRowElement;
}

/** Each offer with its row, also while it is out of sight. An offer that a newer file has and the page has not is left out. */
export function rowFinder(table: HTMLTableElement): (lines: readonly ModelOfferLine[]) => readonly OfferTableRow[] {
  const elements = new Map([...table.rows].map((element) => [element.id, element]));
  return (lines) =>
    lines.flatMap((line) => {
      const element = elements.get(offerAnchor(line.offer));
      return element === undefined ? [] : [{ ...line, element }];
    });
}

const COLUMNS = columnsFor({ columns: OFFER_COLUMNS.map(headingOf) }, "page");

/** A column with its place among all and among those of the page. */
const PLACED = COLUMNS.map(([at, column], place) => ({ at, column, place }));
const LIVE = PLACED.filter(({ column }) => column.isLive === true);

/** The cells that were drawn last, as text, by row and place. What says the same stays, with its button and the reader's place in it. */
const shown = new WeakMap<HTMLTableRowElement, readonly string[]>();

/** The page shows these already. */
export function keepLiveCells(rows: readonly OfferTableRow[]): void {
  for (const row of rows) shown.set(row.element, liveCells(row).map(cellKey));
}

const cellKey = (cell: Cell): string => JSON.stringify(cell);
const liveCells = (row: OfferTableRow): readonly Cell[] =>
  OFFER_COLUMNS.flatMap(({ cell }) => (typeof cell === "function" ? [cell(row)] : []));

/** Draws the cells that depend on the workload where they say something else than before. */
const showLiveCells = (row: OfferTableRow): void => drawChanged(row.element, LIVE, liveCells(row));

/** Draws the cells of a row that say something else than before. */
function drawChanged(element: HTMLTableRowElement, columns: typeof PLACED, cells: readonly Cell[]): void {
  const before = shown.get(element);
  const now = cells.map(cellKey);
  shown.set(element, now);
  for (const [index, { column, place }] of columns.entries()) {
    const [target, cell] = [element.cells[place], cells[index]];
    if (target === undefined || cell === undefined || before?.[index] === now[index]) continue;
    const button = target.querySelector(".use");
    drawCell(target, column, cell, place);
    if (button !== null) target.append(button);
  }
}

/** Chunks with what stands above their rows, worked out. */
export interface DrawnChunks {
  readonly chunks: readonly TitledChunk[];
  /** Two of one key look alike but for the live cells of their rows. */
  readonly key: string;
}

/** What a table shows of chunks: worked out before it is asked for, it costs the frame of an answer nothing. */
export function drawnChunks(arranged: readonly OfferChunk<OfferTableRow>[]): DrawnChunks {
  const chunks = arranged.map(titledChunk);
  return {
    chunks,
    key: JSON.stringify(chunks.map(({ title, cells, rows }) => [title, cells, rows.map(({ offer }) => offer.id)])),
  };
}

/**
 * Shows offers in their chunks: what is on the screen at once, the rest once that is painted. What is shown already stays as it is; a fold that was
 * open stays open. In the order of a column (`isFlat`) a long table has its first rows in the page; the usual arrangement folds what is long itself.
 */
export function chunkShower(table: HTMLTableElement): (drawn: DrawnChunks, isFlat: boolean, inUse: OfferTableRow | null) => void {
  const rowWindow = tableWindow(table, "offer");
  let arrangement = "";
  let turn = 0;
  /** What is found now, by its row: one that comes into the page later shows that, and not what was found when it was left out. */
  let found: ReadonlyMap<HTMLTableRowElement, OfferTableRow> = new Map();
  const showRow = (row: OfferTableRow) => showLiveCells(found.get(row.element) ?? row);
  return ({ chunks, key }, isFlat, inUse) => {
    turn += 1;
    const mine = turn;
    found = new Map(chunks.flatMap(({ rows }) => rows.map((row) => [row.element, row])));
    const extent = !isFlat ? "all" : inUse === null ? "sight" : "first";
    const show = (sight: number) => {
      arrangement = sight === Infinity ? key : "";
      rowWindow.show(sectionsOf(table, chunks, sight, showRow), extent);
    };
    if (arrangement === key) chunks.flatMap(({ rows }) => rows.filter(({ element }) => element.isConnected)).forEach(showRow);
    // In the order of a column the window itself begins with what is on the screen.
    else if (isFlat || inUse !== null) show(Infinity);
    else {
      show(rowsInSight(table));
      void painted().then(() => mine === turn && show(Infinity));
    }
    if (inUse?.element.isConnected === false) rowWindow.showAll();
  };
}

type ShowRow = (row: OfferTableRow) => void;

/** A chunk as its body shows it. */
interface TitledChunk {
  /** Null = nothing is above it. */
  readonly title: string | null;
  /** Of the row that stands for the others; null = there is none. */
  readonly cells: readonly Cell[] | null;
  readonly rows: readonly OfferTableRow[];
}

const titledChunk = (
  { title, fold, rows }: OfferChunk<OfferTableRow>,
  _: number,
  all: readonly OfferChunk<OfferTableRow>[],
): TitledChunk => ({
  title: all.length === 1 ? null : title,
  cells: fold === null ? null : foldRow(fold, rows).cells,
  rows,
});

/**
 * `sight` rows, heads among them, may be on the screen, and are brought up to date. Rows further below and in shut folds stay as they are and in the
 * order they are in where they are in the page already, and are not brought into it. With `Infinity` everything is.
 */
function sectionsOf(
  table: HTMLTableElement,
  chunks: readonly TitledChunk[],
  sight: number,
  show: ShowRow,
): readonly WindowSection[] {
  const [bodies, open] = [offerBodies(table), openRows(table)];
  const places = new Map(sight === Infinity ? [] : [...table.rows].map((row, place) => [row, place]));
  let lines = 0;
  return chunks.map(({ title, cells, rows }) => {
    const body = bodies.take(title, cells !== null) ?? newBody(title, cells);
    const heads = headsOf(body);
    if (lines < sight) showFold(heads.at(-1), cells);
    const isOpen = cells === null || rows.some(({ element }) => open.has(element.id));
    for (const input of body.querySelectorAll("input")) input.checked = isOpen;
    lines += heads.length;
    const seen = Math.max(0, isOpen || sight === Infinity ? sight - lines : 0);
    if (isOpen) lines += rows.length;
    const showSeen = rows.slice(0, seen).map((row) => () => {
      show(row);
      return row.element;
    });
    return { body, heads, rows: [...showSeen, ...asTheyAre(rows.slice(seen), places)], put: setRows };
  });
}

function showFold(head: HTMLTableRowElement | undefined, cells: readonly Cell[] | null): void {
  if (head !== undefined && cells !== null) drawChanged(head, PLACED, foldCells(cells));
}

/** Rows that are in the page, in the order they have there: to move one costs as much as to draw it. */
const asTheyAre = (rows: readonly OfferTableRow[], places: ReadonlyMap<HTMLTableRowElement, number>): WindowSection["rows"] =>
  rows
    .map(({ element }) => element)
    .filter((element) => places.has(element))
    .sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
    .map((element) => () => element);

const newBody = (title: string | null, cells: readonly Cell[] | null): HTMLTableSectionElement =>
  drawGroup({ title, isFold: cells !== null, rows: cells === null ? [] : [{ cells }] }, COLUMNS);

const foldCells = (cells: readonly Cell[]): readonly Cell[] => PLACED.map(({ at }) => cells[at] ?? { text: "" });
