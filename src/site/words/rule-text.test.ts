import { expect, test } from "vitest";
import { PriceRule } from "../../domain/platform/platform.ts";
import { ruleText } from "./rule-text.ts";

test.each([
  [{ scope: "all models", tier: "batch", inputOfBps: 5_000, outputOfBps: 5_000 }, "all models: 50 % of the standard price"],
  [
    { scope: "EU", inputOfBps: 11_000, outputOfBps: 11_000, says: "New keys only." },
    "EU: 110 % of the standard price. New keys only.",
  ],
  [
    { scope: "GPT-5.4", promptTokensAbove: 272_000, inputOfBps: 20_000, outputOfBps: 15_000 },
    "GPT-5.4: above 272,000 prompt tokens input 200 %, output 150 % of the standard price",
  ],
  [{ scope: "Claude", cacheReadOfBps: 1_000, cacheWrite5mOfBps: 12_500 }, "Claude: reads 10 %, writes 125 % of input"],
  [{ scope: "web search", unitPrice: { amount: "10", per: "1000 searches" } }, "web search: $10 per 1000 searches"],
  [{ scope: "others", says: "None." }, "others: None."],
  [{ scope: "others" }, "others"],
])("%j reads as %s", (rule, text) => {
  expect(ruleText(PriceRule.parse(rule)).replaceAll("\u202f", " ")).toBe(text);
});
