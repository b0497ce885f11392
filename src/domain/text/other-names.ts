import { haystackOf, holdsWord, wordsOf } from "./word-search.ts";

/** The names under which a query would find nothing: `claude-opus-4-5` of Claude Opus 4.5, whose own name has a dot. Each once. */
export function otherNames(texts: readonly string[], names: readonly string[]): readonly string[] {
  const furtherNames: string[] = [];
  for (const name of names) {
    const haystack = haystackOf([...texts, ...furtherNames]);
    if (!wordsOf(name).every((word) => holdsWord(haystack, word))) furtherNames.push(name);
  }
  return furtherNames;
}

/** A name that is the id with a day behind it, as the file has it: `gpt-5.6-sol-20260709` of `openai/gpt-5.6-sol` → `-20260709`. */
export const shortName = (name: string, id: string): string => {
  const slug = id.split("/").at(-1) ?? id;
  return name.startsWith(`${slug}-`) && DAY.test(name.slice(slug.length)) ? name.slice(slug.length) : name;
};

/** The names of a model, from the file's: `-20260709` stands for the id with that day behind it. */
export const fullNames = (names: string, id: string): string =>
  names
    .split(" ")
    .map((name) => (DAY.test(name) ? `${id.split("/").at(-1)}${name}` : name))
    .join(" ");

const DAY = /^-20\d{6}$/;
