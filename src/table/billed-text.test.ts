import { expect, test } from "vitest";
import { anOffer } from "../../tests/builders/an-offer.ts";
import { billedText } from "./billed-text.ts";

const { prices } = anOffer({ prices: { input: "0.5", output: "1.5", cacheRead: "0.05" } });
const rate = { usd: "1.1600", day: "2026-11-20", url: "https://bank.example/daily.xml" };

test.each([
  [{ currency: "EUR", prices, rate }, "converted from €0.50 in, €1.50 out at $1.1600 a euro of 20 Nov 2026 (ECB)"],
  [
    { currency: "CHF", prices, rate: { ...rate, usd: "1.2500" } },
    "converted from CHF 0.50 in, CHF 1.50 out at $1.2500 a franc of 20 Nov 2026 (ECB)",
  ],
  [{ currency: "CNY", prices: { input: prices.input }, rate: null }, "asks ¥0.50 in"],
  [{ currency: "EUR", prices: null, rate: null }, null],
  [{ currency: "EUR", prices: {}, rate: null }, null],
] as const)("%j reads %j", (billed, text) => {
  expect(billedText(billed)).toBe(text);
});
