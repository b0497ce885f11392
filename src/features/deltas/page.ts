import { models, names, platformOf, run, sheetOf } from "../../data/catalog.ts";
import { compareByUse } from "../../domain/model/compare-by-use.ts";
import { deltaMatrix, mainPlatforms } from "../../domain/reference/delta-matrix.ts";
import { formatPrice } from "../../site/format.ts";
import { deltaCellOf, isComparedSeller } from "./delta-cell.ts";

/** Platforms shown side by side: as many as a wide screen holds. */
const COLUMNS = 14;

/** Everything the page of deltas shows, and its Markdown twin. */
export type DeltasPage = ReturnType<typeof deltasPage>;

export function deltasPage() {
  const sheets = models.toSorted(compareByUse).map(({ id }) => sheetOf(id));
  const columns = mainPlatforms(sheets, (id) => isComparedSeller(platformOf(id)), COLUMNS);
  const rows = deltaMatrix(sheets, columns).map(({ sheet, cells }) => ({
    model: sheet.model,
    list: formatPrice(sheet.reference?.prices.input ?? 0),
    cells: cells.map(({ row }) => deltaCellOf(row)),
  }));
  const unconfirmed = rows.flatMap(({ cells }) => cells.filter(({ isUnconfirmed }) => isUnconfirmed)).length;
  return {
    asOf: run.asOf,
    unconfirmed,
    description: `How far each platform’s standard input price is from the maker’s list price: ${rows.length} models on ${columns.length} platforms.`,
    platforms: columns.map((id) => ({ id, name: names.platform(id) })),
    rows,
  };
}
