import { microUsd } from "../money/micro-usd.ts";
import type { RankedOffer } from "../ranking/cheapest.ts";

/**
 * The cheapest with one catalogue's word counted too: Opus 4.8 at UnoRouter for $191, where $1,800 is confirmed. Null = nothing has a price
 * that may win.
 */
export function cheapestReported<Row extends RankedOffer>(rows: readonly Row[]): Row | null {
  const counted = rows.filter(({ ineligible }) => ineligible === null || ineligible === "unconfirmed");
  return counted.reduce<Row | null>((best, row) => (best === null || ticksOf(row) < ticksOf(best) ? row : best), null);
}

/** The cheapest of the confirmed prices that are too old to count: what is shown where nothing may win. */
export function lastConfirmed<Row extends RankedOffer>(rows: readonly Row[]): Row | null {
  return rows.find(({ ineligible, offer }) => ineligible === "expired" && offer.evidence !== "reported") ?? null;
}

const ticksOf = ({ landed }: RankedOffer): number => (landed === null ? Number.MAX_VALUE : microUsd(landed.upperUsd));
