import { knownModel, slugsOf } from "./known-model.ts";
import { type Haystack, haystackOf, withoutRegion, wordsOf } from "./word-search.ts";

/** A model with all that it is called. */
export interface FindableModel {
  readonly id: string;
  readonly name: string;
  readonly canonicalSlug: string | null;
  /** What makers and clouds call it in a request. */
  readonly otherNames: readonly string[];
}

/** Finds a model by what somebody wrote. */
export interface ModelFinder {
  /** Our id where the text is one model's name; else the text: `Claude Opus 4.8` → `anthropic/claude-opus-4.8`, `gemini` → `gemini`. */
  readonly idOf: (text: string) => string;
  /** The models whose names hold most of the text, the best first: `gemini 3.1 pro` → Gemini 3.1 Pro Preview … */
  readonly nearest: (text: string) => readonly FindableModel[];
}

const MOST_NEAREST = 5;

/** `models` in the order of use, which decides between those that fit alike. */
export function modelFinder(models: readonly FindableModel[]): ModelFinder {
  const ids = models.map(({ id }) => id);
  const slugs = slugsOf(models);
  const byName = namesOf(models);
  const haystacks = models.map((model) => ({ model, haystack: haystackOf([model.name, model.id, ...model.otherNames]) }));
  return {
    idOf: (text) => {
      const plain = withoutRegion(text.trim());
      return byName.get(compact(plain)) ?? (plain === "" ? "" : (knownModel(plain, ids, slugs) ?? text.trim()));
    },
    nearest: (text) => {
      const words = wordsOf(text);
      const scored = haystacks.map(({ model, haystack }) => ({ model, score: scoreOf(haystack, words) }));
      const best = Math.max(0, ...scored.map(({ score }) => score));
      const closest = scored.filter(({ score }) => best > 0 && score >= best * LEAST_OF_BEST);
      return closest
        .toSorted((a, b) => b.score - a.score)
        .slice(0, MOST_NEAREST)
        .map(({ model }) => model);
    },
  };
}

/** A model whose names hold a smaller share than this of what the best one's hold is no match. */
const LEAST_OF_BEST = 0.6;
/** Two letters in common are chance. */
const LEAST_LETTERS = 3;

/** Ids by every name that one model alone has. */
function namesOf(models: readonly FindableModel[]): ReadonlyMap<string, string> {
  const named = models.flatMap(({ id, name, canonicalSlug, otherNames }) =>
    [id, name, canonicalSlug ?? id, ...otherNames].map((text) => ({ id, text: compact(text) })),
  );
  const groups = [...Map.groupBy(named, ({ text }) => text)];
  return new Map(
    groups.flatMap(([text, group]) => {
      const [only, ...others] = new Set(group.map(({ id }) => id));
      return only === undefined || others.length > 0 ? [] : [[text, only]];
    }),
  );
}

/** `Claude Opus 4.8` and `claude-opus-4.8` → `claudeopus4.8`; the slash before a maker's stays in none. */
const compact = (text: string): string => wordsOf(text).join("");

/** How many letters of the words the names hold; of a word that is not there, its beginning. */
const scoreOf = (haystack: Haystack, words: readonly string[]): number =>
  words.reduce((sum, word) => sum + heldLetters(haystack, word), 0);

function heldLetters({ words, starts }: Haystack, word: string): number {
  if (words.includes(word) || starts.includes(`\n${word}`)) return word.length;
  for (let length = word.length - 1; length >= LEAST_LETTERS; length -= 1) {
    if (starts.includes(`\n${word.slice(0, length)}`)) return length - 1;
  }
  return 0;
}
