import { compareValueRows, costTicks, isPaid, type ValueRow } from "./value-row.ts";

/**
 * The rows that no other row beats: nothing is at least as good and as cheap, and better or cheaper in one of the two. Cheapest first; rows
 * equal in both are together. Of $10 at 1,300, $20 at 1,400 and $30 at 1,350 the first two. Free rows do not compete.
 */
export function frontier<Row extends ValueRow>(rows: readonly Row[]): readonly Row[] {
  const unbeaten: Row[] = [];
  for (const row of rows.filter(isPaid).toSorted(compareValueRows)) {
    const best = unbeaten.at(-1);
    if (best === undefined || row.quality.value > best.quality.value || isSame(row, best)) unbeaten.push(row);
  }
  return unbeaten;
}

const isSame = (a: ValueRow, b: ValueRow): boolean => costTicks(a) === costTicks(b) && a.quality.value === b.quality.value;
