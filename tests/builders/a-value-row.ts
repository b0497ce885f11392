import fc from "fast-check";
import type { ValueRow } from "../../src/domain/ranking/value-row.ts";

/** A row by its cost, its quality and half the width of its interval. */
export function aValueRow(modelId: string, landedUsdPerMonth: number, value: number, half = 10): ValueRow {
  return { modelId, offerId: `${modelId}@acme`, quality: { value, low: value - half, high: value + half }, landedUsdPerMonth };
}

/** Up to thirty rows with many equal costs and qualities, free ones among them. */
export const valueRows = fc
  .array(
    fc.record({
      cost: fc.integer({ min: 0, max: 9 }),
      value: fc.integer({ min: 1300, max: 1310 }),
      half: fc.integer({ min: 0, max: 6 }),
    }),
    {
      maxLength: 30,
    },
  )
  .map((rows) => rows.map(({ cost, value, half }, index) => aValueRow(`m/${index}`, cost, value, half)));
