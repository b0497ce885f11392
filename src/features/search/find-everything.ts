import type { SearchJson } from "../../data/json/search-json.ts";
import { makerOfId } from "../../domain/model/maker-of-id.ts";
import { fileName, modelPath } from "../../domain/text/file-name.ts";
import { fullNames } from "../../domain/text/other-names.ts";
import { type Haystack, haystackOf, searchRows, wordsOf } from "../../domain/text/word-search.ts";

/** What a search leads to, in the order groups have where they fit equally well. */
export const RESULT_KINDS = ["models", "makers", "platforms", "pages"] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];

/** One thing that can be found. */
export interface SearchEntry {
  readonly kind: ResultKind;
  readonly title: string;
  /** Small words beside it; empty = none. */
  readonly note: string;
  /** Below the site's own address. */
  readonly path: string;
  readonly haystack: Haystack;
  /** The title alone: what begins like the query stands first. */
  readonly start: string;
  /** Its id, run together as a query is; empty = none. */
  readonly whole: string;
}

/** What a query finds: groups with the best fit first, and whether it is only written much like it. */
export interface SearchResults {
  readonly groups: readonly FoundGroup[];
  readonly isClose: boolean;
}

export interface FoundGroup {
  readonly kind: ResultKind;
  /** The best of it; never empty. */
  readonly entries: readonly SearchEntry[];
  /** How many there are in all. */
  readonly count: number;
}

/** As many of a kind as a short list shows. */
const SHOWN: Readonly<Record<ResultKind, number>> = { models: 6, makers: 3, platforms: 4, pages: 5 };

/** Everything that can be found, models in the order of use. */
export function entriesOf({ models, makers, platforms, platformsToo, pages }: SearchJson): readonly SearchEntry[] {
  return [
    ...models.map(([id, name, others]) => {
      const maker = makers[makerOfId(id)] ?? makerOfId(id);
      const path = `models/${encoded(modelPath(id))}/`;
      return entry({ kind: "models", title: name, note: maker, path }, id, [maker, id, fullNames(others ?? "", id)]);
    }),
    ...Object.entries(makers).map(([id, name]) =>
      entry({ kind: "makers", title: name, note: "all models", path: `models/${encoded(fileName(id))}/` }, id, [id]),
    ),
    ...Object.entries(platforms).map(([id, name]) =>
      entry({ kind: "platforms", title: name, note: "prices, fees", path: `platforms/${encoded(id)}/` }, id, [
        id,
        platformsToo?.[id] ?? "",
      ]),
    ),
    ...pages.map(({ title, path, words }) => entry({ kind: "pages", title, note: "", path }, "", words?.split(", ") ?? [])),
  ];
}

/** `others`: what else it is found by. */
function entry(shown: Omit<SearchEntry, "haystack" | "start" | "whole">, id: string, others: readonly string[]): SearchEntry {
  const { title } = shown;
  return {
    ...shown,
    haystack: haystackOf([title, ...others]),
    start: haystackOf([title]).starts,
    whole: wordsOf(id).join(""),
  };
}

/**
 * What holds every word of the query; where nothing does, what holds those that say what is looked for (`opus pricing` finds Opus), or the
 * name behind the last `/` of another's id (`deepseek-ai/DeepSeek-V3`); else what is the fewest letters away. `azure` → the platform, `gemni` →
 * Gemini's models, close; nothing for no words.
 */
export function findEverything(entries: readonly SearchEntry[], query: string): SearchResults {
  const words = wordsOf(query);
  const distinctive = words.filter((word) => !EMPTY_WORDS.has(word));
  const tries = [words, distinctive, wordsOf(query.slice(query.lastIndexOf("/") + 1))];
  let close: SearchResults = { groups: [], isClose: false };
  for (const [at, tried] of tries.entries()) {
    if (tried.length === 0 || (at > 0 && tried.join() === tries[at - 1]?.join())) continue;
    const { rows, isClose } = searchRows(entries, tried);
    const results = { groups: groupsOf(rows, tried.join("")), isClose };
    if (rows.length > 0 && !isClose) return results;
    if (rows.length > 0 && (at === 1 || !close.isClose)) close = results;
  }
  return close;
}

/** What a question says around what it is about. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  "price prices pricing cost costs cheap cheapest model models how much does do is what the a of for in per api token tokens".split(
    " ",
  ),
);

function groupsOf(rows: readonly SearchEntry[], joined: string): readonly FoundGroup[] {
  const scored = rows.map((row) => ({ row, score: scoreOf(row, joined) }));
  const groups = RESULT_KINDS.flatMap((kind) => {
    const [first, ...others] = scored.filter(({ row }) => row.kind === kind).sort((a, b) => a.score - b.score);
    if (first === undefined) return [];
    // A page that merely mentions the word is behind what has it.
    return [{ kind, all: [first, ...others], score: kind === "pages" && first.score > 1 ? 3 : first.score }];
  });
  // Of titles that merely hold the word, the shorter is more of it: the platform, not the model it once hosted.
  return groups
    .sort((a, b) => a.score - b.score || (a.score === 2 ? titleLength(a) - titleLength(b) : 0))
    .map(({ kind, all }) => ({ kind, count: all.length, entries: all.slice(0, SHOWN[kind]).map(({ row }) => row) }));
}

const titleLength = ({ all: [first] }: { readonly all: readonly { readonly row: SearchEntry }[] }): number =>
  first?.row.title.length ?? 0;

/** 0 = its whole title or id, 1 = its title begins so, 2 = a word of its title does, 3 = it is found by something else. */
function scoreOf({ start, whole }: SearchEntry, joined: string): number {
  if (whole === joined || start === `\n${joined}` || start.startsWith(`\n${joined}\n`)) return 0;
  if (start.startsWith(`\n${joined}`)) return 1;
  return start.includes(`\n${joined}`) ? 2 : 3;
}

/** Ids may hold anything. */
const encoded = (path: string): string => path.split("/").map(encodeURIComponent).join("/");
