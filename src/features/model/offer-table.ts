import type { Sellers } from "../../domain/offer/seller.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { isAtList } from "../../domain/reference/months/list-month.ts";
import type { Column } from "../../table/column.ts";
import { offerAnchor, TO_MEDIAN } from "../../table/offer-cells.ts";
import { type TableView, tableView } from "../../table/table-view.ts";
import { foldRow, OFFER_COLUMNS, type OfferColumnId } from "./offer-columns.ts";
import { arrangedOffers, type OfferChunk, offersByTier } from "./offers/offer-arrangement.ts";
import { type ModelOfferLine, offerSeller } from "./offers/offer-line.ts";
import { stillCell } from "./offers/still-cells.ts";

/** A model's offers as table rows. `pathOf` = a platform's page, null where it has none. */
export function offerLinesOf(
  { rows, reference, model }: ModelSheet,
  sellers: Sellers,
  pathOf: (platformId: string) => string | null,
): readonly ModelOfferLine[] {
  return rows.map((row) => ({
    ...row,
    ...offerSeller(row.offer, model.contextTokens, sellers),
    isList: isAtList(row.offer, reference),
    isToMedian: reference?.kind === "medianHost",
    platformPath: pathOf(row.offer.platform),
  }));
}

/** Every offer by service tier, each tier by its monthly cost: for files, and for a reader who sorts. */
export const offerTable = (lines: readonly ModelOfferLine[], caption: string): TableView =>
  viewOf(lines, caption, offersByTier(lines));

/** The same as the page shows it: the main platforms first, equal prices folded. */
export const arrangedTable = (lines: readonly ModelOfferLine[], caption: string): TableView =>
  viewOf(lines, caption, arrangedOffers(lines));

function viewOf(lines: readonly ModelOfferLine[], caption: string, chunks: readonly OfferChunk[]): TableView {
  const view = tableView(
    { label: "Offers", caption },
    columnsFor(lines),
    chunks.map(({ title, rows }) => ({ title, isAlone: chunks.length === 1, rows })),
    ({ offer, isList }) => ({ id: offerAnchor(offer), isMarked: isList }),
  );
  const groups = view.groups.map((group, at) => {
    const { fold = null, rows = [] } = chunks[at] ?? {};
    return fold === null ? group : { ...group, isFold: true, rows: [foldRow(fold, rows), ...group.rows] };
  });
  return { ...view, groups };
}

/** The heads name what the differences are to: a model without a list price is held against its median host. */
function columnsFor(lines: readonly ModelOfferLine[]): readonly Column<ModelOfferLine>[] {
  const heads = new Map(lines.some(({ isToMedian }) => isToMedian) ? MEDIAN_HEADS : []);
  return COLUMNS.map((column) => ({ ...column, label: heads.get(column.id) ?? column.label }));
}

const COLUMNS = OFFER_COLUMNS.map(({ cell, ...column }) => ({
  ...column,
  cell: typeof cell === "function" ? cell : stillCell(cell),
}));

const MEDIAN_HEADS: readonly (readonly [OfferColumnId, string])[] = [
  ["delta", TO_MEDIAN],
  ["delta-usd", `${TO_MEDIAN}, $`],
];
