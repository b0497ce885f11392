import fc from "fast-check";
import { expect, test } from "vitest";
import type { PriceStep } from "../chart/price-step.ts";
import { MicroUsdPerMTok } from "../money/money.ts";
import { INDEX_MIN_MODELS, type IndexedModel, marketIndex, qualityTiers, stepOn } from "./market-index.ts";

const ALL = [{ id: "mid", fromElo: 0, belowElo: null }] as const;
const AS_OF = "2026-08-22";

/** Dollars by the day they began; null = gone. */
function steps(prices: Readonly<Record<string, number | null>>): readonly PriceStep[] {
  const days = Object.keys(prices);
  return Object.entries(prices).map(([from, usd], index) => ({
    from,
    to: days[index + 1] ?? null,
    micro: usd === null ? null : MicroUsdPerMTok.parse(Math.round(usd * 1_000_000)),
    note: null,
  }));
}

/** A model whose input and output cost the same, so that its blend is that price. */
const flat = (prices: Readonly<Record<string, number | null>>, elo = 1): IndexedModel => ({
  elo,
  input: steps(prices),
  output: steps(prices),
});

const indexOf = (models: readonly IndexedModel[]) =>
  marketIndex(models, ALL, AS_OF)[0]?.steps.map(({ from, to, micro, models: count }) => [from, to, micro, count]);

test("the index is the median of the blended list prices, from the day there are enough", () => {
  const early = [1, 1, 4, 9].map((usd) => flat({ "2026-01-01": usd }));
  const six = [...early, flat({ "2026-02-01": 2 }), flat({ "2026-02-01": 5 })];
  expect(indexOf([...six, flat({ "2026-03-01": 2 })])).toEqual([
    ["2026-01-01", "2026-02-01", null, 4],
    ["2026-02-01", "2026-03-01", 3_000_000, 6],
    ["2026-03-01", null, 2_000_000, 7],
  ]);
});

test("three input tokens count against one output token", () => {
  const model = { elo: 1, input: steps({ "2026-01-01": 1 }), output: steps({ "2026-01-01": 5 }) };
  expect(indexOf(Array.from({ length: INDEX_MIN_MODELS }, () => model))).toEqual([["2026-01-01", null, 2_000_000, 5]]);
});

test.each([
  ["free", 0],
  ["gone", null],
])("a model that is %s does not count", (_, price) => {
  const others = [1, 2, 3, 4, 5].map((usd) => flat({ "2026-01-01": usd }));
  expect(indexOf([...others, flat({ "2026-01-01": 8, "2026-05-01": price })])).toEqual([
    ["2026-01-01", "2026-05-01", 3_500_000, 6],
    ["2026-05-01", null, 3_000_000, 5],
  ]);
});

test("a model without an output price is no list price, and a day after the data is no day", () => {
  const others = [1, 2, 3, 4, 5].map((usd) => flat({ "2026-01-01": usd, "2026-09-01": 9 }));
  const half = { elo: 1, input: steps({ "2026-01-01": 90 }), output: [] };
  expect(indexOf([...others, half])).toEqual([["2026-01-01", null, 3_000_000, 5]]);
});

test("a mark reaches up to the next, and one above a better band's makes no tier", () => {
  const tiers = qualityTiers([
    { id: "best", elo: 1500 },
    { id: "frontier", elo: 1450 },
    { id: "mid", elo: 1460 },
    { id: "light", elo: 1300 },
  ]);
  expect(tiers).toEqual([
    { id: "frontier", fromElo: 1450, belowElo: null },
    { id: "light", fromElo: 1300, belowElo: 1450 },
  ]);
});

test("a model belongs to the one tier its quality lies in", () => {
  const tiers = [
    { id: "frontier", fromElo: 1450, belowElo: null },
    { id: "mid", fromElo: 1400, belowElo: 1450 },
  ] as const;
  const counts = (elo: number) =>
    marketIndex([flat({ "2026-01-01": 1 }, elo)], tiers, AS_OF).map(({ steps: tierSteps }) => tierSteps.length);
  expect([1500, 1450, 1449.9, 1400, 1399].map(counts)).toEqual([
    [1, 0],
    [1, 0],
    [0, 1],
    [0, 1],
    [0, 0],
  ]);
});

const day = fc.integer({ min: 0, max: 27 }).map((index) => `2026-02-${String(index + 1).padStart(2, "0")}`);
const aModel = fc
  .tuple(
    day,
    fc.array(fc.tuple(day, fc.option(fc.integer({ min: 1, max: 50 }))), { maxLength: 4 }),
    fc.integer({ min: 1, max: 50 }),
  )
  .map(([first, later, usd]) => {
    const sorted = [...new Map([[first, usd], ...later])].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return flat(Object.fromEntries(sorted));
  });

test("on every day the index is the median of that day, whatever the order of the models", () => {
  fc.assert(
    fc.property(fc.array(aModel, { maxLength: 12 }), day, (models, on) => {
      const prices = models.flatMap(({ input }) => {
        const micro = input.find(({ from, to }) => from <= on && (to === null || on < to))?.micro ?? null;
        return micro === null ? [] : [micro];
      });
      const step = stepOn(marketIndex(models, ALL, AS_OF)[0]?.steps ?? [], on);
      expect(step?.models ?? 0).toBe(prices.length);
      if (prices.length >= INDEX_MIN_MODELS) {
        const micro = step?.micro ?? Number.NaN;
        expect(prices.filter((price) => price < micro).length).toBeLessThanOrEqual(prices.length / 2);
        expect(prices.filter((price) => price > micro).length).toBeLessThanOrEqual(prices.length / 2);
      } else expect(step?.micro ?? null).toBeNull();
      expect(marketIndex(models.toReversed(), ALL, AS_OF)).toEqual(marketIndex(models, ALL, AS_OF));
    }),
  );
});
