import type { ModelSheet } from "./model-sheet.ts";

/** Standard-tier input prices, what the ladder draws. */
export function ladderMarks({ rows }: ModelSheet): readonly number[] {
  return rows.flatMap(({ offer }) =>
    offer.tier === "standard" && (offer.prices.input ?? 0) > 0 ? [offer.prices.input ?? 0] : [],
  );
}
