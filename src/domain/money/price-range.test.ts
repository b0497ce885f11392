import fc from "fast-check";
import { expect, test } from "vitest";
import { priceRange, priceRangeProblem, priceRangeText } from "./price-range.ts";

test.each([
  ["1", 0, 1_000_000],
  ["0.25", 0, 250_000],
  ["<1", 0, 999_999],
  ["<= 1", 0, 1_000_000],
  [">2", 2_000_001, 1e12],
  [">=2", 2_000_000, 1e12],
  ["0.5..2", 500_000, 2_000_000],
  ["0.5..", 500_000, 1e12],
  ["..2", 0, 2_000_000],
  ["0", 0, 0],
])("%s is from %d to %d millionths", (text, least, most) => {
  expect(priceRange(text)).toEqual({ least, most });
});

test.each(["", "..", "<0", "2..1", "1,5", "1.5.", "-1", "cheap", "<1..2", "1e3", "9999999", "0.1234567"])(
  "%j says no range",
  (text) => {
    expect(priceRange(text)).toBeNull();
  },
);

test("the address has the same range in its shortest form", () => {
  expect(["< 0.50", "0.50..2.0", "1.000001", "007"].map(priceRangeText)).toEqual(["<0.5", "0.5..2", "1.000001", "7"]);
  const amount = fc.nat({ max: 9_999_999_999 }).map((micro) => (micro / 1e6).toFixed(6));
  const written = fc.tuple(fc.constantFrom("", "<", "<=", ">", ">= "), amount).map(([sign, end]) => sign + end);
  fc.assert(
    fc.property(
      fc.oneof(
        written,
        fc.tuple(amount, amount).map((ends) => ends.join("..")),
      ),
      (text) => {
        expect(priceRange(priceRangeText(text))).toEqual(priceRange(text));
      },
    ),
  );
});

test.each([
  ["", null],
  ["<1", null],
  [" 0.5..2 ", null],
  ["1,5", "A comma may part decimals or thousands: write 1.5 or 1500."],
  ["2..1", "This range ends before it begins."],
  ["<0", "Nothing costs less than that."],
  ["cheap", "Only a number of dollars, <, >, = and .. can stand here: <1, >=3, 0.5..2."],
  ["$2", "Only a number of dollars, <, >, = and .. can stand here: <1, >=3, 0.5..2."],
  ["..", "Write a limit or a range: 2, <1, >=3 or 0.5..2."],
  ["1.", "Write a limit or a range: 2, <1, >=3 or 0.5..2."],
])("%j is refused because: %s", (text, why) => {
  expect(priceRangeProblem(text)).toBe(why);
});
