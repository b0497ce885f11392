import { cardFigures, isSameCard, type PriceCard } from "../../merge/card-figures.ts";
import type { StoredReading } from "../../merge/reading-row.ts";
import type { Objection } from "../objection.ts";

/**
 * A figure beside input and output that had a price and is zero or gone, while input and output stand as they were: a cache read that upstream
 * writes as `"0"`, a tier for long prompts that is left out. A new price list may well lack it, and a card may say that it bills in another unit. A
 * card that comes back within the week to what it was takes back what came in between: a return is never held.
 */
export function meterGone(reading: StoredReading, before: StoredReading): Objection | null {
  const { input, output } = before.prices;
  const isSameBase = input !== undefined && input === reading.prices.input && output === reading.prices.output;
  if (!isSameBase || isSameCard(reading, before)) return null;
  if (before.earlier.some((card) => isSameCard(card, reading))) return null;
  const gone = lostFigures(before, reading).filter((name) => !saysWhy(reading, name));
  if (gone.length === 0) return null;
  return { rule: "meterGone", detail: `${gone.join(", ")} had a price and came as zero or not at all` };
}

function lostFigures(before: PriceCard, now: PriceCard): readonly string[] {
  const figuresNow = cardFigures(now);
  return [...cardFigures(before)].flatMap(([name, { micro }]) =>
    micro > 0 && (figuresNow.get(name)?.micro ?? 0) === 0 ? [name] : [],
  );
}

const saysWhy = ({ gaps }: StoredReading, name: string): boolean =>
  Object.entries(gaps).some(([meter, gap]) => meter === name && gap === "otherUnit");
