import { expect, test } from "vitest";
import { isUnitSlip } from "./unit-slip.ts";

test.each([
  [1, false],
  [2, false],
  [4.9, false],
  [6, false],
  [10, true],
  [10.05, true],
  [10.2, false],
  [0.1, true],
  [0.001, true],
  [1_000, true],
  [7.2, true],
  [1 / 7.2, true],
  [7.5, false],
  [0.007, false],
  [89, true],
  [152, true],
])("a factor of %f is another unit or currency: %s", (factor, expected) => {
  expect(isUnitSlip(factor)).toBe(expected);
});
