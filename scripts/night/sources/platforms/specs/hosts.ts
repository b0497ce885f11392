import type { JsonSpec } from "../platform-spec.ts";

/** DeepInfra's catalogue: cents a token, cache prices as shares of the input price, a discount off everything, tiers as a sentence. */
const deepinfraModels: JsonSpec = {
  id: "deepinfra-models",
  urls: ["https://api.deepinfra.com/models/list"],
  family: "json",
  rows: "[]",
  idAt: "model_name",
  unit: "centsPerToken",
  form: "number",
  prices: {
    input: "pricing.cents_per_input_token",
    output: "pricing.cents_per_output_token",
    cacheRead: { at: "pricing.rate_per_input_token_cached", times: "input" },
    cacheWrite5m: { at: "pricing.rate_per_input_token_cache_write", times: "input" },
  },
  otherTiers: {
    flex: {
      input: { at: "pricing.rate_per_service_tier_flex", times: "input" },
      output: { at: "pricing.rate_per_service_tier_flex", times: "output" },
    },
    priority: {
      input: { at: "pricing.rate_per_service_tier_priority", times: "input" },
      output: { at: "pricing.rate_per_service_tier_priority", times: "output" },
    },
  },
  promptTiers: { own: "sentence" },
  discountAt: "pricing.discount",
  only: [
    { at: "type", is: ["text-generation"], why: "no text generation" },
    { at: "private", isNot: [1, true], why: "private" },
    { at: "pricing.type", is: ["tokens"], why: "not priced by tokens" },
  ],
  contextAt: "max_tokens",
  retiresAt: "deprecated",
};

/** DeepInfra's list for OpenAI clients, held against the first: dollars a million. Other units are in the same table. */
const deepinfraOpenai: JsonSpec = {
  id: "deepinfra-openai",
  urls: ["https://api.deepinfra.com/v1/openai/models"],
  family: "json",
  rows: "data[]",
  idAt: "id",
  unit: "perM",
  form: "number",
  prices: {
    input: "metadata.pricing.input_tokens",
    output: "metadata.pricing.output_tokens",
    cacheRead: "metadata.pricing.cache_read_tokens",
  },
  only: [{ at: "metadata", isNot: [null], why: "no metadata" }],
  contextAt: "metadata.context_length",
  maxOutputAt: "metadata.max_tokens",
};

/** Novita: ten-thousandths of a dollar a million. Where a model is priced by prompt length the flat fields can be 0; both at 0 elsewhere is a promotion, and no price without a curated line. */
const novita: JsonSpec = {
  id: "novita-models",
  urls: ["https://api.novita.ai/v3/openai/models"],
  family: "json",
  rows: "data[]",
  idAt: "id",
  unit: "tenThousandthsPerM",
  form: "number",
  prices: {
    input: "input_token_price_per_m",
    output: "output_token_price_per_m",
    cacheRead: "pricing.input_cache_read.price_per_m",
    cacheWrite5m: "pricing.input_cache_write.price_per_m",
    cacheWrite1h: "cache_creation_1_hour_input_token_price_per_m",
  },
  promptTiers: {
    at: "tiered_billing_configs",
    from: { at: "min_tokens", means: "atLeast" },
    prices: {
      input: "pricing.prompt.price_per_m",
      output: "pricing.completion.price_per_m",
      cacheRead: "pricing.input_cache_read.price_per_m",
      cacheWrite5m: "pricing.input_cache_write.price_per_m",
    },
    isBaseIncluded: true,
  },
  only: [
    { at: "model_type", is: ["chat"], why: "no chat model" },
    { at: "status", is: [1], why: "not active" },
  ],
  nameAt: "display_name",
  contextAt: "context_size",
  maxOutputAt: "max_output_tokens",
};

/** Chutes: OpenRouter's names, but dollars a million. */
const chutes: JsonSpec = {
  id: "chutes-models",
  urls: ["https://llm.chutes.ai/v1/models"],
  family: "json",
  rows: "data[]",
  idAt: "id",
  unit: "perM",
  form: "number",
  prices: { input: "pricing.prompt", output: "pricing.completion", cacheRead: "pricing.input_cache_read" },
  tableAt: "pricing",
  contextAt: "context_length|max_model_len",
  maxOutputAt: "max_output_length",
};

/** DigitalOcean: prices are per token, although the names of the fields say otherwise. A value a million times as large is no price and is refused. */
const digitalOcean: JsonSpec = {
  id: "digitalocean-models",
  urls: ["https://api.digitalocean.com/v2/gen-ai/models/catalog?limit=200"],
  nextAt: "links.pages.next",
  family: "json",
  rows: "data[]",
  idAt: "model_id",
  unit: "perToken",
  form: "number",
  prices: {
    input: "pricing.input_price_per_million",
    output: "pricing.output_price_per_million",
    cacheRead: "pricing.cache_read_input_price_per_million",
  },
  promptTiers: { own: "namedVariants" },
  only: [{ at: "availability", is: ["serverless"], why: "not serverless" }],
  tableAt: "pricing",
  nameAt: "name",
  contextAt: "context_window",
  maxOutputAt: "max_output_tokens",
};

/** Nebius: a flavour is an id of its own. */
const nebius: JsonSpec = {
  id: "nebius-models",
  urls: ["https://tokenfactory.nebius.com/api/public/models_info"],
  family: "json",
  rows: "[].flavors[]",
  idAt: "model_id",
  unit: "perM",
  form: "number",
  prices: { input: "input_price_per_million_tokens", output: "output_price_per_million_tokens" },
  only: [
    { at: "../status", is: ["active"], why: "not active" },
    { at: "../type", is: ["text2text", "image2text"], why: "no text output" },
  ],
  nameAt: "../name",
  contextAt: "max_model_len",
};

export const HOSTS: readonly JsonSpec[] = [...[deepinfraModels, deepinfraOpenai, novita, chutes, digitalOcean, nebius]];
