import { describe, expect, test } from "vitest";
import { cardLines, pageText, parsePage } from "../../../../tests/builders/a-price-page.ts";
import { anthropicPricingPage } from "./anthropic-pricing-page.ts";

const parse = (day?: string, change?: (text: string) => string) =>
  parsePage(anthropicPricingPage, pageText("anthropic", change), day);

describe("Anthropic's price page", () => {
  test("prices each model by its id, prompt length and tier", () => {
    expect(cardLines(parse())).toEqual([
      "claude-opus-5: input 5, output 25, cacheRead 0.5, cacheWrite5m 6.25, cacheWrite1h 10",
      "claude-mythos-5: input 10, output 50, cacheRead 1, cacheWrite5m 12.5, cacheWrite1h 20",
      "claude-opus-4-8: input 5, output 25, cacheRead 0.5, cacheWrite5m 6.25, cacheWrite1h 10",
      "claude-sonnet-4-5: input 3, output 15, cacheRead 0.3, cacheWrite5m 3.75, cacheWrite1h 6",
      "claude-sonnet-5: input 2, output 10, cacheRead 0.2, cacheWrite5m 2.5, cacheWrite1h 4",
      "claude-haiku-5-5: input 0.1, output 0.5, cacheRead 0.01, cacheWrite5m 0.125, cacheWrite1h 0.2; >100000: input 0.5, output 2.5, cacheRead 0.05, cacheWrite5m 0.625, cacheWrite1h 1",
      "claude-3-5-haiku: input 0.8, output 4, cacheRead 0.08, cacheWrite5m 1, cacheWrite1h 1.6",
      "claude-opus-5 batch: input 2.5, output 12.5",
      "claude-haiku-5-5 batch: input 0.05, output 0.25; >100000: input 0.25, output 1.25",
      "claude-opus-5 fast: input 10, output 50",
      "claude-opus-4-8 fast: input 10, output 50",
    ]);
  });

  test.each([
    ["2026-08-31", "claude-sonnet-5: input 2, output 10, cacheRead 0.2, cacheWrite5m 2.5, cacheWrite1h 4"],
    ["2026-09-01", "claude-sonnet-5: input 3, output 15, cacheRead 0.3, cacheWrite5m 3.75, cacheWrite1h 6"],
  ])("read on %s takes the row of that day", (day, line) => {
    expect(cardLines(parse(day)).filter((each) => each.startsWith("claude-sonnet-5:"))).toEqual([line]);
  });

  test("reports what it leaves out", () => {
    expect(parse().skipped).toEqual([
      { subject: "Claude Opus 4 (retired, except on Bedrock and Google Cloud)", why: "retired on the maker’s own API" },
      { subject: "Claude Sonnet 5 starting September 1, 2026", why: "price of another day" },
      { subject: "Claude Haiku 4.5 (on the moon)", why: "qualified in words we do not know" },
      { subject: "Tool use pricing", why: "table is not priced by model and token" },
    ]);
  });

  test("writes its columns in either case", () => {
    const lower = parse(undefined, (text) => text.replace("Cache Hits & Refreshes", "Cache hits and refreshes"));
    expect(lower.readings).toHaveLength(11);
  });

  test.each([
    ["renames a column", (text: string) => text.replace("1h Cache Writes", "Long cache writes")],
    ["loses its batch table", (text: string) => text.replace("Batch input", "Input")],
    ["is another page", () => "# Not found"],
  ])("throws when it %s", (_, change) => {
    expect(() => parse(undefined, change)).toThrow();
  });
});
