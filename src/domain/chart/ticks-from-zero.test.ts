import { expect, test } from "vitest";
import { ticksFromZero } from "./ticks-from-zero.ts";

test.each([
  [0.26, [0, 0.1, 0.2, 0.3]],
  [0.22, [0, 0.05, 0.1, 0.15, 0.2, 0.25]],
  [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [25, [0, 5, 10, 15, 20, 25]],
  [9.9, [0, 2, 4, 6, 8, 10]],
  [0.0028, [0, 0.001, 0.002, 0.003]],
  [0, [0, 1]],
  [Number.NEGATIVE_INFINITY, [0, 1]],
])("an axis from nothing to %f has round amounts: %j", (highest, ticks) => {
  expect(ticksFromZero(highest)).toEqual(ticks);
});
