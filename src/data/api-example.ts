import { compareByUse } from "../domain/model/compare-by-use.ts";
import { models, run } from "./catalog.ts";
import { priceMonths, pricesOfMonth } from "./past-prices.ts";

/** A year of invoices back. */
const MONTHS_BACK = 12;

/**
 * What the lines to copy of `/api/` are about: a month a year ago, or the last that is over, and of the models with a confirmed list price on its
 * 15th the one that is used most today; else the one that is used most. `firstMonth`: since when there are prices.
 */
export function apiExample(): { readonly modelId: string; readonly month: string; readonly firstMonth: string } {
  const months = priceMonths();
  const month = months.at(-1 - MONTHS_BACK) ?? months.findLast(({ isOver }) => isOver) ?? months.at(-1);
  const day = `${month?.month}-15`;
  const rows = month === undefined ? [] : pricesOfMonth(month).confirmed;
  const listed = new Set(rows.filter((row) => row.isList && row.firstDay <= day && day <= row.lastDay).map(({ model }) => model));
  const byUse = models.toSorted(compareByUse);
  const model = byUse.find(({ id, status }) => status === "current" && listed.has(id)) ?? byUse[0];
  const thisMonth = run.asOf.slice(0, 7);
  return { modelId: model?.id ?? "", month: month?.month ?? thisMonth, firstMonth: months[0]?.month ?? thisMonth };
}
