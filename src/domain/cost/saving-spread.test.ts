import fc from "fast-check";
import { expect, test } from "vitest";
import { savingSpread } from "./saving-spread.ts";

test.each([
  ["a loss", -1, 0],
  ["nothing", 0, 1],
  ["a hundredth of a percent", 1, 2],
  ["just under 10 %", 999, 2],
  ["10 %", 1_000, 3],
  ["25 %", 2_500, 4],
  ["40 % itself", 4_000, 4],
  ["more than 40 %", 4_001, 5],
])("%s lies in its own band", (_, bps, band) => {
  expect(savingSpread([bps])?.bands.findIndex(({ count }) => count === 1)).toBe(band);
});

test("nothing has no spread", () => {
  expect(savingSpread([])).toBeNull();
});

test("every saving lies in exactly one band, in whatever order they come", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20_000, max: 10_000 }), { minLength: 1 }), (savings) => {
      const spread = savingSpread(savings);
      expect(spread?.bands.reduce((sum, { count }) => sum + count, 0)).toBe(savings.length);
      expect(savingSpread(savings.toReversed())).toEqual(spread);
    }),
  );
});
