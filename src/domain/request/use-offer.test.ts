import { expect, test } from "vitest";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { Api, type ApiDialect } from "./api.ts";
import { openRouterSlug, useOffer } from "./use-offer.ts";

const apiOf = (dialect: ApiDialect, baseUrl = "https://api.example.com/v1") => Api.parse({ baseUrl, dialect });
const openRouter = apiOf("openrouter", "https://openrouter.ai/api/v1");
const routed = (overrides: OfferOverrides = {}) =>
  anOffer({ platform: "openrouter", upstreamId: "acme/nano", prices: { input: "0.26", output: "0.38" }, ...overrides });
const messages = [{ role: "user", content: "Hello" }];

test("a host's offer is pinned to the host, its precision and its price", () => {
  expect(useOffer(routed({ host: "deepinfra", quantization: "fp8" }), openRouter)).toEqual({
    method: "POST",
    baseUrl: "https://openrouter.ai/api/v1",
    path: "/chat/completions",
    model: "acme/nano",
    body: {
      model: "acme/nano",
      messages,
      provider: {
        only: ["deepinfra"],
        order: ["deepinfra"],
        allow_fallbacks: false,
        quantizations: ["fp8"],
        max_price: { prompt: 0.26, completion: 0.38 },
      },
    },
  });
});

test("the headline offer leaves the host to the router and caps the price", () => {
  expect(useOffer(routed(), openRouter)?.body["provider"]).toEqual({ max_price: { prompt: 0.26, completion: 0.38 } });
});

test("the cap is the dearest of the offer's own cards", () => {
  const offer = routed({ conditions: [{ utc: ["01:00", "04:00"], prices: { input: "0.52" } }] });
  expect(useOffer(offer, openRouter)?.body["provider"]).toEqual({ max_price: { prompt: 0.52, completion: 0.38 } });
});

test("an offer without a price has no cap", () => {
  expect(useOffer(routed({ host: "a", prices: {} }), openRouter)?.body["provider"]).toEqual({
    only: ["a"],
    order: ["a"],
    allow_fallbacks: false,
  });
});

test.each([
  [{ host: null }, null],
  [{ host: "deepinfra" }, "deepinfra"],
  [{ host: "deepinfra", variant: "turbo" }, "deepinfra/turbo"],
  [{ host: "google-vertex", region: "us-east5" }, "google-vertex/us-east5"],
  [{ host: "google-vertex", region: "global", tier: "flex" }, "google-vertex/global"],
  [{ host: "anthropic", tier: "fast" }, "anthropic/fast"],
  [{ host: "together", variant: "2" }, "together"],
  [{ host: "together", variant: "#2" }, "together"],
  [{ host: "alibaba", variant: "thinking", upstreamId: "qwen/qwen-plus:thinking" }, "alibaba"],
] as const)("%j is pinned as %s", (overrides, slug) => {
  expect(openRouterSlug(routed(overrides))).toBe(slug);
});

test.each(["flex", "priority"] as const)("the %s tier is asked for by name", (tier) => {
  expect(useOffer(routed({ host: "openai", tier }), openRouter)?.body["service_tier"]).toBe(tier);
  expect(useOffer(anOffer({ tier }), apiOf("openai"))?.body["service_tier"]).toBe(tier);
});

test("a batch names endpoint and model before its requests", () => {
  const batch = useOffer(routed({ host: "openai", tier: "batch", upstreamId: "acme/nano:batch" }), openRouter);
  expect(batch?.path).toBe("/batches");
  expect(JSON.stringify(batch?.body)).toBe(
    '{"endpoint":"/v1/chat/completions","model":"acme/nano:batch","provider":{"only":["openai"]},"requests":[{"custom_id":"1","body":{"messages":[{"role":"user","content":"Hello"}]}}]}',
  );
  expect(useOffer(routed({ tier: "batch" }), openRouter)?.body["provider"]).toBeUndefined();
});

test.each([
  ["openai", "/chat/completions", { model: "m.1", messages }],
  ["anthropic", "/messages", { model: "m.1", max_tokens: 256, messages }],
  ["gemini", "/models/m.1:generateContent", { contents: [{ role: "user", parts: [{ text: "Hello" }] }] }],
  ["bedrock", "/model/m.1/converse", { messages: [{ role: "user", content: [{ text: "Hello" }] }] }],
] as const)("the %s dialect posts to %s", (dialect, path, body) => {
  expect(useOffer(anOffer({ model: "google/m-1", upstreamId: "m.1" }), apiOf(dialect))).toMatchObject({
    path,
    body,
    model: "m.1",
  });
});

test("Bedrock's model ids are escaped", () => {
  expect(useOffer(anOffer({ upstreamId: "anthropic.claude:0" }), apiOf("bedrock"))?.path).toBe(
    "/model/anthropic.claude%3A0/converse",
  );
});

test("Anthropic takes batches as a list of requests", () => {
  expect(useOffer(anOffer({ tier: "batch" }), apiOf("anthropic"))).toMatchObject({
    path: "/messages/batches",
    body: { requests: [{ custom_id: "1" }] },
  });
});

test.each([
  ["openai", "batch"],
  ["openai", "fast"],
  ["gemini", "flex"],
  ["bedrock", "priority"],
  ["anthropic", "fast"],
] as const)("%s has no single request for the %s tier, and we do not invent one", (dialect, tier) => {
  expect(useOffer(anOffer({ model: "google/m-1", tier }), apiOf(dialect))).toBeNull();
});

test("Gemini takes a batch as requests inside its input", () => {
  expect(useOffer(anOffer({ model: "google/m-1", upstreamId: "m.1", tier: "batch" }), apiOf("gemini"))).toMatchObject({
    path: "/models/m.1:batchGenerateContent",
    body: { batch: { inputConfig: { requests: { requests: [{ metadata: { key: "1" } }] } } } },
  });
});

test("Vertex sells other makers' models by a method this dialect does not speak", () => {
  expect(useOffer(anOffer({ model: "anthropic/claude" }), apiOf("gemini"))).toBeNull();
});

test("a platform nobody wrote an address down for has no request", () => {
  expect(useOffer(anOffer(), null)).toBeNull();
});
