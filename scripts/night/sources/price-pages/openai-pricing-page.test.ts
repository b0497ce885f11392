import { describe, expect, test } from "vitest";
import { cardLines, pageText, parsePage } from "../../../../tests/builders/a-price-page.ts";
import { openaiPricingPage } from "./openai-pricing-page.ts";

const parse = (change?: (text: string) => string) => parsePage(openaiPricingPage, pageText("openai", change));

describe("OpenAI's price page", () => {
  test("prices each tier, long prompts beside short ones, Fast under the name a request uses", () => {
    expect(cardLines(parse())).toEqual([
      "acme-sol: input 4, output 20, cacheRead 0.4, cacheWrite5m 5; >272000: input 8, output 30, cacheRead 0.8, cacheWrite5m 10",
      "acme-old: input 30, output 180; >200000: input 60, output 270",
      "acme-mini: input 0.75, output 4.5, cacheRead 0.075",
      "acme-sol batch: input 2, output 10, cacheRead 0.2, cacheWrite5m 2.5; >272000: input 4, output 15, cacheRead 0.4, cacheWrite5m 5",
      "acme-sol flex: input 2, output 10, cacheRead 0.2, cacheWrite5m 2.5",
      "acme-sol priority: input 8, output 40, cacheRead 0.8, cacheWrite5m 10",
      "acme-codex: input 1.75, output 14, cacheRead 0.175",
      "acme-codex priority: input 3.5, output 28, cacheRead 0.35",
    ]);
  });

  test("says which meters a model does not sell", () => {
    const gaps = parse().readings.map(({ upstreamId, gaps: each }) => [upstreamId, each]);
    expect(gaps).toContainEqual(["acme-old", { cacheRead: "notSold", cacheWrite5m: "notSold" }]);
    expect(gaps).toContainEqual(["acme-mini", { cacheWrite5m: "notSold" }]);
  });

  test("reports what it leaves out", () => {
    expect(parse().skipped).toEqual([
      { subject: "acme-odd", why: "no readable price per token" },
      { subject: "Ultrafast pricing data", why: "tier we have no name for" },
      { subject: "acme-embedding", why: "no readable price per token" },
      { subject: "Grouped Pricing Table data: Image generation", why: "table is not priced by model and token" },
    ]);
  });

  test("in its older form, without cache writes, leaves them unknown", () => {
    const withoutWrites = (line: string) =>
      line
        .split(" | ")
        .filter((_, index) => index !== 3 && index !== 7)
        .join(" | ");
    const { readings } = parse((text) => text.replaceAll(/^\|(?:[^|]+\|){9}$/gm, (line) => withoutWrites(line)));
    expect(readings[0]).toMatchObject({ prices: { input: 4_000_000, output: 20_000_000, cacheRead: 400_000 }, gaps: {} });
    expect(readings[0]?.prices.cacheWrite5m).toBeUndefined();
  });

  test("keeps the old name of the Fast tier", () => {
    const lines = cardLines(parse((text) => text.replace("### Fast pricing data", "### Priority pricing data")));
    expect(lines).toContain("acme-sol priority: input 8, output 40, cacheRead 0.8, cacheWrite5m 10");
  });

  test.each([
    ["no longer says where long context begins", (text: string) => text.replace("Long context: >272K", "Long context: more")],
    ["renames its columns", (text: string) => text.replaceAll("Short context input", "Input")],
    ["loses its batch table", (text: string) => text.replace("### Batch pricing data", "### Ultrafast pricing data")],
    ["is another page", () => "<!doctype html><title>Pricing</title>"],
  ])("throws when it %s", (_, change) => {
    expect(() => parse(change)).toThrow();
  });
});
