import { compareText } from "../domain/money/compare-text.ts";
import type { Column } from "./column.ts";
import type { SortDirection } from "./sort-direction.ts";

/** Free has a place of its own: after what costs something, in either direction. */
export const FREE = Symbol("free");

/** What a row is sorted by; null = nothing to sort by, last in either direction. */
export type SortKey = number | string | typeof FREE | null;

/** Rows in the order of a column; equal ones stay in the order they came in. */
export function sortRows<Row>(rows: readonly Row[], column: Pick<Column<Row>, "sort">, direction: SortDirection): readonly Row[] {
  const { sort } = column;
  if (sort === undefined) return rows;
  const turn = direction === "ascending" ? 1 : -1;
  return rows
    .map((row, at): { readonly row: Row; readonly at: number; readonly key: SortKey } => ({ row, at, key: sort.key(row) }))
    .sort((a, b) => placeOf(a.key) - placeOf(b.key) || turn * compareKeys(a.key, b.key) || a.at - b.at)
    .map(({ row }) => row);
}

/** A price as a key: null = unknown, 0 = free. */
export const priceKey = (price: number | null | undefined): SortKey => (price == null ? null : price === 0 ? FREE : price);

const placeOf = (key: SortKey): number => (key === null ? 2 : key === FREE ? 1 : 0);

function compareKeys(a: SortKey, b: SortKey): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return typeof a === "string" && typeof b === "string" ? compareText(a, b) : 0;
}
