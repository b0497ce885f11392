import { drawCell } from "../../../../table/browser/draw-table.ts";
import { offerAnchor } from "../../../../table/offer-cells.ts";
import { columnsFor, headingOf } from "../../../../table/table-view.ts";
import { type ModelOfferLine, OFFER_COLUMNS } from "../../offer-columns.ts";

/** An offer with its row on the page. */
export interface OfferTableRow extends ModelOfferLine {
  readonly element: HTMLTableRowElement;
}

/** Each offer with its row. An offer that a newer file has and the page has not is left out. */
export function offerRows(lines: readonly ModelOfferLine[]): readonly OfferTableRow[] {
  return lines.flatMap((line) => {
    const element = document.getElementById(offerAnchor(line.offer));
    return element instanceof HTMLTableRowElement ? [{ ...line, element }] : [];
  });
}

const LIVE = columnsFor({ columns: OFFER_COLUMNS.map(headingOf) }, "page").flatMap(([at, column], place) =>
  column.isLive === true ? [{ at, column, place }] : [],
);

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
export function showLiveCells(rows: readonly OfferTableRow[]): void {
  for (const row of rows) {
    for (const [index, { at, column, place }] of LIVE.entries()) {
      const [target, cell] = [row.element.cells[place], OFFER_COLUMNS[at]?.cell(row)];
      if (target === undefined || cell === undefined || shown.get(row.element)?.[index] === JSON.stringify(cell)) continue;
      const button = target.querySelector(".use");
      drawCell(target, column, cell, place);
      if (button !== null) target.append(button);
    }
  }
  keepLiveCells(rows);
}

/** Puts the wanted rows of each service tier in their order and hides the others; a tier without any loses its heading. */
export function showOrder(table: HTMLTableElement, wanted: readonly OfferTableRow[]): void {
  const elements = wanted.map(({ element }) => element);
  for (const body of table.tBodies) {
    const bodyRows = elements.filter((element) => element.parentElement === body);
    for (const row of body.rows) row.hidden = !bodyRows.includes(row) && row.id !== "";
    body.hidden = bodyRows.length === 0;
    body.append(...bodyRows);
  }
}
