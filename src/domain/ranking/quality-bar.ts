import { compareValueRows, costTicks, isPaid, type ValueRow } from "./value-row.ts";

/** A row that may be as good as the bar asks, in order of cost. */
export interface BarRow<Row extends ValueRow> {
  readonly row: Row;
  /** `meets`: its whole interval is at the bar or above. `mayMeet`: the bar lies within the interval. */
  readonly reachesBar: "meets" | "mayMeet";
  /** By cost; equal months share it. */
  readonly rank: number;
  /** If nothing doubtful cheaper than it counts, and if all of it does. */
  readonly rankInterval: readonly [number, number];
  /** Others that cost the same, or are cheaper and may not meet the bar. */
  readonly tiedWith: number;
}

/**
 * Cheapest for a bar: every row whose quality interval reaches the stated quality, cheapest first. A row is left out only when
 * even its upper end is below. At a bar of 1,400, $5 at 1,350–1,410 comes before $8 at 1,400–1,450; that one ranks 2 [1, 2], since the
 * cheaper one may not be good enough. Free rows do not compete.
 */
export function cheapestForBar<Row extends ValueRow>(rows: readonly Row[], bar: number): readonly BarRow<Row>[] {
  const reaching = rows.filter((row) => isPaid(row) && row.quality.high >= bar).toSorted(compareValueRows);
  return reaching.map((row) => {
    const cheaper = reaching.filter((other) => costTicks(other) < costTicks(row));
    const surely = cheaper.filter((other) => other.quality.low >= bar).length;
    const same = reaching.filter((other) => costTicks(other) === costTicks(row)).length - 1;
    return {
      row,
      reachesBar: row.quality.low >= bar ? "meets" : "mayMeet",
      rank: cheaper.length + 1,
      rankInterval: [surely + 1, cheaper.length + same + 1],
      tiedWith: cheaper.length - surely + same,
    };
  });
}
