import { type Haystack, haystackOf, searchRows, wordsOf } from "../../../../domain/text/word-search.ts";
import type { Choice } from "../../../../site/browser/combo-box.ts";

/** What a picker offers at most. */
const MOST_SHOWN = 8;

/** A choice with all that it is called. */
export interface NamedChoice extends Choice {
  readonly otherNames: readonly string[];
}

/** Finds choices by any of their names, one or two letters aside: `gemni` → Gemini … ; for no text the first of all. Chosen ones are left out. */
export function choiceFinder(
  choices: readonly NamedChoice[],
  isChosen: (id: string) => boolean,
): (text: string) => readonly Choice[] {
  const rows = choices.map((choice) => ({
    choice,
    haystack: haystackOf([choice.name, choice.id, ...choice.otherNames]),
  }));
  return (text) => {
    const words = wordsOf(text);
    const free = rows.filter(({ choice }) => !isChosen(choice.id));
    const found = searchRows(free, words).rows;
    return found
      .toSorted((a, b) => startOf(a, words) - startOf(b, words))
      .slice(0, MOST_SHOWN)
      .map(({ choice }) => choice);
  };
}

/** The same finder, which has what Enter would take fetched while the reader looks at it. */
export function fetchingAhead(
  find: (text: string) => readonly Choice[],
  fetch: (id: string) => void,
): (text: string) => readonly Choice[] {
  let timer = 0;
  return (text) => {
    const found = find(text);
    const [first] = found;
    clearTimeout(timer);
    if (text !== "" && first !== undefined) timer = window.setTimeout(fetch, TYPING_PAUSE_MS, first.id);
    return found;
  };
}

/** A name that is being typed on is not yet the one that is meant. */
const TYPING_PAUSE_MS = 120;

/** A name that begins with what was typed is before one that only holds it. */
const startOf = ({ haystack }: { readonly haystack: Haystack }, words: readonly string[]): number =>
  haystack.words.replaceAll(" ", "").startsWith(words.join("")) ? 0 : 1;
