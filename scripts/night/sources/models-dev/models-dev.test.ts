import fc from "fast-check";
import { expect, test } from "vitest";
import fixture from "../../../../tests/fixtures/models-dev.json" with { type: "json" };
import type { SellerTables } from "../price-pages/seller-tables.ts";
import { MODELS_DEV_URL, modelsDev } from "./models-dev.ts";
import { withDottedVersion } from "./models-dev-facts.ts";

const why = "because";
const tables: SellerTables = {
  platformAliases: [
    { source: "models.dev", name: "azure-cognitive-services", platform: "azure", why },
    { source: "models.dev", name: "google-vertex-anthropic", platform: "google-vertex", why },
    { source: "litellm", name: "kenari", platform: "not-this-one", why },
  ],
  platforms: [{ id: "groq" }, { id: "tempr" }],
  excludedSellers: [
    {
      source: "models.dev",
      name: "lmstudio",
      kind: "runs on your own machine",
      why,
      sourceUrl: "https://lmstudio.ai",
      checkedOn: "2026-08-12",
    },
  ],
  makers: [
    { maker: "anthropic", name: "Anthropic", platforms: [{ platform: "anthropic", own: ["claude-"] }] },
    { maker: "openai", name: "OpenAI", platforms: [{ platform: "openai", own: ["gpt-"] }] },
    { maker: "google", name: "Google", platforms: [{ platform: "google", own: ["gemini-"] }] },
    { maker: "qwen", name: "Qwen", platforms: [{ platform: "alibaba", own: ["qwen"] }] },
    { maker: "amazon", name: "Amazon", platforms: [{ platform: "amazon-bedrock", own: ["nova-"], strip: "amazon." }] },
  ],
};

const parse = (content: unknown) => modelsDev(tables).parse([{ url: MODELS_DEV_URL, readAt: "2026-08-12T00:00:00Z", content }]);
const parsed = parse(fixture);
const find = (platform: string, upstreamId: string, tier = "standard") =>
  parsed.readings.find(({ key, upstreamId: id }) => key.platform === platform && id === upstreamId && key.tier === tier);
const skipped = Object.fromEntries(parsed.skipped.map((each) => [each.subject, each.why]));

test("a prompt limit is read where it is shorter than the context", () => {
  expect(find("openai", "gpt-5.4")?.maxInputTokens).toBe(922_000);
  expect(find("anthropic", "claude-opus-4-8")).not.toHaveProperty("maxInputTokens");
});

test("reads dollars per million tokens, limits and the source of a plain row", () => {
  expect(find("anthropic", "claude-opus-4-8")).toEqual({
    key: { platform: "anthropic", host: null, region: null, tier: "standard", quantization: null, variant: null },
    upstreamId: "claude-opus-4-8",
    model: null,
    name: "Claude Opus 4.8",
    huggingFaceId: null,
    canonicalSlug: null,
    canonicalId: null,
    contextTokens: 1_000_000,
    maxOutputTokens: 128_000,
    prices: { input: 5_000_000, output: 25_000_000, cacheRead: 500_000, cacheWrite5m: 6_250_000 },
    gaps: {},
    unitPrices: {},
    conditions: [],
    discountBps: null,
    unreadMeters: [],
    retiresOn: null,
    note: null,
    source: { id: "models.dev", url: MODELS_DEV_URL, readAt: "2026-08-12T00:00:00Z", hand: "second" },
  });
});

test("reads a tier as the card strictly above its size, and not twice", () => {
  expect(find("openai", "gpt-5.4")?.conditions).toEqual([
    { promptTokensAbove: 272_000, prices: { input: 5_000_000, output: 22_500_000, cacheRead: 500_000 } },
  ]);
});

test("reads context_over_200k where there are no tiers", () => {
  expect(find("google", "gemini-2.5-pro")?.conditions).toEqual([
    { promptTokensAbove: 200_000, prices: { input: 2_500_000, output: 15_000_000 } },
  ]);
});

test("reads audio and reasoning meters; a zero beside real prices is a placeholder", () => {
  expect(find("google", "gemini-2.5-flash")?.prices).toEqual({
    input: 300_000,
    output: 2_500_000,
    cacheRead: 75_000,
    audio: 1_000_000,
  });
  expect(find("alibaba", "qwen3-8b")?.prices).toEqual({ input: 180_000, output: 700_000, reasoning: 2_100_000 });
});

test("rounds float noise at the sixth decimal", () => {
  expect(find("gmicloud", "zai-org/GLM-5.2-FP8")?.prices.cacheRead).toBe(12_000);
});

test("makes an offer of each priced mode on the maker's own platform: `fast`, or `priority` where the body says so", () => {
  expect(find("anthropic", "claude-opus-4-8", "fast")?.prices.input).toBe(10_000_000);
  expect(find("openai", "gpt-5.4", "priority")?.prices).toEqual({ input: 5_000_000, output: 30_000_000, cacheRead: 500_000 });
  expect(parsed.readings.filter(({ upstreamId, key }) => upstreamId === "gpt-5.4" && key.platform === "openai")).toHaveLength(2);
});

test("does not take a maker's mode price for a reseller's", () => {
  expect(find("gmicloud", "anthropic/claude-opus-4.8", "fast")).toBeUndefined();
  expect(skipped["gmicloud/anthropic/claude-opus-4.8 fast"]).toBe("mode prices copied from the maker’s row");
});

test.each([
  ["a 0/0 row without a free word", "kenari", "glm-5-2", "standard", {}],
  ["a row without cost", "anyapi", "google/gemini-2.5-pro", "standard", {}],
  ["a 0/0 row with `:free`", "kenari", "kimi-k2-6:free", "free", { input: 0, output: 0 }],
  ["a free OpenRouter row", "openrouter", "google/gemma-4-31b-it:free", "free", { input: 0, output: 0 }],
])("prices of %s", (_, platform, id, tier, prices) => {
  expect(find(platform, id, tier)?.prices).toEqual(prices);
});

test("puts the words of the id into the key", () => {
  expect(find("amazon-bedrock", "eu.anthropic.claude-opus-4-8")?.key.region).toBe("eu");
  expect(find("gmicloud", "zai-org/GLM-5.2-FP8")?.key.quantization).toBe("fp8");
});

test("maps platform names that are one bill to one platform", () => {
  expect(find("azure", "gpt-5.4")?.prices.input).toBe(2_500_000);
  expect(find("google-vertex", "claude-opus-4-5@20251101")).toBeDefined();
});

test("names the model of OpenRouter's rows, whose `-fast` is part of the id", () => {
  const fast = find("openrouter", "anthropic/claude-opus-4.8-fast");
  expect(fast?.model).toBe("anthropic/claude-opus-4.8-fast");
  expect(find("openrouter", "google/gemma-4-31b-it:free", "free")?.model).toBe("google/gemma-4-31b-it");
});

test("takes Neuralwatt's `-fast` for the model without thinking", () => {
  expect(find("neuralwatt", "glm-5.2-fast")?.key).toMatchObject({ tier: "standard", variant: "fast" });
});

test("reports a price key nobody knows", () => {
  expect(find("neuralwatt", "glm-5.2-fast")?.unreadMeters).toEqual(["per_request"]);
});

test("says that a row is deprecated, and that a context of 0 is unknown", () => {
  expect(find("anthropic", "claude-3-5-haiku-20241022")).toMatchObject({
    note: "models.dev marks it deprecated",
    contextTokens: null,
  });
});

test.each([
  ["openai/text-embedding-3-small", "bills input only: embedding, rerank, routing"],
  ["openai/gpt-image-2", "no text output"],
  ["openai/gpt-realtime-2", "embedding, rerank, speech, live session or image by name"],
  ["openai/whisper-1", "no text input: speech to text"],
  ["openrouter/~openai/gpt-latest", "alias of another model"],
  ["openrouter/openrouter/auto", "router, not a model"],
  ["lmstudio/openai/gpt-oss-20b", "runs on your own machine"],
  ["half-written/*", "row has the wrong shape"],
])("skips %s: %s", (subject, reason) => {
  expect(skipped[subject]).toBe(reason);
});

test("makes models of the makers' own rows and of its copy of OpenRouter's list, in OpenRouter's form", () => {
  expect(parsed.models.map(({ id }) => id).toSorted()).toEqual([
    "amazon/nova-pro-v1",
    "anthropic/claude-3.5-haiku-20241022",
    "anthropic/claude-opus-4.8",
    "anthropic/claude-opus-4.8-fast",
    "google/gemini-2.5-flash",
    "google/gemini-2.5-pro",
    "google/gemma-4-31b-it",
    "openai/gpt-5.4",
    "qwen/qwen2.5-72b-instruct",
    "qwen/qwen3-8b",
  ]);
});

test("keeps the facts of a model and none of upstream's prose", () => {
  const opus = parsed.models.find(({ id }) => id === "anthropic/claude-opus-4.8");
  expect(opus).toMatchObject({
    makerName: "Anthropic",
    releasedOn: "2026-05-28",
    inputModalities: ["file", "image", "text"],
    tools: true,
    reasoning: true,
    openWeights: false,
    knowledgeCutoff: "2026-01",
  });
  expect(JSON.stringify(parsed)).not.toContain("Prose");
  expect(parsed.models.find(({ id }) => id === "anthropic/claude-3.5-haiku-20241022")?.releasedOn).toBeNull();
});

test.each([
  ["the maker's row says it, and no majority the other", true, [true, false], true],
  ["most rows contradict the maker's: nothing is said", true, [false, false], null],
  ["closed likewise", false, [true, true], null],
])("of open weights, %s", (_, own, others, said) => {
  const row = (open_weights: boolean) => ({ models: { "qwen3-coder-plus": { id: "qwen3-coder-plus", open_weights } } });
  const platforms = ["groq", "tempr"].map((platform, index) => [platform, row(others[index] === true)]);
  const { models } = parse({ alibaba: row(own), ...Object.fromEntries(platforms) });
  expect(models.find(({ id }) => id === "qwen/qwen3-coder-plus")?.openWeights).toBe(said);
});

test.each([
  ["claude-opus-4-8", "claude-opus-4.8"],
  ["claude-3-5-haiku-20241022", "claude-3.5-haiku-20241022"],
  ["gpt-4.1", "gpt-4.1"],
  ["qwen2-5-72b-instruct", "qwen2.5-72b-instruct"],
  ["gemini-2.5-flash-preview-05-20", "gemini-2.5-flash-preview-05-20"],
  ["qwen3-max-2026-01-23", "qwen3-max-2026-01-23"],
  ["gpt-4o-2024-11-20", "gpt-4o-2024-11-20"],
  ["claude-opus-4-20250514", "claude-opus-4-20250514"],
  ["command-a-03-2025", "command-a-03-2025"],
  ["ministral-3-8b-2512", "ministral-3-8b-2512"],
])("writes %s as %s", (slug, id) => {
  expect(withDottedVersion(slug)).toBe(id);
});

test.each([null, [], "text", 7])("throws on a body that is no object of rows: %j", (content) => {
  expect(() => parse(content)).toThrow("no object of rows");
});

test("never throws on rows of any shape, and gives every row a place", () => {
  const row = fc.oneof(
    fc.jsonValue(),
    fc.record({ cost: fc.dictionary(fc.string(), fc.jsonValue()), experimental: fc.jsonValue() }),
  );
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.record({ models: fc.dictionary(fc.string(), row) }))),
      (content) => {
        const { readings } = parse(content);
        for (const { prices } of readings) for (const price of Object.values(prices)) expect(price).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test("reads one body, and nothing where the recording lacks it", async () => {
  const io = { getJson: () => Promise.resolve(null), getText: () => Promise.resolve(null), recordedUrls: () => [] };
  expect(await modelsDev(tables).read(io)).toEqual([]);
});

test("makes a model of what two platforms sell by one canonical id, and keeps that id with their rows", () => {
  const row = (input: number) => ({ canonical_model_id: "sdaia/allam-2-7b", name: "ALLaM", cost: { input, output: 1 } });
  const { models, readings } = parse({
    groq: { models: { "allam-2-7b": row(0.5) } },
    tempr: { models: { "groq/allam-2-7b": row(0.6) } },
    alone: { models: { "other-1": { ...row(1), canonical_model_id: "sdaia/other-1" } } },
  });
  expect(models.map(({ id, isOurId }) => [id, isOurId])).toEqual([["sdaia/allam-2-7b", false]]);
  expect(readings.map(({ canonicalId }) => canonicalId)).toEqual(["sdaia/allam-2-7b", "sdaia/allam-2-7b", "sdaia/other-1"]);
});
