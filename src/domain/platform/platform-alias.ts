import { z } from "zod";
import { CATALOGUE_IDS } from "../source/sources.ts";

/** What a source calls a platform, and what we call it: models.dev's provider id, our own where it has none. */
export const PlatformAlias = z.strictObject({
  source: z.enum([...CATALOGUE_IDS, "openrouter-host"]),
  /** LiteLLM's `litellm_provider`; genai-prices' provider id, or `provider/family`; OpenRouter's host slug, the part of a `tag` before the slash. */
  name: z.string().min(1),
  platform: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  /** Where the name itself says the region. */
  region: z.string().min(1).optional(),
  why: z.string().min(1).max(200),
});
export type PlatformAlias = z.output<typeof PlatformAlias>;
