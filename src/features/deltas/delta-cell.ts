import type { Platform } from "../../domain/platform/platform.ts";
import { isUnconfirmed } from "../../domain/ranking/eligibility.ts";
import type { SheetRow } from "../../domain/reference/model-sheet.ts";
import { formatDelta } from "../../site/format.ts";

export interface DeltaCell {
  readonly side: "under" | "over" | undefined;
  readonly text: string;
  readonly output: string | null;
  /** One catalogue alone names it, or something speaks against it. */
  readonly isUnconfirmed: boolean;
}

/** Platforms worth a column: whoever sells other makers' models internationally; a maker's own price is the list column. */
export function isComparedSeller(platform: Platform | null): boolean {
  return platform !== null && platform.kind !== "direct" && platform.market === "international" && platform.status === "open";
}

/** `−12 %`, with the output's difference where it is another by over a percent. */
export function deltaCellOf(row: SheetRow | null): DeltaCell {
  const { input = null, output = null } = row?.deltas?.bps ?? {};
  if (row === null || input === null) return { side: undefined, text: "", output: null, isUnconfirmed: false };
  const other = output !== null && Math.abs(output - input) >= 100 ? `out ${formatDelta(output)}` : null;
  if (input === 0) return { side: undefined, text: "=", output: other, isUnconfirmed: isUnconfirmed(row.offer) };
  return { side: input < 0 ? "under" : "over", text: formatDelta(input), output: other, isUnconfirmed: isUnconfirmed(row.offer) };
}
