import { expect, test } from "vitest";
import { readTokenCount } from "./token-count.ts";

test.each([
  ["500k", 500_000],
  ["1M", 1_000_000],
  ["1.05M", 1_050_000],
  ["131,072", 131_072],
  ["-", null],
  ["0", null],
  ["large", null],
])("%j is %j tokens", (text, count) => {
  expect(readTokenCount(text)).toBe(count);
});
