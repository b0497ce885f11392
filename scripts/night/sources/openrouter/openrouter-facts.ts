import { z } from "zod";
import { makerOfId } from "../../../../src/domain/model/maker-of-id.ts";
import { looseTexts } from "../loose-row.ts";

export const Architecture = z
  .object({ input_modalities: looseTexts, output_modalities: looseTexts })
  .catch({ input_modalities: [], output_modalities: [] });

/** `"Google: Gemma 4 26B A4B  (free)"` → maker `Google`, name `Gemma 4 26B A4B`. Null maker: 28 names carry none. */
export function readName(text: string): { readonly makerName: string | null; readonly name: string } {
  const clean = text.replace(/\s+/g, " ").trim().replace(VARIANT_WORD, "");
  const [, makerName = null, name = clean] = /^([^:]+): (.+)$/.exec(clean) ?? [];
  return { makerName, name };
}

const VARIANT_WORD = / ?\((?:batch|free|thinking|beta|nitro|extended|exacto)\)$/i;

/** A maker's name for models whose own name carries none: the one most of its models carry. */
export function makerNames(rows: readonly { readonly maker: string; readonly name: string }[]): ReadonlyMap<string, string> {
  const named = rows.flatMap(({ maker, name }) => {
    const { makerName } = readName(name);
    return makerName === null ? [] : [{ maker, makerName }];
  });
  const byMaker = Map.groupBy(named, ({ maker }) => maker);
  return new Map([...byMaker].map(([maker, models]) => [maker, mostFrequent(models.map(({ makerName }) => makerName))]));
}

function mostFrequent(texts: readonly string[]): string {
  const counts = Map.groupBy(texts, (text) => text);
  const ordered = [...counts].toSorted(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1));
  return ordered[0]?.[0] ?? "";
}

/** `anthropic/claude-opus-5` and `~anthropic/claude-opus-latest` → `anthropic`. */
export const makerOf = (modelId: string): string => makerOfId(modelId.replace(/^~/, ""));

/** Seconds since 1970 → a UTC day: 1784912544 → `2026-07-24`. Null for zero and for what is no time of this century. */
export function dayOfSeconds(seconds: number | null): string | null {
  if (seconds === null || !(seconds > 0 && seconds < 4_102_444_800)) return null;
  return new Date(seconds * 1_000).toISOString().slice(0, 10);
}

/** From this year on an expiry date means never (`2098-12-31`). */
const NEVER = "2090";

/**
 * The day a model ends, of a date or a moment; null where none is named, and where a far one stands for never. `2026-12-31T00:00:00Z` →
 * `2026-12-31`.
 */
export function expiryDay(text: string | null): string | null {
  const day = z.iso.date().safeParse(text?.slice(0, 10));
  return day.success && day.data < NEVER ? day.data : null;
}

/** A limit in tokens; 0 and null are unknown. */
export const tokenLimit = (value: number | null): number | null =>
  value !== null && Number.isSafeInteger(value) && value > 0 ? value : null;

/**
 * The longest answer as OpenRouter's list or a copy of it says of a model; null where it is nine tenths of the context. Since late August 2026 it
 * writes that of every host that names no limit, or the whole context: 1,800,000 of Grok 4.20's 2,000,000 tokens. No model says so of itself.
 */
export function statedOutput(contextTokens: number | null, maxOutputTokens: number | null): number | null {
  const isFilledIn = contextTokens !== null && maxOutputTokens !== null && isNineTenths(maxOutputTokens, contextTokens);
  return isFilledIn ? null : maxOutputTokens;
}

/** Rounded either way, and one token less: 943,717 and 943,718 of 1,048,576. */
const isNineTenths = (part: number, whole: number): boolean => Math.abs(part - whole * 0.9) < 2;

/** Modalities are sets upstream: the order varies for the same set. */
export const modalitySet = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** What the request parameters say about a model; an empty list says nothing. */
export function capabilities(parameters: readonly string[]) {
  const has = (...names: readonly string[]) => (parameters.length === 0 ? null : names.some((name) => parameters.includes(name)));
  return { tools: has("tools"), reasoning: has("reasoning", "include_reasoning"), structuredOutput: has("structured_outputs") };
}

/** Upstream writes "nothing" as null and as an empty text. */
export const textOrNull = (text: string | null): string | null => text?.trim() || null;
