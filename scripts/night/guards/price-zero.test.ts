import { expect, test } from "vitest";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { priceZero } from "./price-zero.ts";

const paid = aReading({ prices: { input: "0.98", output: "3" } });
const none = { prices: {} };
const zero = { prices: { input: "0", output: "0" } };
const freeVariant = (card: { prices: Record<string, string> }) => aReading({ ...card, key: { tier: "free" } });

test.each([
  ["a paid price at zero", aReading(zero), paid, false, "priceZero"],
  ["a paid price that is gone", aReading(none), paid, false, "priceZero"],
  ["one of two prices gone", aReading({ prices: { output: "3" } }), paid, false, "priceZero"],
  ["a zero on the first night", aReading(zero), null, false, "priceZero"],
  ["no price on the first night: unknown", aReading(none), null, false, null],
  ["still no price", aReading(none), aReading(none), false, null],
  ["a price again", paid, aReading(none), false, null],
  ["a free variant", aReading({ ...zero, key: { tier: "free" } }), paid, false, null],
  ["a free variant without a figure", freeVariant(none), freeVariant(zero), false, "priceZero"],
  ["a free variant whose one figure is gone", freeVariant({ prices: { input: "0" } }), freeVariant(zero), false, "priceZero"],
  ["a free variant that never had one", freeVariant(none), freeVariant(none), false, null],
  ["a curated line says why", aReading(none), paid, true, null],
  ["the card bills in another unit", aReading({ ...none, gaps: { input: "otherUnit", output: "otherUnit" } }), paid, false, null],
  ["a price far down, but not zero", aReading({ prices: { input: "0.000001", output: "3" } }), paid, false, null],
])("%s", (_, reading, before, isExplained, rule) => {
  expect(priceZero(reading, before, { isExplained })?.rule ?? null).toBe(rule);
});

test("says what the price was", () => {
  expect(priceZero(aReading(none), paid, { isExplained: false })?.detail).toBe(
    "input was $0.98 per million tokens, output was $3 per million tokens and came as zero or not at all",
  );
});
