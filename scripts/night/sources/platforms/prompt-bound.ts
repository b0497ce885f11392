import { readTokenCount } from "../token-count.ts";

/** Which prompts a row of a page prices. `above` 0: from the shortest on. */
export interface PromptBound {
  readonly above: number;
}

const ABOVE = /(?:>|over|above|more than)\s*([\d.,]+\s*[km]?)\b/i;
const UP_TO = /(?:<=|≤|<|up to)\s*([\d.,]+\s*[km]?)\b/i;
const BETWEEN = /^([\d.,]+\s*[km]?)\s*(?:<|≤)\s*tokens?/i;

/**
 * `"(> 200K tokens)"` → above 200,000; `"input <= 512K"` → from the shortest on; `"32K<Token≤128K"` → above 32,000. Null: the text names no length.
 */
export function readPromptBound(text: string): PromptBound | null {
  const between = BETWEEN.exec(text.trim())?.[1];
  if (between !== undefined) return { above: readTokenCount(between.replaceAll(" ", "")) ?? 0 };
  const above = ABOVE.exec(text)?.[1];
  if (above !== undefined) {
    const tokens = readTokenCount(above.replaceAll(" ", ""));
    return tokens === null ? null : { above: tokens };
  }
  return UP_TO.test(text) ? { above: 0 } : null;
}
