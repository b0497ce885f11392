import type { Meter } from "../../../src/domain/offer/meter.ts";
import { HOLD_ENDS } from "../../../src/domain/source/guard-rule.ts";
import type { StoredReading } from "../merge/reading-row.ts";
import { type Objection, perMTokText } from "./objection.ts";

const HEADLINE = ["input", "output"] as const satisfies readonly Meter[];

/**
 * A paid input or output price that is zero or gone: sources write 0 both for "free" and for "we do not know", and parsing leaves no
 * figure of either. A free variant may be free; so may an id for which somebody wrote it down (`isExplained`); a card that says it
 * bills in another unit is believed. Needs no yesterday where the zero is a figure. A free price is a figure too: one that came as nothing is held.
 */
export function priceZero(
  reading: StoredReading,
  before: StoredReading | null,
  { isExplained }: { readonly isExplained: boolean },
): Objection | null {
  if (isExplained) return null;
  if (reading.key.tier === "free") return freeGone(reading, before);
  if (HEADLINE.every((meter) => reading.prices[meter] === 0)) {
    return { rule: "priceZero", detail: "input and output at zero without a free variant", ends: lineFor(reading) };
  }
  const lost = HEADLINE.filter(
    (meter) => (before?.prices[meter] ?? 0) > 0 && (reading.prices[meter] ?? 0) === 0 && !saysWhy(reading, meter),
  );
  if (lost.length === 0) return null;
  const were = lost.map((meter) => `${meter} was ${perMTokText(before?.prices[meter] ?? 0)}`).join(", ");
  return { rule: "priceZero", detail: `${were} and came as zero or not at all`, ends: lineFor(reading) };
}

/** A free variant whose zero is no longer there: its cell is empty, or holds something that is no number. */
function freeGone(reading: StoredReading, before: StoredReading | null): Objection | null {
  const gone = HEADLINE.filter(
    (meter) => before?.prices[meter] !== undefined && reading.prices[meter] === undefined && !saysWhy(reading, meter),
  );
  if (gone.length === 0) return null;
  return { rule: "priceZero", detail: `${gone.join(", ")} had a figure and came without one`, ends: HOLD_ENDS.mended };
}

/** Where it is true, what to write where: the rest is what the platform's page says. */
function lineFor({ key: { platform }, upstreamId, source: { readAt } }: StoredReading): string {
  const day = readAt.slice(0, 10);
  const line = { platform, upstreamId, means: "free", validFrom: day, validTo: null, sourceUrl: "…", observedOn: day };
  return `until it is paid again, or its page says so and data/curated/free-prices.json holds ${JSON.stringify({ ...line, confidence: "high" })}`;
}

const saysWhy = ({ gaps }: StoredReading, meter: Meter): boolean => gaps[meter] === "otherUnit" || gaps[meter] === "notSold";
