/** How our job reads one platform's prices. */
export interface PlatformReader {
  readonly platform: string;
  readonly name: string;
  /** `api`: machine-readable. `page`: tables or cards written for people. */
  readonly reads: "api" | "page";
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
  "mistral-pricing": { platform: "mistral", name: "Mistral pricing", reads: "page" },
  "together-models": { platform: "togetherai", name: "Together models", reads: "page" },
  "gemini-pricing": { platform: "google", name: "Gemini API pricing", reads: "page" },
  "deepseek-pricing": { platform: "deepseek", name: "DeepSeek pricing", reads: "page" },
} as const satisfies Record<string, PlatformReader>;
/** Closed: the table's own ids. */
export type PlatformSourceId = keyof typeof PLATFORM_READERS;

export const PLATFORM_SOURCE_IDS: readonly PlatformSourceId[] = Object.keys(PLATFORM_READERS).filter(isPlatformSource);

/** The table's row, with the fields every reader may have. */
export const platformReader = (id: PlatformSourceId): PlatformReader => PLATFORM_READERS[id];

export function isPlatformSource(id: string): id is PlatformSourceId {
  return Object.hasOwn(PLATFORM_READERS, id);
}
