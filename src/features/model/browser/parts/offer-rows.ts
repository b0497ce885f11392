import { drawCell, drawGroup } from "../../../../table/browser/draw-table.ts";
import { tableWindow, type WindowSection } from "../../../../table/browser/table-window.ts";
import { offerAnchor } from "../../../../table/offer-cells.ts";
import { columnsFor, headingOf } from "../../../../table/table-view.ts";
import { type ModelOfferLine, OFFER_COLUMNS } from "../../offer-columns.ts";
import { foldRow } from "../../offers/fold-row.ts";
import type { OfferChunk } from "../../offers/offer-arrangement.ts";

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

const LIVE = COLUMNS.flatMap(([at, column], place) => (column.isLive === true ? [{ at, column, place }] : []));

/** The live cells as they stand, by row. What says the same stays, with its button and the reader's place in it. */
const shown = new WeakMap<HTMLTableRowElement, readonly string[]>();

/** The page shows these already. */
export function keepLiveCells(rows: readonly OfferTableRow[]): void {
  for (const row of rows)
    shown.set(
      row.element,
      LIVE.map(({ at }) => JSON.stringify(OFFER_COLUMNS[at]?.cell(row))),
    );
}

/** Draws the cells that depend on the workload where they say something else than before. */
function showLiveCells(row: OfferTableRow): void {
  for (const [index, { at, column, place }] of LIVE.entries()) {
    const [target, cell] = [row.element.cells[place], OFFER_COLUMNS[at]?.cell(row)];
    if (target === undefined || cell === undefined || shown.get(row.element)?.[index] === JSON.stringify(cell)) continue;
    const button = target.querySelector(".use");
    drawCell(target, column, cell, place);
    if (button !== null) target.append(button);
  }
  keepLiveCells([row]);
}

/**
 * Shows offers in their chunks. What is shown already stays as it is; a fold that was open stays open. In the order of a column (`isFlat`) a long
 * table has its first rows in the page; the usual arrangement folds what is long itself.
 */
export function chunkShower(
  table: HTMLTableElement,
): (chunks: readonly OfferChunk<OfferTableRow>[], isFlat: boolean, inUse: OfferTableRow | null) => void {
  const rowWindow = tableWindow(table, "offer");
  let arrangement = "";
  return (chunks, isFlat, inUse) => {
    const drawing = drawingOf(chunks);
    if (arrangement !== drawing) rowWindow.show(sectionsOf(table, chunks), !isFlat);
    else chunks.flatMap(({ rows }) => rows.filter(({ element }) => element.isConnected)).forEach(showLiveCells);
    arrangement = drawing;
    if (inUse?.element.isConnected === false) rowWindow.showAll();
  };
}

const drawingOf = (chunks: readonly OfferChunk<OfferTableRow>[]): string =>
  JSON.stringify(
    chunks.map(({ title, fold, rows }) => [title, fold && foldRow(fold, rows).cells, rows.map(({ offer }) => offer.id)]),
  );

function sectionsOf(table: HTMLTableElement, chunks: readonly OfferChunk<OfferTableRow>[]): readonly WindowSection[] {
  const open = new Set([...table.querySelectorAll(".fold:has(label :checked) tr[id]")].map(({ id }) => id));
  return chunks.map(({ title, fold, rows }) => {
    const folds = fold === null ? [] : [foldRow(fold, rows)];
    const body = drawGroup({ title, isAlone: chunks.length === 1, isFold: fold !== null, rows: folds }, COLUMNS);
    for (const input of body.querySelectorAll("input")) input.checked = rows.some(({ element }) => open.has(element.id));
    const thunks = rows.map((row) => () => {
      showLiveCells(row);
      return row.element;
    });
    return { body, heads: [...body.rows], rows: thunks };
  });
}
