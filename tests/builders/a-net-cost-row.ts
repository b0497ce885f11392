import fc from "fast-check";
import type { NetCostRow } from "../../src/domain/ranking/net-cost/net-cost.ts";
import { aValueRow } from "./a-value-row.ts";

interface Certainty {
  readonly half?: number;
  readonly isProvisional?: boolean;
}

/** A row by its dollars a request and its chance, with the half width of its interval; counted at `p`, or at `low` where one source scored it. */
export function aNetCostRow(
  modelId: string,
  usdPerRequest: number,
  p: number,
  { half = 0.02, isProvisional = false }: Certainty = {},
): NetCostRow {
  const [low, high] = [p - half, p + half];
  return {
    ...aValueRow(modelId, usdPerRequest * 1000, 1400),
    usdPerRequest,
    chance: { p, low, high, counted: isProvisional ? low : p },
  };
}

/** Up to twenty-five rows with many equal costs and chances, some scored by one source. */
export const netCostRows = fc
  .array(
    fc.record({
      cost: fc.integer({ min: 1, max: 12 }),
      chance: fc.integer({ min: 10, max: 30 }),
      half: fc.integer({ min: 0, max: 5 }),
      isProvisional: fc.boolean(),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((rows) =>
    rows.map(({ cost, chance, half, isProvisional }, index) =>
      aNetCostRow(`m/${String(index).padStart(2, "0")}`, cost / 1000, chance / 40, { half: half / 100, isProvisional }),
    ),
  );

/** Prices of a worse answer from a hundredth of a cent to a hundred dollars. */
export const worseAnswers = fc.double({ min: -4, max: 2, noNaN: true }).map((power) => 10 ** power);
