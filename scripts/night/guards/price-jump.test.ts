import { describe, expect, test } from "vitest";
import { Prices } from "../../../src/domain/offer/meter.ts";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { priceJump } from "./price-jump.ts";

const card = (text: string) => {
  const [input = "", output = "", cacheRead] = text.split("/");
  return { input, output, ...(cacheRead === undefined ? {} : { cacheRead }) };
};
const on = (day: string, text: string) => aReading({ prices: card(text), source: { readAt: `${day}T12:00:00Z` } });
const rule = (before: string, now: string) => priceJump(on("2026-08-10", now), on("2026-08-09", before))?.rule ?? null;

describe("a price that moves over five times in a night", () => {
  test.each([
    ["1/2", "1/2", null, "the same"],
    ["1/2", "5/10", null, "five times is the limit"],
    ["1/2", "5.000001/10.000002", "priceJump", "a hair over it"],
    ["1/2", "10/20", "priceJump", "ten times"],
    ["1/2", "0.001/0.002", "priceJump", "a thousandth"],
    ["1/2", "1000/2000", "priceJump", "a thousand times"],
    ["1/2/0.1", "7/14/0.7", "priceJump", "the whole card by seven"],
    ["1/2", "6/2", "priceJump", "input alone"],
    ["1/2", "1/0.3", "priceJump", "output alone"],
    ["1/2/0.1", "1/2/0.01", "priceJump", "cache reads alone, by ten"],
    ["1/2/0.1", "1/2/0.015", "priceReset", "cache reads alone, by no round factor"],
    ["1/2/0.1", "10/3/0.2", "priceJump", "input by ten, others otherwise"],
    ["0.00235/0.00352", "0.000002/0.000004", "priceJump", "a thousandth that rounds"],
    ["1/2/0.1", "7.2/14.4/0.05", "priceJump", "input and output in yuan, cache reads otherwise"],
    ["0.14/0.28", "0.85/0.9", "priceReset", "another host's price list"],
    ["0.5/2.5/0.5", "0.25/1/0.05", "priceReset", "a new list, cache reads a tenth"],
  ])("from %s to %s: %s (%s)", (before, now, expected, _why) => {
    expect(rule(before, now)).toBe(expected);
  });

  test("names every figure that moved, with both prices", () => {
    expect(priceJump(on("2026-08-10", "10/20"), on("2026-08-09", "1/2"))?.detail).toBe(
      "input from $1 per million tokens to $10 per million tokens, output from $2 per million tokens to $20 per million tokens",
    );
  });

  test("looks at the cards of conditions too", () => {
    const tier = (input: string) => [{ promptTokensAbove: 200_000, prices: Prices.decode({ input }) }];
    const before = aReading({ conditions: tier("2") });
    expect(priceJump(aReading({ conditions: tier("20") }), before)?.detail).toContain("input (prompt>200000) from $2");
    expect(priceJump(aReading({ conditions: [] }), before)).toBeNull();
  });

  test.each([
    [0, 1],
    [1, 0],
  ])("from %d to %d is no jump: zero has a rule of its own", (before, now) => {
    expect(rule(`${before}/${before}`, `${now}/${now}`)).toBeNull();
  });
});

describe("the way back to the usual price", () => {
  const usualReading = { until: "2026-08-08", ...aReading({ prices: card("1/2") }) };
  const wrong = {
    ...on("2026-08-09", "10/20"),
    earlier: [{ until: usualReading.until, prices: usualReading.prices, conditions: [] }],
  };
  const back = (text: string) => priceJump(on("2026-08-10", text), wrong)?.rule ?? null;

  test.each([
    ["1/2", null, "the very price"],
    ["1.5/3", null, "near it"],
    ["0.9/1.8", null, "a little under it"],
    ["0.05/0.1", "priceJump", "far past it"],
    ["100/200", "priceJump", "further away"],
  ])("from 10/20 after a week at 1/2 to %s: %s (%s)", (now, expected, _why) => {
    expect(back(now)).toBe(expected);
  });

  test("a price of the same week, though the median crept away from it", () => {
    const crept = ["1/2", "0.5/1", "0.25/0.5"].map((text, night) => ({
      until: `2026-08-0${5 + night}`,
      ...aReading({ prices: card(text) }),
    }));
    const earlier = crept.map(({ until, prices }) => ({ until, prices, conditions: [] }));
    const before = { ...on("2026-08-09", "0.125/0.25"), earlier };
    expect(["1/2", "0.9/1.8"].map((text) => priceJump(on("2026-08-10", text), before)?.rule ?? null)).toEqual([
      null,
      "priceJump",
    ]);
  });

  test("a price that stood for the better half of the week is the usual one", () => {
    const settled = { ...wrong, earlier: wrong.earlier.map((each) => ({ ...each, until: "2026-08-05" })) };
    expect(priceJump(on("2026-08-10", "1/2"), settled)?.rule).toBe("priceJump");
  });
});
