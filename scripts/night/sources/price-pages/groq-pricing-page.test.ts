import { describe, expect, test } from "vitest";
import { cardLines, pageText, parsePage } from "../../../../tests/builders/a-price-page.ts";
import { groqPricingPage } from "./groq-pricing-page.ts";

const parse = (change?: (text: string) => string) => parsePage(groqPricingPage, pageText("groq", change));

describe("Groq's model page", () => {
  test("prices a model by the id in its link", () => {
    expect(cardLines(parse())).toEqual(["openai/gpt-oss-120b: input 0.15, output 0.6"]);
  });

  test("gives both limits", () => {
    expect(parse().readings[0]).toMatchObject({ contextTokens: 131_072, maxOutputTokens: 65_536 });
  });

  test("leaves out what is sold by the hour or by sales", () => {
    expect(parse().skipped).toEqual([
      { subject: "whisper-large-v3", why: "no readable price per token" },
      { subject: "acme-big", why: "no readable price per token" },
    ]);
  });

  test("throws when its table changes", () => {
    expect(() => parse((text) => text.replace("PRICE PER 1M TOKENS", "PRICE"))).toThrow();
  });
});
