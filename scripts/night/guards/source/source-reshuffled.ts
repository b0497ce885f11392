import { MAX_MOVED_SHARE, MIN_ROWS_RESHUFFLED } from "../../../../src/domain/source/guard-limits.ts";
import { type MovedRow, movedEverywhere } from "../moved-together.ts";
import type { Objection } from "../objection.ts";

/**
 * A long list of which most prices moved, each by a factor of its own: every row with its neighbour's price, or input and output in each other's
 * places. Most of these moves are too small for a rule that looks at one price. What moved by one factor is `sourceScaled`'s, or a platform's own.
 */
export function sourceReshuffled(rows: readonly MovedRow[]): Objection | null {
  const moved = rows.filter(({ factor }) => factor !== 1).length;
  if (rows.length < MIN_ROWS_RESHUFFLED || moved <= rows.length * MAX_MOVED_SHARE || movedEverywhere(rows) !== null) return null;
  return { rule: "sourceReshuffled", detail: `${moved} of ${rows.length} prices moved, each by its own factor` };
}
