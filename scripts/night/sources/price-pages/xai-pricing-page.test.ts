import { describe, expect, test } from "vitest";
import { cardLines, pageText, parsePage } from "../../../../tests/builders/a-price-page.ts";
import { xaiPricingPage } from "./xai-pricing-page.ts";

const parse = (change?: (text: string) => string) => parsePage(xaiPricingPage, pageText("xai", change));

describe("xAI's price page", () => {
  test("joins the rows of short and long prompts, from the limit itself on", () => {
    expect(cardLines(parse())).toEqual([
      "grok-4.6: input 2, output 6, cacheRead 0.5; >199999: input 4, output 12, cacheRead 1",
      "grok-nano: input 0.2, output 0.5",
    ]);
  });

  test("gives the context window with the price", () => {
    expect(parse().readings.map(({ contextTokens }) => contextTokens)).toEqual([500_000, 1_000_000]);
  });

  test("reports what it leaves out", () => {
    expect(parse().skipped).toEqual([
      { subject: "grok-later", why: "no readable price per token" },
      { subject: "Image API Pricing", why: "table is not priced by model and token" },
    ]);
  });

  test.each([
    ["(> 200k prompt tokens)", ">200000"],
    ["(>= 200k prompt tokens)", ">199999"],
  ])("reads %s as %s", (words, condition) => {
    expect(cardLines(parse((text) => text.replace("(≥ 200k prompt tokens)", words)))[0]).toContain(condition);
  });

  test("in its older form has no unit in its columns", () => {
    expect(parse((text) => text.replaceAll(" / 1M tokens", "")).readings).toHaveLength(2);
  });

  test("throws when no table prices text", () => {
    expect(() => parse((text) => text.replace("Cached input", "Cache"))).toThrow();
  });
});
