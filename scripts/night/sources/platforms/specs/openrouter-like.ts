import type { JsonSpec } from "../platform-spec.ts";

/** Platforms whose list has OpenRouter's form: text, dollars a token. Only the address, the zero and the rows to leave out differ. */
const LIKE_OPENROUTER = {
  family: "json",
  rows: "data[]",
  idAt: "id",
  unit: "perToken",
  form: "text",
  prices: {
    input: "pricing.prompt",
    output: "pricing.completion",
    cacheRead: "pricing.input_cache_read|pricing.input_cache_reads",
    cacheWrite5m: "pricing.input_cache_write|pricing.input_cache_writes",
    reasoning: "pricing.internal_reasoning",
  },
  tableAt: "pricing",
  notPrices: ["image", "request", "web_search", "duration"],
  nameAt: "name",
  huggingFaceAt: "hugging_face_id",
  contextAt: "context_length|top_provider.context_length|context_window.context_length",
  maxOutputAt:
    "max_output_length|max_output|max_completion_tokens|top_provider.max_completion_tokens|context_window.max_output_tokens",
} as const satisfies Partial<JsonSpec>;

export const OPENROUTER_LIKE: readonly JsonSpec[] = [
  {
    ...LIKE_OPENROUTER,
    id: "sambanova-models",
    urls: ["https://api.sambanova.ai/v1/models"],
    only: [{ at: "pricing.duration", is: [null, "0"], why: "billed by the second" }],
  },
  {
    ...LIKE_OPENROUTER,
    id: "cerebras-models",
    urls: ["https://api.cerebras.ai/public/v1/models?format=openrouter"],
    only: [{ at: "deprecated", isNot: [true], why: "deprecated" }],
    retiresAt: "deprecated",
  },
  {
    ...LIKE_OPENROUTER,
    id: "ovhcloud-models",
    urls: ["https://catalog.endpoints.ai.ovh.net/rest/v2/openrouter"],
    only: [{ at: "output_modalities", is: ["text", null], why: "no text output" }],
  },
  {
    ...LIKE_OPENROUTER,
    id: "wandb-models",
    urls: ["https://trace.wandb.ai/inference/analysis/artificialanalysis/models"],
  },
  {
    ...LIKE_OPENROUTER,
    id: "friendli-models",
    urls: ["https://api.friendli.ai/serverless/v1/models"],
    form: "either",
    prices: {
      input: "pricing.input|pricing.prompt",
      output: "pricing.output|pricing.completion",
      cacheRead: "pricing.input_cache_read",
      cacheWrite5m: "pricing.input_cache_write",
    },
    retiresAt: "deprecation_date",
  },
  { ...LIKE_OPENROUTER, id: "eurouter-models", urls: ["https://api.eurouter.ai/api/v1/models"] },
  {
    ...LIKE_OPENROUTER,
    id: "kilo-models",
    urls: ["https://api.kilo.ai/api/gateway/models"],
    only: [{ at: "id", unlike: /^kilo\/auto/, why: "name of a route" }],
    freeWhere: { at: "id", like: /:free$/ },
  },
  {
    ...LIKE_OPENROUTER,
    id: "poe-models",
    urls: ["https://api.poe.com/v1/models"],
    // Companies are written with a capital, users' bots by their handle.
    only: [{ at: "owned_by", like: /^[A-Z]/, why: "a user's bot" }],
  },
];
