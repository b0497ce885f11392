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

/** What a search finds, and whether it is only written much like what was asked for. */
export interface SearchResult<Row> {
  readonly rows: readonly Row[];
  readonly isClose: boolean;
}

/** The rows that hold every word; where no row does, those the fewest letters away: `["gemni"]` → the rows that hold `gemini`. */
export function searchRows<Row extends { readonly haystack: Haystack }>(
  rows: readonly Row[],
  words: readonly string[],
): SearchResult<Row> {
  const exact = rows.filter(({ haystack }) => words.every((word) => holdsWord(haystack, word)));
  if (exact.length > 0) return { rows: exact, isClose: false };
  const away = rows.map(({ haystack }) => editDistance(haystack, words));
  const least = Math.min(...away);
  return { rows: least === Infinity ? [] : rows.filter((_, at) => away[at] === least), isClose: least !== Infinity };
}

/** `lettersAway(haystackOf(["Claude Opus 4.8"]), ["cluade", "opus"])` → 1; Infinity where a word is too far from every word that is there. */
export function editDistance(haystack: Haystack, words: readonly string[]): number {
  let candidates: readonly string[] | undefined;
  return words.reduce((sum, word) => {
    if (sum === Infinity || holdsWord(haystack, word)) return sum;
    candidates ??= runsOf(haystack.words.split(" "));
    return sum + Math.min(...candidates.map((candidate) => editsTo(word, candidate)));
  }, 0);
}

/** Each word and what it makes with the next two, as people write names together: `gpt`, `gpt5`, `gpt5mini`. */
const runsOf = (words: readonly string[]): readonly string[] =>
  words.flatMap((word, at) => [word, word + (words[at + 1] ?? ""), words.slice(at, at + 3).join("")]);

/**
 * Two slips in a word of eight letters, one in a shorter word, none under four. Other digits are another model, so digits stay; a dot that
 * was left out between them is one slip however short the word.
 */
function editsTo(word: string, candidate: string): number {
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  if (Math.abs(word.length - candidate.length) > Math.max(most, 1) || digitsOf(word) !== digitsOf(candidate)) return Infinity;
  if (word.replaceAll(".", "") === candidate.replaceAll(".", "")) return 1;
  return [1, 2].find((edits) => edits <= most && isWithin(edits, word, candidate)) ?? Infinity;
}

/** Whether so many steps lead from one to the other: a letter more, a letter less, another letter, or two that change places. */
function isWithin(edits: number, a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [x, y] = [a.slice(at), b.slice(at)];
  if (x === "" || y === "") return x.length + y.length <= edits;
  const isSwapped = x[0] === y[1] && x[1] === y[0];
  return (
    edits > 0 &&
    (isWithin(edits - 1, x.slice(1), y) ||
      isWithin(edits - 1, x, y.slice(1)) ||
      isWithin(edits - 1, x.slice(1), y.slice(1)) ||
      (isSwapped && isWithin(edits - 1, x.slice(2), y.slice(2))))
  );
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, "");

const SIGNS = /[\s\p{Pd}\u2212_/:()~]+/gu;
/** Full-width letters are letters: `ＧＰＴ` finds GPT. */
const plain = (text: string): string => text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
