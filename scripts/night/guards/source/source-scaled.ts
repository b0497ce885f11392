import { MIN_PLATFORMS_SCALED } from "../../../../src/domain/source/guard-limits.ts";
import { type MovedRow, movedEverywhere } from "../moved-together.ts";
import type { Objection } from "../objection.ts";

/**
 * A catalogue of which most prices moved by one factor, at three platforms or more: companies do not agree on that, so the catalogue writes
 * another unit or currency. Euros for dollars is ×0.86, which no price alone would be held for. One platform may well cut all it sells.
 */
export function sourceScaled(rows: readonly MovedRow[]): Objection | null {
  const moved = movedEverywhere(rows);
  if (moved === null || moved.platforms < MIN_PLATFORMS_SCALED) return null;
  const { factor, platforms } = moved;
  return {
    rule: "sourceScaled",
    detail: `${moved.rows} prices at ${platforms} platforms stand at ${Number(factor.toPrecision(3))} times what they were`,
  };
}
