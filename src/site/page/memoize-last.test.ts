import { expect, test } from "vitest";
import { memoizeLast } from "./memoize-last.ts";

test("what was made last is kept, nothing before it", () => {
  const made: string[] = [];
  const make = memoizeLast((key: string) => made.push(key));
  expect(["a", "a", "b", "a"].map(make)).toEqual([1, 1, 2, 3]);
  expect(made).toEqual(["a", "b", "a"]);
});
