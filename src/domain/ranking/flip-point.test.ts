import fc from "fast-check";
import { expect, test } from "vitest";
import { flipPoints } from "./flip-point.ts";

test("the first flip on each side is found to a billionth", () => {
  const flips = flipPoints((share) => (share - 0.1) * (0.31 - share), 0.2, [0, 1]);
  expect(flips?.below).toBeCloseTo(0.1, 9);
  expect(flips?.above).toBeCloseTo(0.31, 9);
});

test("a lead that never ends has no flip, and one that is not there has none to lose", () => {
  expect(flipPoints(() => 1, 0.5, [0, 1])).toEqual({ below: null, above: null });
  expect(flipPoints(() => -1, 0.5, [0, 1])).toBeNull();
  expect(flipPoints(() => null, 0.5, [0, 1])).toBeNull();
});

test("where the lead cannot be told the search ends", () => {
  expect(flipPoints((at) => (at > 0.8 ? null : at > 0.9 ? -1 : 1), 0.5, [0, 1])).toEqual({ below: null, above: null });
  expect(flipPoints((at) => (at > 0.899 ? -1 : at > 0.8985 ? null : 1), 0.5, [0, 1])?.above).toBeCloseTo(0.8985, 6);
});

test("a jump, as at a long-context price, is found as well as a slope", () => {
  expect(flipPoints((tokens) => (tokens > 200_000 ? -3 : 5), 60_000, [0, 1_000_000])?.above).toBeCloseTo(200_000, 3);
});

test("a range of one point has no flip", () => {
  expect(flipPoints(() => 1, 0.5, [0.5, 0.5])).toEqual({ below: null, above: null });
});

test("the lead still holds at a flip point and is gone right after it", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.49, noNaN: true }),
      fc.double({ min: 0.51, max: 0.99, noNaN: true }),
      (low, high) => {
        const lead = (at: number) => (at - low) * (high - at);
        const flips = flipPoints(lead, 0.5, [0, 1]);
        expect(lead(flips?.below ?? -1)).toBeGreaterThanOrEqual(0);
        expect(lead((flips?.below ?? 0) - 1e-9)).toBeLessThan(0);
        expect(lead(flips?.above ?? -1)).toBeGreaterThanOrEqual(0);
        expect(lead((flips?.above ?? 0) + 1e-9)).toBeLessThan(0);
      },
    ),
  );
});
