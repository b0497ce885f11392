import { z } from "zod";

/** How a platform's API is spoken. `openai` = any Chat Completions clone; `openrouter` adds its routing fields to that. */
export const API_DIALECTS = ["openai", "openrouter", "anthropic", "gemini", "bedrock"] as const;
export const ApiDialect = z.enum(API_DIALECTS);
export type ApiDialect = z.output<typeof ApiDialect>;

/** Where a platform's API answers. */
export const Api = z.strictObject({
  /** Without a final slash. What only the buyer knows is in braces: `https://{resource}.openai.azure.com/openai/v1`. */
  baseUrl: z.string().regex(/^https:\/\/.*[^/]$/),
  dialect: ApiDialect,
});
export type Api = z.output<typeof Api>;
