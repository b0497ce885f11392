import type { JsonSpec } from "../platform-spec.ts";

/** Vercel: a list per meter beside each flat price, which wins over it. Image models have no input price. */
const vercel: JsonSpec = {
  id: "vercel-models",
  urls: ["https://ai-gateway.vercel.sh/v1/models"],
  family: "json",
  rows: "data[]",
  idAt: "id",
  unit: "perToken",
  form: "text",
  prices: {
    input: "pricing.input",
    output: "pricing.output",
    cacheRead: "pricing.input_cache_read",
    cacheWrite5m: "pricing.input_cache_write",
  },
  otherTiers: {
    flex: {
      input: "pricing.service_tiers.flex.input",
      output: "pricing.service_tiers.flex.output",
      cacheRead: "pricing.service_tiers.flex.input_cache_read",
    },
    priority: {
      input: "pricing.service_tiers.priority.input",
      output: "pricing.service_tiers.priority.output",
      cacheRead: "pricing.service_tiers.priority.input_cache_read",
    },
    fast: { input: "pricing.fast.input", output: "pricing.fast.output", cacheRead: "pricing.fast.input_cache_read" },
  },
  promptTiers: { own: "perMeterLists" },
  regions: {
    at: "pricing.regional",
    prices: { input: "input", output: "output", cacheRead: "input_cache_read", cacheWrite5m: "input_cache_write" },
  },
  only: [{ at: "type", is: ["language"], why: "no language model" }],
  tableAt: "pricing",
  notPrices: ["varies_by_provider", "web_search"],
  nameAt: "name",
  contextAt: "context_window",
  maxOutputAt: "max_tokens",
  retiresAt: "deprecated_at",
};

/** NanoGPT: dollars a million, but the cache a thousand. */
const nanoGpt: JsonSpec = {
  id: "nano-gpt-models",
  urls: ["https://nano-gpt.com/api/v1/models?detailed=true"],
  family: "json",
  rows: "data[]",
  idAt: "id",
  unit: "perM",
  form: "number",
  prices: {
    input: "pricing.prompt|pricing.input",
    output: "pricing.completion|pricing.output",
    cacheRead: { at: "pricing.cacheReadInputPer1kTokens", unit: "per1K" },
    cacheWrite5m: { at: "pricing.cacheWriteInputPer1kTokens", unit: "per1K" },
  },
  only: [
    { at: "pricing.unit", is: ["per_million_tokens", null], why: "not priced by the million" },
    { at: "pricing.currency", is: ["USD", null], why: "not priced in dollars" },
  ],
  tableAt: "pricing",
  notPrices: ["unit", "currency"],
  nameAt: "name",
  contextAt: "context_length",
  maxOutputAt: "max_output_tokens",
};

/** Requesty: `cached_price` is reading the cache, `caching_price` writing it. Policies are names for a route, not models. */
const requesty: JsonSpec = {
  id: "requesty-models",
  urls: ["https://router.requesty.ai/v1/models"],
  family: "json",
  rows: "data[]",
  idAt: "id",
  unit: "perToken",
  form: "number",
  prices: { input: "input_price", output: "output_price", cacheRead: "cached_price", cacheWrite5m: "caching_price" },
  only: [
    { at: "api", is: ["chat", null], why: "no chat model" },
    { at: "id", unlike: /^policy\//, why: "name of a route" },
    { at: "id", like: /\//, why: "name of a route" },
  ],
  hostOf: (id) => id.split("/")[0] ?? null,
  contextAt: "context_window",
  maxOutputAt: "max_output_tokens",
};

/** Cortecs: euros, at the cheapest of its hosts. */
const cortecs: JsonSpec = {
  id: "cortecs-models",
  urls: ["https://api.cortecs.ai/v1/models"],
  family: "json",
  rows: "data[]",
  idAt: "id",
  unit: "perM",
  form: "number",
  prices: {
    input: "pricing.input_token",
    output: "pricing.output_token",
    cacheRead: "pricing.cache_read_cost",
    cacheWrite5m: "pricing.cache_write_cost",
  },
  currency: { at: "pricing.currency", is: "EUR", usd: "1.114" },
  tableAt: "pricing",
  notPrices: ["currency"],
  contextAt: "context_size",
};

/** LLM Gateway, a row for each model and provider. A zero is no data but where the id says that it is free. */
const llmGateway: JsonSpec = {
  id: "llmgateway-models",
  urls: ["https://api.llmgateway.io/v1/models?mapped=true"],
  family: "json",
  rows: "data[]",
  idAt: "id",
  unit: "perToken",
  form: "text",
  prices: {
    input: "pricing.prompt",
    output: "pricing.completion",
    cacheRead: "pricing.input_cache_read",
    cacheWrite5m: "pricing.input_cache_write",
    reasoning: "pricing.internal_reasoning",
  },
  only: [
    { at: "architecture.output_modalities", is: ["text"], isNot: ["image", "audio", "video"], why: "no text output" },
    { at: "id", like: /\//, why: "not mapped to a provider" },
    { at: "id", unlike: /(^|\/)(custom|auto)$/, why: "name of a route" },
  ],
  freeWhere: { at: "id", like: /-free$/ },
  tableAt: "pricing",
  notPrices: ["image", "request", "web_search"],
  hostAt: "providers.0.providerId",
  nameAt: "name",
  contextAt: "context_length",
  maxOutputAt: "max_output",
  retiresAt: "deactivated_at|deprecated_at",
};

/** Helicone: what it sells itself; the other endpoints take one's own key. */
const helicone: JsonSpec = {
  id: "helicone-models",
  urls: ["https://jawn.helicone.ai/v1/public/model-registry/models"],
  family: "json",
  rows: "data.models[].endpoints[]",
  idAt: "../id",
  unit: "perM",
  form: "number",
  prices: {
    input: "pricing.prompt",
    output: "pricing.completion",
    cacheRead: "pricing.cacheRead",
    cacheWrite5m: "pricing.cacheWrite",
    reasoning: "pricing.reasoning",
  },
  only: [{ at: "supportsPtb", is: [true], why: "one's own key only" }],
  tableAt: "pricing",
  hostAt: "providerSlug",
  nameAt: "../name",
  contextAt: "../contextLength",
  maxOutputAt: "../maxOutput",
};

/** Hugging Face's router, a row for each model and host, at the host's own price. */
const huggingFace: JsonSpec = {
  id: "huggingface-models",
  urls: ["https://router.huggingface.co/v1/models"],
  family: "json",
  rows: "data[].providers[]",
  idAt: "../id",
  unit: "perM",
  form: "number",
  prices: { input: "pricing.input", output: "pricing.output" },
  only: [{ at: "status", is: ["live"], why: "not live" }],
  freeWhere: { at: "is_free", is: [true] },
  tableAt: "pricing",
  hostAt: "provider",
  huggingFaceAt: "../id",
  contextAt: "context_length",
};

/** Venice: dollars beside credits; an offline model is not sold. */
const venice: JsonSpec = {
  id: "venice-models",
  urls: ["https://api.venice.ai/api/v1/models?type=text"],
  family: "json",
  rows: "data[]",
  idAt: "id",
  unit: "perM",
  form: "number",
  prices: {
    input: "model_spec.pricing.input.usd",
    output: "model_spec.pricing.output.usd",
    cacheRead: "model_spec.pricing.cache_input.usd",
    cacheWrite5m: "model_spec.pricing.cache_write.usd",
  },
  promptTiers: {
    at: "model_spec.pricing.extended",
    from: { at: "context_token_threshold", means: "above" },
    prices: { input: "input.usd", output: "output.usd", cacheRead: "cache_input.usd", cacheWrite5m: "cache_write.usd" },
  },
  only: [
    { at: "type", is: ["text"], why: "no text model" },
    { at: "model_spec.offline", isNot: [true], why: "offline" },
  ],
  nameAt: "model_spec.name",
  contextAt: "model_spec.availableContextTokens",
  maxOutputAt: "model_spec.maxCompletionTokens",
  retiresAt: "model_spec.deprecation.date",
};

/** NEAR: dollars a million as numbers, and the cache a token as text. */
const near: JsonSpec = {
  id: "nearai-models",
  urls: ["https://cloud-api.near.ai/v1/models"],
  family: "json",
  rows: "data[]",
  idAt: "id",
  unit: "perM",
  form: "number",
  prices: {
    input: "pricing.input",
    output: "pricing.output",
    cacheRead: { at: "pricing.input_cache_read", unit: "perToken", form: "text" },
  },
  tableAt: "pricing",
  nameAt: "name",
  contextAt: "context_length",
  maxOutputAt: "max_output_length",
};

/** TokenMart: prices in a table beside the list of models; other units are in the same table. */
const tokenMart: JsonSpec = {
  id: "tokenmart-models",
  urls: ["https://model.service-inference.ai/public/models"],
  family: "json",
  rows: "pricing{}",
  idAt: "@key",
  unit: "perM",
  form: "number",
  prices: { input: "pricing.tokens.input_per_1m", output: "pricing.tokens.output_per_1m" },
  only: [{ at: "../models", lists: "@key", why: "not among its models" }],
  tableAt: "pricing.tokens",
};

export const GATEWAYS: readonly JsonSpec[] = [
  ...[vercel, nanoGpt, requesty, llmGateway, helicone, cortecs, huggingFace, venice, near, tokenMart],
];
