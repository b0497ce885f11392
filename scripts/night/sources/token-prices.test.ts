import { describe, expect, test } from "vitest";
import { readPrices } from "./token-prices.ts";

const read = (value: unknown, free = false) => readPrices([{ key: "in", meter: "input", value }], "perToken", { free });

describe("a price in a catalogue", () => {
  test.each([[0.000001], ["0.000001"], ["1e-6"], ["1E-06"], [" 0.000001 "], ["+.000001"]])("%j is one price", (value) => {
    expect(read(value)).toEqual({ prices: { input: 1_000_000 }, unread: [] });
  });

  test.each([
    ["NaN"],
    ["Infinity"],
    [Number.POSITIVE_INFINITY],
    ["-0.000001"],
    [-0.000001],
    ["1,5"],
    ["0x10"],
    [true],
    [false],
    [{ usd: 1 }],
    [[1]],
    [null],
    [""],
    ["free"],
  ])("%j is none, free or not, and its key is told", (value) => {
    expect(read(value)).toEqual({ prices: {}, unread: ["in"] });
    expect(read(value, true)).toEqual({ prices: {}, unread: ["in"] });
  });
});
