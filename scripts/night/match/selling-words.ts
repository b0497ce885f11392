import { splitDay } from "../../../src/domain/model/model-slug.ts";
import type { Tier } from "../../../src/domain/offer/offer.ts";

/** What a platform's name of a model says of the sale beyond the model's own name. */
export interface SellingWords {
  readonly tier: Tier | null;
  readonly variant: string | null;
}

const NONE: SellingWords = { tier: null, variant: null };

/** Words a platform puts around a model's name that change what is sold. Any other word (its own name, a size, a day) says nothing. */
const VARIANTS: ReadonlySet<string> = new Set([
  ...["coding", "deep", "eco", "fw", "nitro", "nothink", "reasoning", "short", "speed", "spot", "think", "thinking", "turbo"],
  ...["ultrafast", "ultraspeed"],
]);

/**
 * Somebody looked up which model a name means; the words left over, before or after the model's own name, say how it is sold.
 * `gpt-5-2-fast` of `gpt-5-2` → tier fast; `kimi-k3-eco` of `kimi-k3` → variant `eco`; `deepseek-flash` of `deepseek-v4-1-flash` → nothing.
 */
export function sellingWords(text: string, modelText: string): SellingWords {
  const name = splitDay(modelText)?.stem ?? modelText;
  const at = `-${text}-`.indexOf(`-${name}-`);
  if (at === -1) return NONE;
  const otherWords = [...text.slice(0, at).split("-"), ...text.slice(at + name.length).split("-")].filter((word) => word !== "");
  const variants = otherWords.flatMap((word, index) => wordsOf(word, otherWords[index - 1]));
  return { tier: otherWords.includes("fast") ? "fast" : null, variant: variants.length === 0 ? null : variants.join("-") };
}

/** `non-reasoning` is one word. */
function wordsOf(word: string, before: string | undefined): readonly string[] {
  if (!VARIANTS.has(word)) return [];
  return [before === "non" || before === "no" ? `non-${word}` : word];
}
