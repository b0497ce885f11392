import { expect, test } from "vitest";
import { Prices } from "../../../src/domain/offer/meter.ts";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { priceTooHigh } from "./price-too-high.ts";

test.each([
  [{ input: "600", output: "600" }, null],
  [{ input: "1000", output: "1000" }, null],
  [{ input: "1", output: "1000.000001" }, "output at $1000.000001 per million tokens"],
  [{ input: "71000", output: "71000" }, "input at $71000 per million tokens, output at $71000 per million tokens"],
  [{ input: "1", output: "2", cacheRead: "2000" }, "cacheRead at $2000 per million tokens"],
  [{}, null],
])("%j: %s", (prices, detail) => {
  expect(priceTooHigh(aReading({ prices }))?.detail ?? null).toBe(detail);
});

test("looks at the cards of conditions too", () => {
  const conditions = [{ promptTokensAbove: 1, prices: Prices.decode({ input: "1001" }) }];
  expect(priceTooHigh(aReading({ conditions }))?.rule).toBe("priceTooHigh");
});
