import type { RankedOffer } from "../../../../domain/ranking/cheapest.ts";
import { make } from "../../../../site/browser/make.ts";
import { note } from "../../../../site/browser/note.ts";
import { caveatsOf, monthText, TOO_SMALL } from "../../../../site/words/month-cell.ts";
import type { OrderedOffer } from "../../offer-order.ts";

/** A row of OfferTable.astro. */
export interface OfferTableRow extends OrderedOffer {
  readonly element: HTMLTableRowElement;
}

/** The rows of the page's offers, in the order of a ranking. An offer that a newer file has and the page has not is left out. */
export function offerRows(
  ranked: readonly RankedOffer[],
  deltaBps: ReadonlyMap<string, number | null>,
): readonly OfferTableRow[] {
  return ranked.flatMap((row) => {
    const element = document.getElementById(anchorOf(row));
    if (!(element instanceof HTMLTableRowElement)) return [];
    const name = element.querySelector("th a")?.textContent ?? "";
    return [{ ranked: row, element, name, deltaBps: deltaBps.get(row.offer.id) ?? null }];
  });
}

/** The offer's id without the model's: what the page names the row by. */
export const anchorOf = ({ offer }: Pick<RankedOffer, "offer">): string => offer.id.slice(offer.model.length);

/** Writes each row's month with what it takes for granted. */
export function showMonths(rows: readonly OfferTableRow[]): void {
  for (const { ranked, element } of rows) {
    const caveats = caveatsOf(ranked).join("; ");
    const star = caveats === "" ? [] : [" ", note("*", caveats)];
    element.querySelector(".main")?.replaceChildren(monthText(ranked), ...star);
    const notes = [...element.querySelectorAll("th .over")];
    const tooSmall = notes.find(({ textContent }) => textContent?.trim() === TOO_SMALL);
    if (ranked.standing !== "doesNotFit") tooSmall?.remove();
    else if (tooSmall === undefined) element.cells[0]?.append(" ", make("i", { class: "over" }, TOO_SMALL));
  }
}

/** Puts the wanted rows of each service tier in their order and hides the others; a tier without any loses its heading. */
export function showOrder(table: HTMLTableElement, wanted: readonly OfferTableRow[]): void {
  const elements = wanted.map(({ element }) => element);
  for (const body of table.tBodies) {
    const own = elements.filter((element) => element.parentElement === body);
    for (const row of body.rows) row.hidden = !own.includes(row) && row.id !== "";
    body.hidden = own.length === 0;
    body.append(...own);
  }
}
