import fc from "fast-check";
import { expect, test } from "vitest";
import fixture from "../../../../tests/fixtures/litellm.json" with { type: "json" };
import type { SellerTables } from "../price-pages/seller-tables.ts";
import { LITELLM_URL, litellm } from "./litellm.ts";
import { readCostKey, readTierCards } from "./litellm-cost.ts";
import { readLitellmKey } from "./litellm-key.ts";

const why = "because";
const alias = (name: string, platform: string) => ({ source: "litellm" as const, name, platform, why });
const tables: SellerTables = {
  platformAliases: [
    alias("openai", "openai"),
    alias("anthropic", "anthropic"),
    alias("bedrock", "amazon-bedrock"),
    alias("bedrock_converse", "amazon-bedrock"),
    alias("bedrock_mantle", "amazon-bedrock"),
    alias("azure", "azure"),
    alias("azure_ai", "azure"),
    alias("vertex_ai-anthropic_models", "google-vertex"),
    alias("vertex_ai-llama_models", "google-vertex"),
    alias("vertex_ai-language-models", "google-vertex"),
    alias("gemini", "google"),
    alias("dashscope", "alibaba"),
    alias("deepseek", "deepseek"),
    alias("perplexity", "perplexity"),
    alias("perplexity/responses", "perplexity-agent"),
    alias("together_ai", "togetherai"),
    alias("databricks", "databricks"),
  ],
  platforms: [],
  excludedSellers: [
    {
      source: "litellm",
      name: "ollama",
      kind: "runs on your own machine",
      why,
      sourceUrl: "https://ollama.com",
      checkedOn: "2026-08-21",
    },
  ],
  makers: [],
};

const parse = (content: unknown) => litellm(tables).parse([{ url: LITELLM_URL, readAt: "2026-08-21T00:00:00Z", content }]);
const parsed = parse(fixture);
const find = (platform: string, upstreamId: string, tier = "standard") =>
  parsed.readings.find(({ key, upstreamId: id }) => key.platform === platform && id === upstreamId && key.tier === tier);
const skipped = Object.fromEntries(parsed.skipped.map((each) => [each.subject, each.why]));

test("reads dollars per token exactly: the base card, its condition and its search price", () => {
  expect(find("openai", "gpt-5.6-sol")).toEqual({
    key: { platform: "openai", host: null, region: null, tier: "standard", quantization: null, variant: null },
    upstreamId: "gpt-5.6-sol",
    model: null,
    name: null,
    huggingFaceId: null,
    canonicalSlug: null,
    contextTokens: 1_050_000,
    maxOutputTokens: 128_000,
    prices: { input: 5_000_000, output: 30_000_000, cacheRead: 500_000, cacheWrite5m: 6_250_000 },
    gaps: {},
    unitPrices: { webSearch: { amount: "27.5", per: "1000 searches" } },
    conditions: [{ promptTokensAbove: 272_000, prices: { input: 10_000_000, output: 45_000_000 } }],
    discountBps: null,
    unreadMeters: [],
    retiresOn: null,
    note: null,
    source: { id: "litellm", url: LITELLM_URL, readAt: "2026-08-21T00:00:00Z", hand: "second" },
  });
});

test("a tier whose prices are no numbers is told, not gone", () => {
  const row = { litellm_provider: "openai", mode: "chat", input_cost_per_token: 2e-6, output_cost_per_token: 4e-6 };
  const batch = { input_cost_per_token_batches: "NaN", output_cost_per_token_batches: null };
  const { readings, skipped } = parse({ "gpt-nova": { ...row, ...batch } });
  expect(readings.map(({ key }) => key.tier)).toEqual(["standard"]);
  expect(skipped).toEqual([{ subject: "gpt-nova", why: "no readable price per token", of: { tier: "batch", region: null } }]);
});

test("makes an offer of each tier a row prices", () => {
  expect(find("openai", "gpt-5.6-sol", "batch")?.prices).toEqual({ input: 2_500_000, output: 15_000_000 });
  expect(find("openai", "gpt-5.6-sol", "flex")?.conditions).toEqual([
    { promptTokensAbove: 272_000, prices: { input: 5_000_000 } },
  ]);
  expect(find("openai", "gpt-5.6-sol", "priority")).toMatchObject({
    prices: { input: 10_000_000, output: 60_000_000, cacheRead: 1_000_000 },
    unitPrices: {},
  });
});

test("keeps the one-hour cache write apart, also above a bound, and derives nothing from multipliers", () => {
  const sonnet = find("anthropic", "claude-sonnet-4-5");
  expect(sonnet?.prices).toMatchObject({ cacheWrite5m: 3_750_000, cacheWrite1h: 6_000_000 });
  expect(sonnet?.conditions).toEqual([
    { promptTokensAbove: 200_000, prices: { input: 6_000_000, output: 22_500_000, cacheWrite1h: 12_000_000 } },
  ]);
  expect(parsed.readings.filter(({ upstreamId }) => upstreamId === "claude-sonnet-4-5")).toHaveLength(1);
  expect(sonnet?.unreadMeters).toEqual([]);
});

test.each([
  ["xai", 199_999],
  ["vertex_ai", 200_000],
  ["azure_ai", 200_000],
])("the long-context card of %s begins above %i tokens where a key says 200k", (provider, bound) => {
  const rates = { input_cost_per_token: 2e-6, input_cost_per_token_above_200k_tokens: 4e-6 };
  const [card] = readTierCards({ litellm_provider: provider, ...rates }, { free: false });
  expect(card?.conditions).toEqual([{ promptTokensAbove: bound, prices: { input: 4_000_000 } }]);
});

test("names a retirement date as a lower bound, and leaves out what is past it", () => {
  expect(find("anthropic", "claude-sonnet-4-5")).toMatchObject({
    retiresOn: null,
    note: "LiteLLM: not retired before 2026-09-29",
  });
  expect(skipped["claude-3-7-sonnet-20250219"]).toBe("past the retirement date it names");
});

test.each([
  ["eu.anthropic.claude-opus-4-8", "bedrock_converse", "eu.anthropic.claude-opus-4-8", null],
  ["bedrock/us-gov-west-1/amazon.nova-pro-v1:0", "bedrock", "amazon.nova-pro-v1:0", "us-gov-west-1"],
  ["bedrock/invoke/anthropic.claude-v2:1", "bedrock", "anthropic.claude-v2:1", null],
  ["bedrock/us.anthropic.claude-3-5-haiku-20241022-v1:0", "bedrock", "us.anthropic.claude-3-5-haiku-20241022-v1:0", null],
  ["bedrock_mantle/openai.gpt-5.4", "bedrock_mantle", "openai.gpt-5.4", null],
  ["azure/eu/gpt-5.4", "azure", "gpt-5.4", "eu"],
  ["azure/global-standard/gpt-4o-mini", "azure", "gpt-4o-mini", "global"],
  ["azure_ai/global/grok-3", "azure_ai", "grok-3", "global"],
  ["azure_ai/FW-GLM-5.2", "azure_ai", "FW-GLM-5.2", null],
  ["azure/gpt-35-turbo-instruct", "azure_text", "gpt-35-turbo-instruct", null],
  ["vertex_ai/meta/llama-4-maverick", "vertex_ai-llama_models", "meta/llama-4-maverick", null],
  ["gemini-3.1-pro-preview", "vertex_ai-language-models", "gemini-3.1-pro-preview", null],
  ["fireworks_ai/accounts/fireworks/models/kimi-k2p6", "fireworks_ai", "accounts/fireworks/models/kimi-k2p6", null],
  ["amazon-nova/nova-lite-v1", "amazon_nova", "nova-lite-v1", null],
  ["us/not-a-prefix", "openai", "us/not-a-prefix", null],
])("reads the key %s of %s", (key, provider, upstreamId, region) => {
  expect(readLitellmKey(key, provider)).toEqual({ upstreamId, region });
});

test.each([
  ["amazon-bedrock", "eu.anthropic.claude-opus-4-8", "eu", 5_500_000],
  ["amazon-bedrock", "global.anthropic.claude-opus-4-8", "global", 5_000_000],
  ["amazon-bedrock", "anthropic.claude-opus-4-8", null, 5_000_000],
  ["amazon-bedrock", "amazon.nova-pro-v1:0", "us-gov-west-1", 960_000],
  ["azure", "gpt-4o-mini", "global", 150_000],
  ["google-vertex", "claude-opus-4-8@default", null, 5_000_000],
])("sells %s %s in region %s", (platform, id, region, input) => {
  expect(find(platform, id)).toMatchObject({ key: { region }, prices: { input } });
});

test("keeps LiteLLM's rounding as it is: a cache read of 2.8e-07 is $0.28, not the 0.275 it was rounded from", () => {
  const rows = parsed.readings.filter(({ key, upstreamId }) => key.platform === "azure" && upstreamId === "gpt-5.4");
  expect(rows.map(({ key, prices }) => [key.region, prices.cacheRead])).toEqual([
    ["eu", 280_000],
    [null, undefined],
  ]);
});

test("reads ranges as cards above their lower end, the first as the base", () => {
  const qwen = find("alibaba", "qwen3-coder-plus");
  expect(qwen?.prices).toEqual({ input: 1_000_000, output: 5_000_000 });
  expect(qwen?.conditions).toEqual([
    { promptTokensAbove: 32_000, prices: { input: 1_800_000, output: 9_000_000, reasoning: 20_000_000 } },
  ]);
});

test("reads DeepSeek's older cache key, and takes no zero for a price", () => {
  expect(find("deepseek", "deepseek-v4-flash")?.prices).toEqual({ input: 440_000, output: 1_320_000, cacheRead: 14_000 });
  expect(find("google-vertex", "meta/llama-3.1-70b-instruct-maas")?.prices).toEqual({});
  expect(find("google", "gemini-exp-1206")).toMatchObject({ prices: {}, conditions: [] });
});

test("takes zero for a price where the id says free", () => {
  expect(find("togetherai", "meta-llama/Llama-3.3-70B-Instruct-Turbo-Free", "free")).toMatchObject({
    key: { variant: "turbo" },
    prices: { input: 0, output: 0 },
  });
});

test("keeps other units apart: characters are a gap of the token meters", () => {
  expect(find("google-vertex", "medlm-large")).toMatchObject({
    prices: {},
    gaps: { input: "otherUnit", output: "otherUnit" },
    unitPrices: { inputCharacter: { amount: "5", per: "1000000 characters" } },
  });
  expect(find("google-vertex", "gemini-3.1-pro-preview")).toMatchObject({
    prices: { audio: 3_000_000 },
    unitPrices: { videoSecond: { amount: "0.00049", per: "second" } },
    unreadMeters: ["output_cost_per_image"],
  });
});

test("reports money it cannot read, and not the same price in Databricks units", () => {
  expect(find("perplexity", "sonar-deep-research")).toMatchObject({
    prices: { reasoning: 3_000_000 },
    unreadMeters: ["citation_cost_per_token"],
  });
  expect(find("databricks", "databricks-claude-opus-4")).toMatchObject({ prices: { input: 15_000_020 }, unreadMeters: [] });
});

test("tells two platforms under one name apart by mode", () => {
  expect(find("perplexity-agent", "anthropic/claude-haiku-4-5")?.prices).toEqual({});
});

test.each([
  ["sample_spec", "not chat, completion or responses"],
  ["fallback_generalizations", "row has the wrong shape"],
  ["text-embedding-3-small", "not chat, completion or responses"],
  ["bedrock/eu-central-1/1-month-commitment/anthropic.claude-v1", "provisioned capacity, billed by the hour"],
  ["azure/container", "tool, not a model"],
  ["azure_ai/model_router", "bills input only: embedding, rerank, routing"],
  ["together-ai-41.1b-80b", "price of a model size, not of a model"],
  ["ft:gpt-4.1-2025-04-14", "fine-tuned model of the buyer"],
  ["ollama/llama3", "runs on your own machine"],
  ["unheard/of", "platform not in the alias table"],
])("skips %s: %s", (subject, reason) => {
  expect(skipped[subject]).toBe(reason);
});

test.each([
  ["input_cost_per_token", { meter: "input", tier: "standard", promptTokensAbove: null }],
  ["cache_creation_input_token_cost_above_1hr", { meter: "cacheWrite1h", tier: "standard", promptTokensAbove: null }],
  [
    "cache_creation_input_token_cost_above_1hr_above_200k_tokens",
    { meter: "cacheWrite1h", tier: "standard", promptTokensAbove: 200_000 },
  ],
  ["output_cost_per_token_above_128k_tokens", { meter: "output", tier: "standard", promptTokensAbove: 128_000 }],
  ["input_cost_per_token_above_272k_tokens_priority", { meter: "input", tier: "priority", promptTokensAbove: 272_000 }],
  ["output_cost_per_token_batches", { meter: "output", tier: "batch", promptTokensAbove: null }],
  ["input_cost_per_audio_token_priority", { meter: "audio", tier: "priority", promptTokensAbove: null }],
])("reads the cost key %s", (key, expected) => {
  expect(readCostKey(key)).toEqual({ key, ...expected });
});

test.each(["input_cost_per_image", "input_cost_per_character_above_128k_tokens", "cost", "", "max_tokens"])(
  "knows that %j is no token price",
  (key) => {
    expect(readCostKey(key)).toBeNull();
  },
);

test.each([
  ["perplexity", "5"],
  ["openai", "8"],
])("a search costs what it does at the size that %s takes by itself: %s dollars a thousand", (litellm_provider, amount) => {
  const sizes = { search_context_size_low: 0.005, search_context_size_medium: 0.008, search_context_size_high: 0.012 };
  const cost = { input_cost_per_token: 1e-6, output_cost_per_token: 1e-6, search_context_cost_per_query: sizes };
  const { readings } = parse({ "sonar-nova": { mode: "chat", litellm_provider, ...cost } });
  expect(readings.map(({ unitPrices }) => unitPrices)).toEqual([{ webSearch: { amount, per: "1000 searches" } }]);
});

test("a size of search that costs nothing, or that nobody knows, hides the price of the usual one in no row", () => {
  const sizes = { search_context_size_low: 0, search_context_size_medium: 0.01, search_context_size_high: null };
  const cost = { input_cost_per_token: 1e-6, output_cost_per_token: 1e-6, search_context_cost_per_query: sizes };
  const { readings } = parse({ nova: { mode: "chat", litellm_provider: "openai", ...cost } });
  expect(readings.map(({ unitPrices }) => unitPrices)).toEqual([{ webSearch: { amount: "10", per: "1000 searches" } }]);
});

test.each([null, [], "text", 7])("throws on a body that is no object of rows: %j", (content) => {
  expect(() => parse(content)).toThrow("no object of rows");
});

test("never throws on rows of any shape, and never gives a negative price", () => {
  const cost = fc.constantFrom(
    "input_cost_per_token",
    "output_cost_per_token_batches",
    "tiered_pricing",
    "odd_cost",
    "mode",
    "search_context_cost_per_query",
  );
  const row = fc
    .dictionary(cost, fc.oneof(fc.jsonValue(), fc.double(), fc.array(fc.record({ range: fc.jsonValue() }))))
    .map((fields) => ({
      mode: "chat",
      ...fields,
      litellm_provider: "openai",
    }));
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), row)), (content) => {
      for (const { prices } of parse(content).readings)
        for (const price of Object.values(prices)) expect(price).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("reads one body, and nothing where the recording lacks it", async () => {
  const io = { getJson: () => Promise.resolve(null), getText: () => Promise.resolve(null), recordedUrls: () => [] };
  expect(await litellm(tables).read(io)).toEqual([]);
});
