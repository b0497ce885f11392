import fc from "fast-check";
import { expect, test } from "vitest";
import { MicroUsdPerMTok } from "../money/money.ts";
import { priceWithoutDiscount } from "./discount.ts";

test.each([
  [68_460, 5110, 140_000],
  [257_400, 1000, 286_000],
  [342_600, 4000, 571_000],
  [0, 5000, 0],
  [500_000, 10_000, null],
])("%i at %i basis points off was %s", (micro, bps, standard) => {
  expect(priceWithoutDiscount(MicroUsdPerMTok.parse(micro), bps)).toBe(standard);
});

test("a standard price of four digits is found again", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_000, max: 9_999 }),
      fc.constantFrom(10, 100, 1_000),
      fc.integer({ min: 1, max: 9_000 }),
      (digits, scale, bps) => {
        const standard = digits * scale;
        const discounted = MicroUsdPerMTok.parse(Math.round((standard * (10_000 - bps)) / 10_000));
        fc.pre(discounted >= 10_000);
        expect(Math.abs((priceWithoutDiscount(discounted, bps) ?? 0) - standard)).toBeLessThanOrEqual(standard / 1_000);
      },
    ),
  );
});
