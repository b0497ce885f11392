import { describe, expect, test } from "vitest";
import { Prices } from "../../../../src/domain/offer/meter.ts";
import { aReading } from "../../../../tests/builders/a-reading.ts";
import { meterOdd } from "./meter-odd.ts";

const KNOWN = { input: "1", output: "2" };
const withPrices = (prices: Readonly<Record<string, string>>) => aReading({ prices: { ...KNOWN, ...prices } });
const withTier = (prices: Readonly<Record<string, string>>) =>
  aReading({ conditions: [{ promptTokensAbove: 200_000, prices: Prices.decode(prices) }] });

describe("a figure that a known card did not have", () => {
  test.each([
    ["a cache read at a ten-thousandth", withPrices({ cacheRead: "0.0001" }), "cacheRead"],
    ["just under a two-hundredth", withPrices({ cacheRead: "0.004999" }), "cacheRead"],
    ["a two-hundredth", withPrices({ cacheRead: "0.005" }), null],
    ["a hundred-and-twentieth, as at DeepSeek", withPrices({ cacheRead: "0.0083" }), null],
    ["a free cache read", withPrices({ cacheRead: "0" }), null],
    ["a cache write at twice the input", withPrices({ cacheWrite1h: "2" }), null],
    ["a cache write at eleven times the input", withPrices({ cacheWrite5m: "11" }), "cacheWrite5m"],
    ["a cache write next to nothing, as where storage is billed by the hour", withPrices({ cacheWrite5m: "0.003" }), null],
    ["reasoning at fifty times output", withPrices({ reasoning: "100" }), "reasoning"],
    ["reasoning at a third of output, as at Perplexity", withPrices({ reasoning: "0.75" }), null],
    ["reasoning at a hundredth of output", withPrices({ reasoning: "0.02" }), "reasoning"],
    ["audio at sixty times the text", withPrices({ audio: "60" }), null],
    ["a tier at twenty times", withTier({ input: "20", output: "40" }), "input (prompt>200000)"],
    ["a tier at twelve times, as at Alibaba", withTier({ input: "6", output: "24" }), null],
    ["a tier at a hundredth", withTier({ input: "0.01", output: "2" }), "input (prompt>200000)"],
  ])("%s", (_, reading, name) => {
    const objection = meterOdd(reading, aReading({ prices: KNOWN }));
    expect(objection?.detail.split(" appeared")[0] ?? null).toBe(name);
    expect(objection?.rule ?? null).toBe(name === null ? null : "meterOdd");
  });

  test("one that it had is no new one, whatever it stands at, and one that was zero is", () => {
    expect(meterOdd(withPrices({ cacheRead: "0.0001" }), withPrices({ cacheRead: "0.0002" }))).toBeNull();
    expect(meterOdd(withPrices({ cacheRead: "0.0001" }), withPrices({ cacheRead: "0" }))).not.toBeNull();
  });

  test("of a free card is held against nothing", () => {
    expect(meterOdd(withPrices({ input: "0", output: "0", cacheRead: "0.0001" }), null)).toBeNull();
  });
});

test("what is wrong is told in prices", () => {
  expect(meterOdd(withPrices({ cacheRead: "0.0001" }), null)?.detail).toBe(
    "cacheRead appeared at $0.0001 per million tokens, 10000 times apart from input at $1 per million tokens",
  );
});
