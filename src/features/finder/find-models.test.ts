import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber } from "../../domain/money/day-number.ts";
import { haystackOf } from "../../domain/text/word-search.ts";
import { bitsOf, type FinderData, type FinderRow, findModels, monthWord } from "./find-models.ts";
import { CAPABILITIES, type FinderSort, type FinderState, finderUrl, MODALITIES, SORTS } from "./finder-state.ts";

const NAMES = ["Claude Opus 4.8", "GPT-5.4", "Gift", "Café Über", "Riddle"];
const data: FinderData = {
  ids: ["anthropic/claude-opus-4.8", "openai/gpt-5.4", "z-ai/gift", "z-ai/cafe-uber", "anthropic/riddle"],
  platforms: ["openrouter", "azure"],
  soldOn: [[0, 1], [0, 1], [0], [0], []],
  capabilities: [bitsOf(CAPABILITIES, ["tools", "reasoning"]), bitsOf(CAPABILITIES, ["tools"]), 0, 0, 0],
  inputs: [bitsOf(MODALITIES, ["text", "image"]), bitsOf(MODALITIES, ["text", "image", "audio"]), 1, 1, 1],
  outputs: [1, bitsOf(MODALITIES, ["text", "image"]), 1, 1, 1],
  openWeights: [0, 0, 1, 1, null],
  contextTokens: [1_000_000, 400_000, 128_000, 32_000, null],
  releasedDay: [...["2026-05-28", "2026-03-05", "2026-01-31", "2025-12-01"].map(dayNumber), null],
  listInput: [5_000_000, 2_500_000, null, 1_000_000, null],
  listOutput: [25_000_000, 30_000_000, null, 2_000_000, null],
  lowestInput: [4_250_000, 2_500_000, 0, 250_000, null],
  evidence: [],
  quality: [1_450, 1_400, null, 1_300, null],
  policies: [0, 1],
  sellers: ["Poe", "Azure"],
  workloads: [
    {
      id: "chat",
      meaning: "talk",
      months: [1_523, 750, 0, 60, null],
      cheapest: [0, 1, null, 0, null],
      reported: { at: [], months: [], cheapest: [] },
    },
    {
      id: "long-document",
      meaning: "read",
      months: [3_075, 900, -1, -1, null],
      cheapest: [1, 1, null, null, null],
      reported: { at: [], months: [], cheapest: [] },
    },
  ],
};
const rows: readonly FinderRow[] = NAMES.map((name, at) => ({
  at,
  name,
  haystack: haystackOf([name, data.ids[at] ?? "", at === 0 ? "~anthropic/claude-opus-latest" : ""]),
}));
const url = finderUrl({ makers: ["anthropic", "openai", "z-ai"], platforms: data.platforms, presets: ["chat", "long-document"] });
const found = (search: string) => findModels(rows, data, url.read(search)).rows.map(({ at }) => at);

test.each([
  ["opus claude", [0]],
  ["CLAUDE", [0]],
  ["gpt5", [1]],
  ["gpt 5.4", [1]],
  ["lau pus", [0]],
  ["deopus", []],
  ["openai", [1]],
  ["z-ai/gift", [2]],
  ["opus-latest", [0]],
  ["uber cafe", [3]],
  ["über", [3]],
  ["claude gift", []],
  [" - / ", [0, 1, 2, 3, 4]],
])("the words %j find %j", (query, places) => {
  expect(found(`?q=${encodeURIComponent(query)}`)).toEqual(places);
});

test.each([
  ["?q=cluade+opus", { places: [0], isClose: true }],
  ["?q=48", { places: [0], isClose: true }],
  ["?q=claude", { places: [0], isClose: false }],
  ["?q=claude&maker=z-ai", { places: [], isClose: false }],
  ["?q=cluade&maker=z-ai", { places: [], isClose: true }],
  ["?q=nothing", { places: [], isClose: false }],
])("%s finds %j: near ones only where none is written so, and no filter makes a near one of another", (search, expected) => {
  const { rows: near, isClose } = findModels(rows, data, url.read(search));
  expect({ places: near.map(({ at }) => at), isClose }).toEqual(expected);
});

test.each([
  ["?maker=anthropic,openai", [0, 1, 4]],
  ["?platform=azure", [0, 1]],
  ["?platform=azure,openrouter", [0, 1, 2, 3]],
  ["?capability=tools", [0, 1]],
  ["?capability=tools,reasoning", [0]],
  ["?modality=image,audio", [1]],
  ["?output-modality=image", [1]],
  ["?open-weights=yes", [2, 3]],
  ["?open-weights=no", [0, 1]],
  ["?min-context=400000", [0, 1]],
  ["?since=2026-01", [0, 1, 2]],
  ["?maker=anthropic&min-context=1", [0]],
])("%s leaves %j: what is unknown passes no filter that asks about it", (search, places) => {
  expect(found(search)).toEqual(places);
});

test.each([
  ["?max-input=0.25", [2, 3]],
  ["?max-input=0.249999", [2]],
  ["?max-input=%3C0.25", [2]],
  ["?max-input=0.25..3", [1, 3]],
  ["?max-input=%3E=2.5", [0, 1]],
  ["?max-month=750", [1, 2, 3]],
  ["?max-month=900&workload=long-document", [1]],
  ["?max-month=%3C750", [2, 3]],
  ["?max-month=60..750", [1, 3]],
  ["?min-quality=1400", [0, 1]],
])("%s: free is under every limit, unknown under none", (search, places) => {
  expect(found(search)).toEqual(places);
});

test.each<[FinderSort, readonly number[], readonly number[]]>([
  ["use", [0, 1, 2, 3, 4], [4, 3, 2, 1, 0]],
  ["name", [3, 0, 2, 1, 4], [4, 1, 2, 0, 3]],
  ["list", [3, 1, 0, 2, 4], [0, 1, 3, 2, 4]],
  ["output", [3, 0, 1, 2, 4], [1, 0, 3, 2, 4]],
  ["month", [3, 1, 0, 2, 4], [0, 1, 3, 2, 4]],
  ["seller", [1, 0, 3, 2, 4], [0, 3, 1, 2, 4]],
  ["discount", [3, 0, 1, 2, 4], [1, 0, 3, 2, 4]],
  ["quality", [3, 1, 0, 2, 4], [0, 1, 3, 2, 4]],
  ["platforms", [4, 2, 3, 0, 1], [0, 1, 2, 3, 4]],
  ["context", [3, 2, 1, 0, 4], [0, 1, 2, 3, 4]],
  ["released", [3, 2, 1, 0, 4], [0, 1, 2, 3, 4]],
])("by %s, up and down: free after prices and unknown last both ways, ties by use", (sort, up, down) => {
  expect(found(`?sort=${sort}&order=ascending`)).toEqual(up);
  expect(found(`?sort=${sort}&order=descending`)).toEqual(down);
});

test("a workload sorts by its own month; what fits nowhere comes before what is unknown", () => {
  expect(found("?workload=long-document")).toEqual([1, 0, 2, 3, 4]);
});

test("every order is total: the rows' own order never shows", () => {
  const anyState: fc.Arbitrary<FinderState> = fc
    .record({
      sort: fc.constantFrom(...Object.keys(SORTS).filter((key): key is FinderSort => key in SORTS)),
      order: fc.constantFrom("ascending", "descending"),
      workload: fc.constantFrom("chat", "long-document"),
    })
    .map((change) => ({ ...url.defaults, ...change }));
  const anyOrder = fc.shuffledSubarray([...rows], { minLength: rows.length });
  fc.assert(
    fc.property(anyState, anyOrder, (state, shuffled) => {
      expect(findModels(shuffled, data, state)).toEqual(findModels(rows, data, state));
    }),
  );
});

test.each([
  [15.4, "$15.40"],
  [0, "free"],
  [-1, "does not fit"],
  [-2, "other unit"],
  [-3, "not sold"],
  [null, "unknown"],
])("a month of %s reads %s", (month, text) => {
  expect(monthWord(month)).toBe(text);
});

test("the most a month may be follows from the least where a fee is unknown", () => {
  expect([monthWord([10]), monthWord([10, 12]), monthWord(10)]).toEqual(["$10.00 – $10.55", "$10.00 – $12.00", "$10.00"]);
});
