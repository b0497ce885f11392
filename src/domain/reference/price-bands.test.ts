import fc from "fast-check";
import { expect, test } from "vitest";
import { PRICE_BANDS, type PricedItem, priceBands } from "./price-bands.ts";

const items = (...prices: readonly number[]): readonly PricedItem[] => prices.map((usd, index) => ({ id: `m/${index}`, usd }));

test("today's prices fall into three bands where they leave the widest gaps", () => {
  const { from, bandOf } = priceBands(items(0.1, 30, 0.2, 2, 40, 3));
  expect(from).toEqual([
    { band: "light", usd: 0.1 },
    { band: "mid", usd: 2 },
    { band: "frontier", usd: 30 },
  ]);
  expect([...bandOf.values()]).toEqual(["light", "light", "mid", "mid", "frontier", "frontier"]);
});

test("free and unknown prices are in no band", () => {
  const { bandOf } = priceBands([...items(1, 10, 100), { id: "m/free", usd: 0 }, { id: "m/unknown", usd: Number.NaN }]);
  expect([...bandOf.keys()]).toEqual(["m/0", "m/1", "m/2"]);
});

test.each([
  [[], []],
  [[5], ["light"]],
  [
    [5, 5, 5],
    ["light", "light", "light"],
  ],
  [
    [5, 50],
    ["light", "mid"],
  ],
])("prices %j fill the bands %j", (prices, bands) => {
  expect([...priceBands(items(...prices)).bandOf.values()]).toEqual(bands);
});

test("bands rise with the price, equal prices share one, and no order or scale of prices matters", () => {
  const prices = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(prices, (some) => {
      const { from, bandOf } = priceBands(items(...some));
      const levels = items(...some)
        .toSorted((a, b) => a.usd - b.usd)
        .map(({ id, usd }) => ({ usd, level: PRICE_BANDS.indexOf(bandOf.get(id) ?? "light") }));
      for (const [index, { usd, level }] of levels.entries()) {
        const before = levels[index - 1];
        if (before !== undefined) expect(level).toBeGreaterThanOrEqual(before.level);
        if (before?.usd === usd) expect(level).toBe(before.level);
      }
      expect(priceBands(items(...some).toReversed()).from).toEqual(from);
    }),
  );
});
