import { integerToDecimal } from "../../domain/money/decimal.ts";
import { toMillionth } from "../../domain/money/micro-usd.ts";
import { type BulkTable, rowCount } from "../bulk/bulk-table.ts";
import { csvText } from "./csv-text.ts";

/**
 * The table of all offers, as `offersTable` makes it, for spreadsheets: one line per offer and one per condition of an offer. Prices in USD per million tokens; a word where there
 * is no figure (`unknown`, `not sold`, `other unit`), `0` = free. Text that a spreadsheet would run as a formula gets an apostrophe; numbers
 * stay numbers, below zero too.
 */
export function offersCsv(table: BulkTable): string {
  const gaps = table.columns.find(({ name }) => name === "gaps")?.cells ?? [];
  // The words in the prices' cells say what the gaps are.
  const shown = table.columns.filter(({ name }) => name !== "gaps");
  const rows = Array.from({ length: rowCount(table) }, (_, row) => shown.map((column) => cellOf(column, row, `${gaps[row]}`)));
  return csvText([shown.map(({ name }) => name), ...rows]);
}

const GAP_WORDS: ReadonlyMap<string, string> = new Map([
  ["notSold", "not sold"],
  ["otherUnit", "other unit"],
]);

function cellOf({ name, type, cells }: BulkTable["columns"][number], row: number, gaps: string): string | number {
  const cell = cells[row] ?? null;
  if (type === "usdPerMTok") return typeof cell === "number" ? integerToDecimal(cell) : gapWord(name, gaps);
  return type === "usd" && typeof cell === "number" ? toMillionth(cell).toFixed(6) : (cell ?? "");
}

/** `cacheRead` of `cacheRead:notSold reasoning:otherUnit` → `not sold`. */
function gapWord(meter: string, gaps: string): string {
  const gap = gaps.split(" ").find((each) => each.startsWith(`${meter}:`));
  return GAP_WORDS.get(gap?.slice(meter.length + 1) ?? "") ?? "unknown";
}
