import { expect, test } from "vitest";
import { aDoubtableMarket } from "../../../../../tests/builders/a-doubtable-market.ts";
import { CURATED_DOUBTS } from "../../../../../tests/builders/a-doubtable-offer.ts";
import { listOf, underList } from "./under-list.ts";

const LIST = "anthropic transcribed fresh 5/25 cacheRead=0.5";

interface Known {
  readonly openWeights?: boolean | null;
  readonly doubtful?: readonly string[];
}

const judged = (lines: readonly [string, ...string[]], { openWeights = false, doubtful = [] }: Known = {}) => {
  const { row, rows } = aDoubtableMarket("anthropic/nano", lines);
  const isDoubtful = (id: string) => doubtful.includes(id);
  return underList(row, listOf(row, rows, { sellers: CURATED_DOUBTS.sellers, isDoubtful }), openWeights);
};

test("closed weights a catalogue sells over 20 % under list are doubtful, and say whose list", () => {
  expect(judged(["unorouter reported fresh 0.425/2.125", LIST])).toEqual({
    rule: "underList",
    monthUsd: 191.25,
    otherMonthUsd: 1800,
    otherOffer: "anthropic/nano@anthropic",
  });
});

test.each([
  ["20 % under", null, ["abacus reported fresh 4/20 cacheRead=0.4", LIST]],
  ["two catalogues", "underList", ["abacus corroborated fresh 2/10", LIST]],
  ["without a price for cached input", "underList", ["abacus reported fresh 3.9/19.5", LIST]],
  ["only input is cheap", null, ["abacus reported fresh 3.9/25 cacheRead=0.5", LIST]],
  [
    "cached input is unknown at the list",
    null,
    ["opencode reported fresh 5/25 cacheRead=0.5", "anthropic transcribed fresh 5/25"],
  ],
  ["a mirror", null, ["kilo mirror fresh 2/10", LIST]],
  ["a tier of its own", null, ["kilo;tier=flex reported fresh 2/10", LIST]],
  [
    "a tier that the list has too",
    "underList",
    ["kilo;tier=batch reported fresh 1/5", LIST, "anthropic;tier=batch own fresh 2.5/12.5"],
  ],
  ["the list is no longer fresh", null, ["kilo reported fresh 2/10", "anthropic transcribed aging 5/25"]],
  ["the list is one catalogue's word", null, ["kilo reported fresh 2/10", "anthropic reported fresh 5/25"]],
  ["the maker's endpoint behind OpenRouter", "underList", ["kilo reported fresh 2/10", "openrouter:anthropic own fresh 5/25"]],
] as const)("%s: %s", (_, rule, lines) => {
  expect(judged(lines)?.rule ?? null).toBe(rule);
});

test("open weights, and those nobody knows of, have hosts of their own", () => {
  expect(judged(["kilo reported fresh 2/10", LIST], { openWeights: true })).toBeNull();
  expect(judged(["kilo reported fresh 2/10", LIST], { openWeights: null })).toBeNull();
});

test("a list that is doubtful itself is none", () => {
  expect(judged(["kilo reported fresh 2/10", LIST], { doubtful: ["anthropic/nano@anthropic"] })).toBeNull();
});
