import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance, haystackOf, holdsWord, searchRows, wordsOf } from "./word-search.ts";

const NAMES = [
  "Claude Opus 4.8 anthropic/claude-opus-4.8",
  "Gemini 3.1 Pro google/gemini-3.1-pro",
  "GPT-4o openai/gpt-4o",
  "GPT-5.4 openai/gpt-5.4",
  "DeepSeek V4 Flash deepseek/deepseek-v4-flash",
  "Gemma 4 google/gemma-4",
];
const rows = NAMES.map((name) => ({ name, haystack: haystackOf(name.split(" ")) }));

/** The first word of each row that is found, `~` before them where they are only close. */
function found(query: string): string {
  const { rows: near, isClose } = searchRows(rows, wordsOf(query));
  return (isClose ? "~" : "") + near.map(({ name }) => name.split(" ")[0]).join(" ");
}

test.each([
  ["gemni", "~Gemini"],
  ["gemini", "Gemini"],
  ["cluade opus", "~Claude"],
  ["claude opus 4-8", "~Claude"],
  ["claude opsu 4.8", "~Claude"],
  ["gpt4o", "GPT-4o"],
  ["gpt54", "~GPT-5.4"],
  ["deepsek", "~DeepSeek"],
  ["deepsekv4", "~DeepSeek"],
  ["antrhopci", "~Claude"],
  ["anthr0pic", ""],
])("a slip is forgiven where no row holds every word: %s finds %s", (query, names) => {
  expect(found(query)).toBe(names);
});

test.each([
  ["opsu claude 5.4", "other digits are another model"],
  ["gpt6", "other digits are another model"],
  ["gpx", "a word of three letters has no slip to spare"],
  ["gmni", "two slips in a word of four letters"],
  ["deepsk", "two slips in a word of six letters"],
  ["aanthropicoogl", "three slips"],
  ["claude gemini", "each word is right, of another row"],
])("%s finds nothing: %s", (query) => {
  expect(found(query)).toBe("");
});

test("the fewest letters away are shown, not all that are near", () => {
  expect(editDistance(haystackOf(["Gemma 4"]), ["gema"])).toBe(1);
  expect(editDistance(haystackOf(["Claude Opus 4.8"]), ["cluade", "opsu"])).toBe(2);
  expect(editDistance(haystackOf(["Claude Opus 4.8"]), ["claude", "haiku"])).toBe(Number.POSITIVE_INFINITY);
  expect(searchRows([], ["gemni"])).toEqual({ rows: [], isClose: false });
});

const word = fc.stringMatching(/^[a-f]{1,9}$/);
const someRows = fc.array(
  fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => ({ haystack: haystackOf([words.join(" ")]) })),
  { maxLength: 8 },
);

test("a row that holds every word is never displaced by a near one, nor joined by it", () => {
  fc.assert(
    fc.property(someRows, fc.array(word, { maxLength: 3 }), (all, words) => {
      const exact = all.filter(({ haystack }) => words.every((each) => holdsWord(haystack, each)));
      const search = searchRows(all, words);
      expect(search.isClose).toBe(exact.length === 0 && search.rows.length > 0);
      if (exact.length > 0) expect(search.rows).toEqual(exact);
    }),
  );
});

test("whichever letter of a word of four or more is dropped, doubled, or changes its place with the next, its row is found", () => {
  const slip = fc.tuple(fc.stringMatching(/^[a-z]{5,12}$/), fc.nat(), fc.constantFrom("drop", "double", "swap"));
  fc.assert(
    fc.property(slip, ([name, seed, kind]) => {
      const at = seed % (name.length - 1);
      const [first = "", second = ""] = [name[at], name[at + 1]];
      const written = { drop: second, double: first + first + second, swap: second + first }[kind] ?? "";
      const typed = name.slice(0, at) + written + name.slice(at + 2);
      expect(searchRows([{ haystack: haystackOf([name]) }], [typed]).rows).toHaveLength(1);
    }),
  );
});
