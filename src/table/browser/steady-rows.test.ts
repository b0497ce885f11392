import fc from "fast-check";
import { expect, test } from "vitest";
import { steadyPlaces } from "./steady-rows.ts";

test.each([
  [[], []],
  [
    [0, 1, 2],
    [0, 1, 2],
  ],
  [
    [3, 0, 1, 2],
    [1, 2, 3],
  ],
  [[2, 1, 0], [2]],
  [
    [1, 2, 3, 0],
    [0, 1, 2],
  ],
  [
    [0, 4, 1, 3, 2],
    [0, 2, 4],
  ],
])("of %j the places %j may stay", (numbers, places) => {
  expect([...steadyPlaces(numbers)].sort((a, b) => a - b)).toEqual(places);
});

test("what stays is in order, and nothing that moves could have stayed beside it", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(50), { maxLength: 9 }), (numbers) => {
      const rise = numbers.filter((_, place) => steadyPlaces(numbers).has(place));
      expect(rise).toEqual(rise.toSorted((a, b) => a - b));
      expect(rise.length).toBe(longestRise(numbers));
    }),
  );
});

/** By trying every choice. */
function longestRise([first, ...rest]: readonly number[], above = -1): number {
  if (first === undefined) return 0;
  const without = longestRise(rest, above);
  return first <= above ? without : Math.max(without, 1 + longestRise(rest, first));
}
