/** How our job reads one platform's prices. */
export interface PlatformReader {
  readonly platform: string;
  readonly name: string;
  /** `api`: machine-readable. `page`: tables or cards written for people. */
  readonly reads: "api" | "page";
  /** Its figures are in the currency that `quoted-currencies.json` says of the catalogues' copies: not in dollars, or nobody knows. */
  readonly isQuotedLikeCopies?: true;
  /** Why nobody reads it yet; absent = it is read every night. */
  readonly offBecause?: string;
}

/**
 * The platforms whose own prices our job reads by a spec, by source id: `scripts/night/sources/platforms/specs` says how. What we know of the
 * form of their answers was written down from public code and documents, so their prices count only where a catalogue shows most of the same.
 */
export const PLATFORM_READERS = {
  "vercel-models": { platform: "vercel", name: "Vercel AI Gateway models", reads: "api" },
  "deepinfra-models": { platform: "deepinfra", name: "DeepInfra models", reads: "api" },
  "deepinfra-openai": { platform: "deepinfra", name: "DeepInfra's OpenAI list", reads: "api" },
  "novita-models": { platform: "novita-ai", name: "Novita models", reads: "api" },
  "bedrock-price-list": { platform: "amazon-bedrock", name: "AWS price list", reads: "api" },
  "azure-retail-prices": { platform: "azure", name: "Azure retail prices", reads: "api" },
  "chutes-models": { platform: "chutes", name: "Chutes models", reads: "api" },
  "nano-gpt-models": { platform: "nano-gpt", name: "NanoGPT models", reads: "api" },
  "requesty-models": { platform: "requesty", name: "Requesty models", reads: "api" },
  "llmgateway-models": { platform: "llmgateway", name: "LLM Gateway models", reads: "api" },
  "helicone-models": { platform: "helicone", name: "Helicone models", reads: "api" },
  "cortecs-models": { platform: "cortecs", name: "Cortecs models", reads: "api", isQuotedLikeCopies: true },
  "huggingface-models": { platform: "huggingface", name: "Hugging Face router", reads: "api" },
  "sambanova-models": { platform: "sambanova", name: "SambaNova models", reads: "api" },
  "cerebras-models": { platform: "cerebras", name: "Cerebras models", reads: "api" },
  "venice-models": { platform: "venice", name: "Venice models", reads: "api" },
  "ovhcloud-models": { platform: "ovhcloud", name: "OVHcloud AI Endpoints", reads: "api", isQuotedLikeCopies: true },
  "wandb-models": { platform: "wandb", name: "W&B Inference models", reads: "api" },
  "friendli-models": { platform: "friendli", name: "Friendli models", reads: "api" },
  "nearai-models": { platform: "nearai", name: "NEAR AI models", reads: "api" },
  "digitalocean-models": { platform: "digitalocean", name: "DigitalOcean models", reads: "api" },
  "eurouter-models": {
    platform: "eurouter",
    name: "EUrouter models",
    reads: "api",
    offBecause: "nobody established its currency",
  },
  "kilo-models": { platform: "kilo", name: "Kilo Gateway models", reads: "api" },
  "nebius-models": { platform: "nebius", name: "Nebius Token Factory models", reads: "api" },
  "tokenmart-models": { platform: "tokenmart", name: "TokenMart models", reads: "api" },
  "poe-models": { platform: "poe", name: "Poe models", reads: "api" },
  "mistral-pricing": { platform: "mistral", name: "Mistral pricing", reads: "page" },
  "together-models": { platform: "togetherai", name: "Together models", reads: "page" },
  "gemini-pricing": { platform: "google", name: "Gemini API pricing", reads: "page" },
  "deepseek-pricing": { platform: "deepseek", name: "DeepSeek pricing", reads: "page" },
  "opencode-pricing": { platform: "opencode", name: "OpenCode Zen pricing", reads: "page" },
  "cohere-pricing": {
    platform: "cohere",
    name: "Cohere pricing",
    reads: "page",
    offBecause: "the order of its texts is not known",
  },
  "perplexity-pricing": { platform: "perplexity", name: "Perplexity pricing", reads: "page" },
  "cloudflare-pricing": { platform: "cloudflare-workers-ai", name: "Cloudflare Workers AI pricing", reads: "page" },
  "moonshot-pricing": { platform: "moonshotai", name: "Moonshot pricing", reads: "page" },
  "minimax-pricing": { platform: "minimax", name: "MiniMax pricing", reads: "page" },
  "alibaba-pricing": {
    platform: "alibaba",
    name: "Alibaba Model Studio pricing",
    reads: "page",
    offBecause: "its columns are not known",
  },
  "vertex-pricing": {
    platform: "google-vertex",
    name: "Vertex AI pricing",
    reads: "page",
    offBecause: "its tables are not known",
  },
} as const satisfies Record<string, PlatformReader>;
/** Closed: the table's own ids. */
export type PlatformSourceId = keyof typeof PLATFORM_READERS;

export const PLATFORM_SOURCE_IDS: readonly PlatformSourceId[] = /* @__PURE__ */ Object.keys(PLATFORM_READERS).filter(
  isPlatformSource,
);

/** The table's row, with the fields every reader may have. */
export const platformReader = (id: PlatformSourceId): PlatformReader => PLATFORM_READERS[id];

/** Whether an id is that of a platform whose own prices our job reads by a spec. */
export function isPlatformSource(id: string): id is PlatformSourceId {
  return Object.hasOwn(PLATFORM_READERS, id);
}
