import { describe, expect, test } from "vitest";
import type { PlatformSourceId } from "../../../../../src/domain/source/platforms/platform-sources.ts";
import { cardLines } from "../../../../../tests/builders/a-price-page.ts";
import { fixtureTexts, leftOut, linesOf, readFixture, readTexts } from "../../../../../tests/fixtures/platform-fixture.ts";
import { pricesIn } from "../pages/gemini-page.ts";

describe("Mistral's cards", () => {
  test("end in their id: what stands before it is its price", () => {
    expect(linesOf("mistral-pricing")).toEqual([
      "acme-medium-latest: input 0.4, output 2, cacheRead 0.04",
      "acme-small-latest: input 0.1, output 0.3",
      "acme-large-2512: input 0.5, output 1.5",
    ]);
    expect(leftOut("mistral-pricing")).toEqual(["acme-voice-2507: only one of input and output has a price"]);
  });

  test("in euros are not read", () => {
    const euros = fixtureTexts("mistral-pricing").map((text) => text.replaceAll("$", "€"));
    expect(() => readTexts("mistral-pricing", euros)).toThrow('input is "€0.4", not in dollars');
  });
});

test("Together's tables count by their columns, and the row with a cached price before the one without", () => {
  expect(linesOf("together-models")).toEqual([
    "acme-ai/Large-3: input 1.2, output 4.1, cacheRead 0.2",
    "acme-ai/Small-Turbo: input 0.1, output 0.1",
    "acme-ai/Open-8B free: input 0, output 0",
    "acme-ai/Sight-7B: input 0.18, output 0.18, cacheRead 0.09",
    "acme-ai/Eye-2: input 0.35, output 1.05",
  ]);
  expect(leftOut("together-models")).toEqual(["acme-ai/Half-8B: only one of input and output has a price"]);
  const limits = readFixture("together-models").readings.map(({ contextTokens }) => contextTokens);
  expect(limits).toEqual([262_144, 131_072, null, 32_768, 131_072]);
});

describe("Google's page of the Gemini API", () => {
  test("prices every id of a heading, a tier to a table, the price of the day it is read", () => {
    expect(linesOf("gemini-pricing")).toEqual([
      "acme-3-pro: input 2, output 12, cacheRead 0.2; >200000: input 4, output 18, cacheRead 0.4",
      "acme-3-pro batch: input 1, output 6; >200000: input 2, output 9",
      "acme-3-flash: input 0.3, output 2.5, cacheRead 0.03",
      "acme-3-flash-0901: input 0.3, output 2.5, cacheRead 0.03",
      "acme-3.6-flash: input 0.75, output 3.75",
    ]);
    expect(leftOut("gemini-pricing")).toEqual([
      "acme-3-flash flex: no price per token",
      "acme-3-flash-0901 flex: no price per token",
      "Gemini Developer API pricing > Acme Clip 3 > Standard: not priced by tokens",
    ]);
  });

  test.each<[string, string, readonly (readonly [number, number])[]]>([
    ["$0.75 through December 31, 2026. $1.50 starting January 1, 2027.", "2026-12-31", [[0, 0.75]]],
    ["$0.75 through December 31, 2026. $1.50 starting January 1, 2027.", "2027-01-01", [[0, 1.5]]],
    [
      "$2.00, prompts <= 200k tokens $4.00, prompts > 200k",
      "2026-11-28",
      [
        [0, 2],
        [200_000, 4],
      ],
    ],
    ["$0.30 (text / image / video) $1.00 (audio)", "2026-11-28", [[0, 0.3]]],
    ["$0.40 $1.00 / 1,000,000 tokens per hour (storage price)", "2026-11-28", [[0, 0.4]]],
    ["Not available", "2026-11-28", []],
  ])("%s on %s", (text, day, price) => {
    expect(pricesIn(text, day).map(({ above, amount }) => [above, amount / 1e6])).toEqual(price);
  });
});

describe("DeepSeek's table", () => {
  test("has a model to a column, off peak as the base card and peak hours as its windows", () => {
    const peak = (prices: string) => `; 01:00-04:00: ${prices}; 06:00-10:00: ${prices}`;
    expect(linesOf("deepseek-pricing")).toEqual([
      `acme-flash: input 0.1, output 0.2, cacheRead 0.01${peak("input 0.2, output 0.4, cacheRead 0.02")}`,
      `acme-pro: input 0.4, output 0.8, cacheRead 0.02${peak("input 0.8, output 1.6, cacheRead 0.04")}`,
      "acme-mini: input 0.05, output 0.1, cacheRead 0.001",
    ]);
    expect(readFixture("deepseek-pricing").readings[0]).toMatchObject({ contextTokens: 1_000_000, maxOutputTokens: 384_000 });
  });

  test("of the older form, without hours, is read too", () => {
    const older = `<table><tr><td colspan="2">MODEL</td><td>acme-flash</td></tr>
      <tr><td rowspan="3">PRICING</td><td>1M INPUT TOKENS (CACHE HIT)</td><td>$0.07</td></tr>
      <tr><td>1M INPUT TOKENS (CACHE MISS)</td><td>$0.56</td></tr><tr><td>1M OUTPUT TOKENS</td><td>$1.68</td></tr></table>`;
    const [reading] = readTexts("deepseek-pricing", [older]).readings;
    expect(reading?.prices).toEqual({ cacheRead: 70_000, input: 560_000, output: 1_680_000 });
    expect(reading?.conditions).toEqual([]);
  });
});

test.each<[PlatformSourceId, readonly string[], readonly string[]]>([
  [
    "opencode-pricing",
    [
      "acme-large-3-0: input 3, output 15, cacheRead 0.3, cacheWrite5m 3.75; >200000: input 6, output 22.5, cacheRead 0.6, cacheWrite5m 7.5",
      "acme-code-5.1: input 1.07, output 8.5, cacheRead 0.107",
      "acme-mini-free free: input 0, output 0",
      "acme-plain: input 0.2, output 0.8",
    ],
    [],
  ],
  [
    "cohere-pricing",
    [
      "command-r-08-2024: input 0.15, output 0.6",
      "command-r7b-12-2024: input 0.0375, output 0.15",
      "command-a-03-2025: input 2.5, output 10",
    ],
    [],
  ],
  [
    "perplexity-pricing",
    ["acme-sonar: input 1, output 1", "acme-sonar-pro: input 3, output 15", "acme-deep-research: input 2, output 8"],
    [],
  ],
  [
    "cloudflare-pricing",
    [
      "@cf/acme/large-70b-fp8-fast: input 0.293, output 2.253",
      "@cf/acme/mega: input 0.55, output 2.2, cacheRead 0.055",
      "@cf/acme/turned: input 0.2, output 0.4",
    ],
    ["@cf/acme/slipped: its price in tokens is not its price in neurons"],
  ],
  [
    "moonshot-pricing",
    [
      "acme-k3: input 3, output 15, cacheRead 0.3",
      "acme-k3-highspeed: input 6, output 30, cacheRead 0.6",
      "acme-k2.6: input 0.95, output 4, cacheRead 0.16",
      "acme-k2.7-code: input 0.95, output 4, cacheRead 0.19, cacheWrite5m 1.19",
    ],
    [],
  ],
  [
    "minimax-pricing",
    [
      // What is struck out is the list price: $0.60 at half is $0.30.
      "Acme-M3: input 0.3, output 1.2, cacheRead 0.06; >512000: input 0.6, output 2.4, cacheRead 0.12",
      "Acme-M2.7: input 0.3, output 1.2, cacheRead 0.06, cacheWrite5m 0.375",
      "Acme-M2.7-highspeed: input 0.6, output 2.4, cacheRead 0.06, cacheWrite5m 0.375",
    ],
    [],
  ],
  [
    "alibaba-pricing",
    [
      "acme-plus: input 0.4, output 1.6; >256000: input 1.2, output 4.8",
      "acme-flash: input 0.05, output 0.4; >128000: input 0.25, output 2",
      "acme-max: input 2, output 6",
    ],
    [],
  ],
  [
    "vertex-pricing",
    [
      "acme-3-pro: input 2, output 12; >200000: input 4, output 18",
      "acme-3-flash: input 0.3, output 2.5, cacheRead 0.03",
      "acme-3-flash-lite: input 0.1, output 0.4",
    ],
    [],
  ],
])("%s", (id, lines, left) => {
  expect(linesOf(id)).toEqual(lines);
  expect(leftOut(id)).toEqual(left);
});

test("a model of Perplexity's costs a fee for every thousand requests beside its tokens", () => {
  const fees = readFixture("perplexity-pricing").readings.map(({ unitPrices }) => unitPrices);
  expect(fees).toEqual([
    { request: { amount: "5", per: "1000 requests" } },
    { request: { amount: "6", per: "1000 requests" } },
    {},
  ]);
});

test.each<[PlatformSourceId, string, string, string]>([
  ["together-models", "API model string", "Model id", "one with api model string"],
  ["minimax-pricing", "Prompt caching", "Cache", "cacheRead"],
  ["moonshot-pricing", "$", "¥", "no row has a price"],
  ["cloudflare-pricing", "Price in Tokens", "Price", "one with price in tokens"],
  ["vertex-pricing", "/1M tokens", "/1k characters", "one per 1M tokens"],
  ["together-models", "Output pricing (per 1M tokens)", "Input pricing (per 1M tokens)", "one with api model string"],
  ["deepseek-pricing", ">MODEL<", ">NAME<", "one with MODEL in it"],
])("%s with another page is not read: %s → %s", (id, from, to, says) => {
  const texts = fixtureTexts(id).map((text) => text.replaceAll(from, to));
  if (says === "cacheRead") expect(readTexts(id, texts).readings[0]?.prices.cacheRead).toBeUndefined();
  else expect(() => readTexts(id, texts)).toThrow(says);
});

test("a model whose row for short prompts is gone is left out with the reason", () => {
  const texts = fixtureTexts("minimax-pricing").map((text) => text.replace(/^\| Acme-M3 \(input <= .*\n/m, ""));
  const { readings, skipped } = readTexts("minimax-pricing", texts);
  expect(readings.map(({ upstreamId }) => upstreamId)).toEqual(["Acme-M2.7", "Acme-M2.7-highspeed"]);
  expect(skipped).toEqual([{ subject: "Acme-M3", why: "priced for long prompts alone" }]);
});

test("a model that a page lists at two prices keeps its first row and is told", () => {
  const texts = fixtureTexts("together-models").map((text) =>
    text.replace(/^(\|.*acme-ai\/Large-3 .*)\$1\.20?(.*)$/m, "$1$$1.20$2\n$1$$1.30$2"),
  );
  const { readings, skipped } = readTexts("together-models", texts);
  expect(readings.filter(({ upstreamId }) => upstreamId === "acme-ai/Large-3").map(({ prices }) => prices.input)).toEqual([
    1_200_000,
  ]);
  expect(skipped).toContainEqual(expect.objectContaining({ subject: "acme-ai/Large-3", why: "id listed twice" }));
});

test("a row of Cloudflare's that names no neurons is read by its dollars", () => {
  const texts = fixtureTexts("cloudflare-pricing").map((text) =>
    text.replace(/ 26636 neurons per M input tokens <br\/> 204818 neurons per M output tokens /, " "),
  );
  expect(texts).not.toEqual(fixtureTexts("cloudflare-pricing"));
  expect(cardLines(readTexts("cloudflare-pricing", texts))).toContain("@cf/acme/large-70b-fp8-fast: input 0.293, output 2.253");
});
