import { SAME_BPS } from "../../domain/platform/list-difference.ts";
import type { Platform } from "../../domain/platform/platform.ts";
import { isUnconfirmed } from "../../domain/ranking/eligibility.ts";
import type { MatrixCell } from "../../domain/reference/delta-matrix.ts";
import { formatDelta } from "../../site/format.ts";

export interface DeltaCell {
  readonly side: "under" | "over" | undefined;
  /** `−12 %`, `=` within half a per cent, empty where it is not sold. */
  readonly text: string;
  /** How far: 1 = under 10 per cent, 2 = under 30, 3 = more; 0 = at the reference. */
  readonly shade: 0 | 1 | 2 | 3;
  /** One catalogue alone names it, or something speaks against it. */
  readonly isUnconfirmed: boolean;
}

/** Platforms worth a column: those that sell other makers' models internationally; a maker's own price is the list column. */
export function isComparedSeller(platform: Platform | null): platform is Platform {
  return platform !== null && platform.kind !== "direct" && platform.market === "international" && platform.status === "open";
}

/** A difference as its cell shows it; a price that was read long ago carries a ring, months that both bill cached input as input a one: `+10 %°`, `=¹`. */
export function deltaCellOf(cell: MatrixCell | null): DeltaCell {
  if (cell === null) return { side: undefined, text: "", shade: 0, isUnconfirmed: false };
  const { bps, row, isCachedAsInput } = cell;
  const signs = `${row.offer.age === "fresh" ? "" : "°"}${isCachedAsInput ? "¹" : ""}`;
  const isReported = isUnconfirmed(row.offer);
  if (Math.abs(bps) < SAME_BPS) return { side: undefined, text: `=${signs}`, shade: 0, isUnconfirmed: isReported };
  const shade = Math.abs(bps) < 1_000 ? 1 : Math.abs(bps) < 3_000 ? 2 : 3;
  return { side: bps < 0 ? "under" : "over", text: `${formatDelta(bps)}${signs}`, shade, isUnconfirmed: isReported };
}
