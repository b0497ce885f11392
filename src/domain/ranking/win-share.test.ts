import fc from "fast-check";
import { expect, test } from "vitest";
import { winChance, winShare } from "./win-share.ts";

test.each([
  [1400, 1400, 0.5],
  [1500, 1400, 0.640065],
  [1400, 1500, 0.359935],
  [1800, 1400, 10 / 11],
])("an Elo of %d wins against %d with a chance of %f", (elo, rival, chance) => {
  expect(winChance(elo, rival)).toBeCloseTo(chance, 6);
});

test("the share of wins is the mean over the field, and a field of nobody gives none", () => {
  expect(winShare(1400, [1300, 1500])).toBeCloseTo(0.5, 12);
  expect(winShare(1400, [1400, 1000])).toBeCloseTo((0.5 + 10 / 11) / 2, 12);
  expect(winShare(1400, [])).toBeNull();
});

test("two models share one win between them, and the better one has more of it", () => {
  const elo = fc.integer({ min: 800, max: 1800 });
  fc.assert(
    fc.property(elo, elo, (a, b) => {
      expect(winChance(a, b) + winChance(b, a)).toBeCloseTo(1, 12);
      if (a > b) expect(winChance(a, b)).toBeGreaterThan(0.5);
    }),
  );
});
