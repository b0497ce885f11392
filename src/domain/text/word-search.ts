/** Finding things by words of their names, however they are written. */

/** What a search looks through. */
export interface Haystack {
  /** `gpt 5 image mini` */
  readonly words: string;
  /** The same from every word on, run together, a line each: `gpt5imagemini`, `5imagemini` … */
  readonly starts: string;
}

/** `haystackOf(["GPT-5", "openai/gpt-5"])`: without case, accents and the signs between words. Dots stay: 4.8 is not 48. */
export function haystackOf(texts: readonly string[]): Haystack {
  const parts = texts.map((text) =>
    plain(text)
      .split(SIGNS)
      .filter((word) => word !== ""),
  );
  const starts = parts.flatMap((words) => words.map((_, at) => `\n${words.slice(at).join("")}`));
  return { words: parts.flat().join(" "), starts: starts.join("") };
}

/** The region before a cloud's id says nothing of the model: `us.anthropic.claude-opus-4-8` → `anthropic.claude-opus-4-8`. */
export const withoutRegion = (text: string): string =>
  text.replaceAll(/(?<![\w.-])(?:global|us-gov|us|eu|au|jp|in|apac)\.(?=[a-z])/g, "");

/** `wordsOf("  GPT-5   mini - ")` → `["gpt5", "mini"]`: each must be found. */
export const wordsOf = (query: string): readonly string[] =>
  withoutRegion(plain(query))
    .split(/\s+/)
    .map((word) => word.replace(SIGNS, ""))
    .filter((word) => word !== "");

/** Within a word, or from the start of one on: `gpt5` finds GPT-5, but `gemini` not an image mini. */
export const holdsWord = ({ words, starts }: Haystack, word: string): boolean =>
  words.includes(word) || starts.includes(`\n${word}`);

const SIGNS = /[\s\p{Pd}\u2212_/:()~]+/gu;
/** Full-width letters are letters: `ＧＰＴ` finds GPT. */
const plain = (text: string): string => text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
