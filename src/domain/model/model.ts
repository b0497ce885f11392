import { z } from "zod";

/** One set of weights at one version, as its maker names it. */
export const Model = z.strictObject({
  /** `maker/slug`: OpenRouter's id without variant, or the same form for a model OpenRouter does not list. It names files: no `..`, not endless. */
  id: z
    .string()
    .max(128)
    .regex(/^[a-z0-9-]+\/[a-z0-9_-][a-z0-9._-]*$/),
  name: z.string(),
  /** The part of the id before the slash. */
  maker: z.string(),
  makerName: z.string(),
  releasedOn: z.iso.date().nullable(),
  contextTokens: z.int().positive().nullable(),
  maxOutputTokens: z.int().positive().nullable(),
  openWeights: z.boolean().nullable(),
  huggingFaceId: z.string().nullable(),
  inputModalities: z.array(z.string()),
  outputModalities: z.array(z.string()),
  tools: z.boolean().nullable(),
  reasoning: z.boolean().nullable(),
  structuredOutput: z.boolean().nullable(),
  knowledgeCutoff: z.string().nullable(),
  /** Place in OpenRouter's order of use in the last week; null = not listed there. */
  usageRank: z.int().positive().nullable(),
  /** OpenRouter's dated permanent slug. Not unique. */
  canonicalSlug: z.string().nullable(),
  /** `~maker/name-latest` ids that point here on the day of the reading. */
  aliases: z.array(z.string()),
  /** A `-fast` model's base. */
  baseModel: z.string().nullable(),
  /** The day OpenRouter says it takes it off its list: others may sell it on. */
  retiresOn: z.iso.date().nullable(),
  /** `retired`: known only by an old reading; no current listing names it. */
  status: z.enum(["current", "retired"]),
  /** Which source's listing makes it a model here. */
  listedBy: z.string(),
});
export type Model = z.output<typeof Model>;
