import type { SourceRef } from "../../domain/source/reading.ts";

/** How a page names where a number was read: a price page by its host. */
export function sourceName({ id, url }: SourceRef): string {
  return id === "list-prices" ? new URL(url).hostname.replace(/^www\./, "") : (SOURCE_NAMES[id] ?? id);
}

const SOURCE_NAMES: Readonly<Record<string, string>> = {
  "openrouter-models": "openrouter.ai",
  "openrouter-endpoints": "openrouter.ai",
  litellm: "LiteLLM",
};
