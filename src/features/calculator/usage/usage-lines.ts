import { normaliseModelId, splitDay } from "../../../domain/model/model-slug.ts";
import type { LineNumbers } from "../../../site/address/purchase-fields.ts";
import type { CallUsage } from "./call-usage.ts";

/** What pasted calls say of one model: the average call. */
export interface UsageLine {
  /** Our id; null where the response names none, or none we know. */
  readonly model: string | null;
  /** As the response names it. */
  readonly named: string | null;
  readonly calls: number;
  /** Counts above zero that no line of the bill stands for, as the body names them. */
  readonly unread: readonly string[];
  readonly numbers: Pick<
    LineNumbers,
    "inputTokens" | "outputTokens" | "cachedShare" | "cacheWriteShare" | "cacheWriteTtl" | "writtenForHour" | "searchesPer1000"
  >;
}

/** Our ids by OpenRouter's permanent slugs, as they compare; a slug of two models is nobody's. */
type Slugs = ReadonlyMap<string, string>;

const NO_SLUGS: Slugs = new Map();

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

/** Two calls of 1,000 and 3,000 tokens are requests of 2,000. A line a model, the most called first. */
export function usageLines(
  calls: readonly CallUsage[],
  modelIds: readonly string[],
  slugs: Slugs = NO_SLUGS,
): readonly UsageLine[] {
  const groups = Map.groupBy(calls, ({ model }) => (model === null ? null : (knownModel(model, modelIds, slugs) ?? model)));
  const lines = [...groups.values()].map((group) => lineOf(group, modelIds, slugs));
  return lines.toSorted((a, b) => b.calls - a.calls);
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
  const found = matches(wanted, modelIds);
  const stem = splitDay(wanted)?.stem;
  const [only, ...others] = found.length === 0 && stem !== undefined ? matches(stem, modelIds) : found;
  return only === undefined || others.length > 0 ? null : only;
}

const matches = (name: string, modelIds: readonly string[]): readonly string[] =>
  modelIds.filter((id) => normaliseModelId(id) === name);

function lineOf(group: readonly CallUsage[], modelIds: readonly string[], slugs: Slugs): UsageLine {
  const sum = (tokens: (call: CallUsage) => number) => group.reduce((total, call) => total + tokens(call), 0);
  const named = group[0]?.model ?? null;
  const input = sum(({ inputTokens }) => inputTokens);
  const written = sum(({ cacheWriteTokens }) => cacheWriteTokens);
  const shareOf = (tokens: number) => (input === 0 ? 0 : Math.floor((Math.min(tokens, input) / input) * 10_000) / 10_000);
  const calls = sum((call) => call.calls);
  const writtenForHour = sum(({ cacheWrite1hTokens }) => cacheWrite1hTokens);
  const cachedShare = shareOf(sum(({ cacheReadTokens }) => cacheReadTokens));
  return {
    model: named === null ? null : knownModel(named, modelIds, slugs),
    named,
    calls,
    unread: [...new Set(group.flatMap(({ unread }) => unread))],
    numbers: {
      inputTokens: Math.round(input / calls),
      outputTokens: Math.round(sum(({ outputTokens }) => outputTokens) / calls),
      cachedShare,
      cacheWriteShare: Math.min(shareOf(written), Math.round((1 - cachedShare) * 10_000) / 10_000),
      cacheWriteTtl: written > 0 && writtenForHour === written ? "1h" : "5m",
      writtenForHour: writtenForHour > 0 && writtenForHour < written ? Math.round((writtenForHour / written) * 1e6) / 1e6 : null,
      searchesPer1000: Math.round((sum(({ webSearches }) => webSearches) / calls) * 1e9) / 1e6,
    },
  };
}
