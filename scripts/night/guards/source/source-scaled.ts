import { MIN_PLATFORMS_SCALED } from "../../../../src/domain/source/guard-limits.ts";
import type { StoredReading } from "../../merge/reading-row.ts";
import { movedEverywhere } from "../moved-together.ts";
import type { Objection } from "../objection.ts";

/**
 * A catalogue of which most prices moved by one factor, at three platforms or more: companies do not agree on that, so the catalogue writes
 * another unit or currency. Euros for dollars is ×0.86, which no price alone would be held for. One platform may well cut all it sells.
 */
export function sourceScaled(before: readonly StoredReading[], now: readonly StoredReading[]): Objection | null {
  const moved = movedEverywhere(before, now);
  if (moved === null || moved.platforms < MIN_PLATFORMS_SCALED) return null;
  const { factor, rows, platforms } = moved;
  return {
    rule: "sourceScaled",
    detail: `${rows} prices at ${platforms} platforms stand at ${Number(factor.toPrecision(3))} times what they were`,
  };
}
