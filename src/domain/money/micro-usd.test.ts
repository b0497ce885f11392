import { expect, test } from "vitest";
import { microUsd } from "./micro-usd.ts";

test.each([
  ["noise at a whole millionth", [0.1 + 0.2, 0.3], 300_000],
  ["noise at half a millionth: $5.6075 and a fee of 5.5 %", [5.6075 * 1.055, 5.6075 + 5.6075 * 0.055], 5_915_913],
  ["a bill of a million dollars", [1_000_000], 1_000_000_000_000],
  ["nothing", [0], 0],
])("%s does not part equal bills: %j", (_, bills, micro) => {
  expect(bills.map(microUsd)).toEqual(bills.map(() => micro));
});
