import fc from "fast-check";
import { expect, test } from "vitest";
import { add, compare, divide, multiply, ONE, type Rational, rational, subtract, toDecimal, ZERO } from "./rational.ts";

const anyRational: fc.Arbitrary<Rational> = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 9n))
  .map(([numerator, denominator]) => ({ numerator, denominator }));

test.each([
  ["94.50", 2, "94.50"],
  ["1550", 2, "1550.00"],
  ["0.125", 2, "0.12"],
  ["0.135", 2, "0.14"],
  ["-0.135", 2, "-0.14"],
  ["-0.004", 2, "0.00"],
  ["1634.5", 0, "1634"],
  ["0.0048", 4, "0.0048"],
])("%s at %d places is %s", (text, places, written) => {
  expect(toDecimal(rational(text), places)).toBe(written);
});

test.each(["", "abc", "1e3", "1.", ".5", "1,000"])("%j is no decimal", (text) => {
  expect(() => rational(text)).toThrow("not a decimal");
});

test("nothing is divided by zero", () => {
  expect(divide(ONE, ZERO)).toBeNull();
});

test("what is added can be taken away again", () => {
  fc.assert(fc.property(anyRational, anyRational, (a, b) => compare(subtract(add(a, b), b), a) === 0));
});

test("what is multiplied can be divided again, and the denominator stays positive", () => {
  fc.assert(
    fc.property(anyRational, anyRational, (a, b) => {
      fc.pre(b.numerator !== 0n);
      const back = divide(multiply(a, b), b);
      return back !== null && compare(back, a) === 0 && back.denominator > 0n;
    }),
  );
});

test("a rounded figure is at most half a step away", () => {
  fc.assert(
    fc.property(anyRational, fc.integer({ min: 0, max: 6 }), (a, places) => {
      const gap = subtract(rational(toDecimal(a, places)), a);
      const magnitude = { ...gap, numerator: gap.numerator < 0n ? -gap.numerator : gap.numerator };
      return compare(magnitude, { numerator: 1n, denominator: 2n * 10n ** BigInt(places) }) <= 0;
    }),
  );
});
