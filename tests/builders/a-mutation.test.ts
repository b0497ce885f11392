import { expect, test } from "vitest";
import { nameFrom } from "./a-mutation.ts";

/** A bent body must reach the parser: the bending itself never throws. */

test.each<[value: unknown, name: string]>([
  ["nova", "nova"],
  [{ toString: 0 }, '{"toString":0}'],
  [{ toString: null, valueOf: {} }, '{"toString":null,"valueOf":{}}'],
  [[{ toString: [] }], '[{"toString":[]}]'],
  [Number.NaN, "null"],
  ["N".repeat(10_000), "N".repeat(300)],
])("%j is renamed to a key without a throw", (value, name) => {
  expect(nameFrom(value)).toBe(name);
});
