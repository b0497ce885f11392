import { describe, expect, test } from "vitest";
import { cardLines, pageText, parsePage } from "../../../../tests/builders/a-price-page.ts";
import { fireworksPricingPage } from "./fireworks-pricing-page.ts";

const parse = (change?: (text: string) => string) => parsePage(fireworksPricingPage, pageText("fireworks", change));

describe("Fireworks' price page", () => {
  test("prices a model by region and tier", () => {
    expect(cardLines(parse())).toEqual([
      "accounts/fireworks/models/kimi-k3: input 3, output 15, cacheRead 0.3",
      "accounts/fireworks/models/kimi-k3 fast: input 6, output 30, cacheRead 0.6",
      "accounts/fireworks/models/kimi-k3 us: input 4.5, output 22.5, cacheRead 0.45",
      "accounts/fireworks/models/glm-5p2: input 1.4, output 4.4, cacheRead 0.26",
      "accounts/fireworks/models/glm-5p2 priority: input 2.1, output 6.6, cacheRead 0.39",
    ]);
  });

  test("reports what it leaves out", () => {
    expect(parse().skipped.map(({ why }) => why)).toEqual([
      "tier we have no name for",
      "no model id on the page",
      "table is not priced by model and token",
    ]);
  });

  test("throws when it no longer says in which order a cell prints its prices", () => {
    expect(() => parse((text) => text.replace("input / cached input / output", "input / output / cached input"))).toThrow();
  });

  test("throws when its table changes", () => {
    expect(() => parse((text) => text.replace("| Standard |", "| Price |"))).toThrow();
  });
});
