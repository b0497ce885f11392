import { expect, test } from "vitest";
import { aDoubtableMarket } from "../../../../../tests/builders/a-doubtable-market.ts";
import { CURATED_DOUBTS } from "../../../../../tests/builders/a-doubtable-offer.ts";
import { underFirstHand } from "./under-first-hand.ts";

const judged = (model: string, lines: readonly [string, ...string[]]) => {
  const { row, rivals } = aDoubtableMarket(model, lines);
  return underFirstHand(row, rivals, CURATED_DOUBTS.sellers);
};

test("a copy under half of the cheapest first-hand offer is doubtful, and says whose that is", () => {
  const lines = ["kilo mirror fresh 0.4/1", "groq own fresh 3/4", "openrouter:together own expired 1/2"] as const;
  expect(judged("acme/nano", lines)).toEqual({
    rule: "underFirstHand",
    monthUsd: 130,
    otherMonthUsd: 300,
    otherOffer: "acme/nano@openrouter;host=together",
  });
});

test.each([
  ["at half it is not", "acme/nano", ["kilo mirror fresh 0.5/1", "groq own fresh 1/2"]],
  ["first-hand it is a promotion", "acme/nano", ["kilo own fresh 0.1/0.1", "groq own fresh 1/2"]],
  ["OpenRouter's mirror is its list", "acme/nano", ["openrouter mirror fresh 0.1/0.1", "groq own fresh 1/2"]],
  ["only copies are beside it", "acme/nano", ["kilo mirror fresh 0.1/0.1", "groq mirror fresh 1/2"]],
  [
    "cached input is cheap here and unknown there",
    "acme/nano",
    ["kilo mirror fresh 0.6/0.6 cacheRead=0.06", "groq own fresh 1/1"],
  ],
  ["the first-hand offer is of another tier", "acme/nano", ["kilo mirror fresh 0.1/0.1", "groq;tier=priority own fresh 1/2"]],
  [
    "it is the same seller behind a router",
    "acme/nano",
    ["togetherai reported fresh 0.1/0.1", "openrouter:together own fresh 1/2"],
  ],
  ["it is the maker's own", "deepseek/nano", ["deepseek reported fresh 0.1/0.1", "groq own fresh 1/2"]],
] as const)("no doubt where %s", (_, model, lines) => {
  expect(judged(model, lines)).toBeNull();
});
