import { expect, test, vi } from "vitest";
import { memoizeBy } from "./memoize-by.ts";

test("each key is made once, also one of which nothing comes", () => {
  const make = vi.fn((key: string) => (key === "" ? undefined : key.toUpperCase()));
  const upper = memoizeBy(make);
  expect(["a", "b", "a", "", ""].map(upper)).toEqual(["A", "B", "A", undefined, undefined]);
  expect(make.mock.calls).toEqual([["a"], ["b"], [""]]);
});
