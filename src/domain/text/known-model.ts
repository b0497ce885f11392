import { normaliseModelId, splitDay } from "../model/model-slug.ts";

/** Our ids by OpenRouter's permanent slugs, as they compare; a slug of two models names neither. */
export type Slugs = ReadonlyMap<string, string>;

export const NO_SLUGS: Slugs = new Map();

/** `[{ id: "z-ai/glm-4.6v", canonicalSlug: "z-ai/glm-4.6-20251208" }]` → `glm-4-6-20251208` is that model. */
export function slugsOf(models: readonly { readonly id: string; readonly canonicalSlug: string | null }[]): Slugs {
  const named = models.flatMap(({ id, canonicalSlug }) =>
    canonicalSlug === null ? [] : [{ id, slug: normaliseModelId(canonicalSlug) }],
  );
  const groups = [...Map.groupBy(named, ({ slug }) => slug)];
  return new Map(
    groups.flatMap(([slug, [only, ...others]]) => (only === undefined || others.length > 0 ? [] : [[slug, only.id]])),
  );
}

/**
 * Our id for a model as an API names it: `claude-opus-4-8-20260528` → `anthropic/claude-opus-4.8`. By rule, never by likeness: the same
 * name with its signs and its day taken away. OpenRouter's dated slug goes first: `deepseek-v4-flash-20260731` is not the model of April.
 * Null where that is nobody's name, or two models'.
 */
export function knownModel(named: string, modelIds: readonly string[], slugs: Slugs = NO_SLUGS): string | null {
  if (modelIds.includes(named)) return named;
  const wanted = normaliseModelId(named);
  const slug = slugs.get(wanted);
  if (slug !== undefined) return slug;
  const exact = matches(wanted, modelIds);
  const stem = splitDay(wanted)?.stem;
  const [only, ...others] = exact.length === 0 && stem !== undefined ? matches(stem, modelIds) : exact;
  return only === undefined || others.length > 0 ? null : only;
}

const matches = (name: string, modelIds: readonly string[]): readonly string[] =>
  modelIds.filter((id) => normaliseModelId(id) === name);
