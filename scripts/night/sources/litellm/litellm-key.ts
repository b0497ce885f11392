/** One key of LiteLLM's map without LiteLLM's own words. */
export interface LitellmKey {
  /** What a request to the platform names: `gpt-5.4`, `eu.anthropic.claude-opus-4-8`, `accounts/fireworks/models/kimi-k2p6`. */
  readonly upstreamId: string;
  /** The region the key's path names; a geo prefix (`eu.`) is part of the id. */
  readonly region: string | null;
}

const AWS_REGION = /^[a-z]{2}(-gov)?-[a-z]+-\d$/;
const AZURE_REGIONS: ReadonlyMap<string, string> = new Map([
  ["eu", "eu"],
  ["us", "us"],
  ["global", "global"],
  ["global-standard", "global"],
]);

/**
 * `bedrock/us-gov-west-1/amazon.nova-pro-v1:0` → `amazon.nova-pro-v1:0` in `us-gov-west-1`; `azure/eu/gpt-5.4` → `gpt-5.4` in `eu`;
 * `vertex_ai/meta/llama-4-maverick-17b-128e-instruct-maas` → `meta/llama-…`; `gpt-5.4` → itself.
 */
export function readLitellmKey(key: string, provider: string): LitellmKey {
  const parts = key.split("/");
  const [first = "", second = ""] = parts;
  if (parts.length === 1 || !prefixesOf(provider).includes(first)) return { upstreamId: key, region: null };
  const region = regionOf(provider, second);
  const route = provider.startsWith("bedrock") && ["invoke", "converse"].includes(second);
  return { upstreamId: parts.slice(parts.length > 2 && (region !== null || route) ? 2 : 1).join("/"), region };
}

/** What LiteLLM puts before a provider's ids: `vertex_ai` for `vertex_ai-llama_models`, `amazon-nova` for `amazon_nova`. */
function prefixesOf(provider: string): readonly string[] {
  const family = ["bedrock", "azure"].filter((name) => provider.startsWith(`${name}_`));
  return [provider, provider.replaceAll("_", "-"), provider.replace(/-.*/, ""), ...family];
}

function regionOf(provider: string, part: string): string | null {
  if (provider.startsWith("bedrock")) return AWS_REGION.test(part) ? part : null;
  return provider.startsWith("azure") ? (AZURE_REGIONS.get(part) ?? null) : null;
}

/** Why a key sells no model by the token, or null. */
export function whyNoModel(key: string, upstreamId: string): string | null {
  if (/\/\d+-month-commitment\//.test(key)) return "provisioned capacity, billed by the hour";
  if (upstreamId.startsWith("ft:")) return "fine-tuned model of the buyer";
  if (/^together-ai-[\d.]+b/.test(upstreamId)) return "price of a model size, not of a model";
  return upstreamId === "container" ? "tool, not a model" : null;
}
