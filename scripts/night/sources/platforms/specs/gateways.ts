import type { JsonSpec } from "../platform-spec.ts";

/** Vercel: a list per meter beside each flat price, which wins over it. Image models have no input price. */
const vercel: JsonSpec = {
  id: "vercel-models",
  section: "1",
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

export const GATEWAYS: readonly JsonSpec[] = [vercel];
