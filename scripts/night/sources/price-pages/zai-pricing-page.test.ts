import { describe, expect, test } from "vitest";
import { cardLines, pageText, parsePage } from "../../../../tests/builders/a-price-page.ts";
import { zaiPricingPage } from "./zai-pricing-page.ts";

const parse = (change?: (text: string) => string) => parsePage(zaiPricingPage, pageText("zai", change));

describe("Z.ai's price page", () => {
  test("prices models by the lower-case id its API takes, and free ones at zero", () => {
    expect(cardLines(parse())).toEqual([
      "glm-5.1: input 1.4, output 4.4, cacheRead 0.26",
      "glm-4.7-flash: input 0, output 0, cacheRead 0",
      "glm-4-32b: input 0.1, output 0.1",
    ]);
  });

  test("leaves tools out, with a reason", () => {
    expect(parse().skipped).toEqual([{ subject: "Built-in Tools", why: "table is not priced by model and token" }]);
  });

  test("throws when its table changes", () => {
    expect(() => parse((text) => text.replace("Cached Input |", "Cache Hit |"))).toThrow();
  });
});
