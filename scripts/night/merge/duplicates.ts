import { compareText } from "../../../src/domain/money/compare-text.ts";
import { METERS } from "../../../src/domain/offer/meter.ts";
import type { MatchedReading } from "./precedence.ts";
import { rowOfferId } from "./row-offer.ts";

/**
 * Two rows of one source at one key: identical ones collapse, others get the variant `#2`, `#3` … in ascending price.
 * `together` ×2 at $0.10 and $0.14 → `together` and `together;variant=#2`.
 */
export function numberDuplicates(matched: readonly MatchedReading[]): readonly MatchedReading[] {
  const groups = Map.groupBy(matched, ({ model, reading }) => `${reading.source.id} ${rowOfferId(model, reading.key)}`);
  return [...groups.values()].flatMap((rows) => (rows.length === 1 ? rows : distinct(rows).map(numbered)));
}

function distinct(rows: readonly MatchedReading[]): readonly MatchedReading[] {
  const byCard = new Map<string, MatchedReading>();
  for (const row of rows.toSorted(byPrice)) if (!byCard.has(cardText(row))) byCard.set(cardText(row), row);
  return [...byCard.values()];
}

function numbered(row: MatchedReading, index: number): MatchedReading {
  if (index === 0) return row;
  const variant = `${row.reading.key.variant ?? ""}#${index + 1}`;
  return { ...row, reading: { ...row.reading, key: { ...row.reading.key, variant } } };
}

/** Unknown prices come last; equal ones fall back to the card's text and the upstream id, so that the order is total. */
function byPrice(a: MatchedReading, b: MatchedReading): number {
  const price = ({ reading }: MatchedReading, meter: "input" | "output") => reading.prices[meter] ?? Number.MAX_SAFE_INTEGER;
  return (
    price(a, "input") - price(b, "input") ||
    price(a, "output") - price(b, "output") ||
    compareText(cardText(a), cardText(b)) ||
    compareText(a.reading.upstreamId, b.reading.upstreamId)
  );
}

/** Everything a buyer would call the same: prices, conditions. A longer context at one price is still the same price. */
function cardText({ reading }: MatchedReading): string {
  return JSON.stringify([METERS.map((meter) => reading.prices[meter] ?? null), reading.conditions]);
}
