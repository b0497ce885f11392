import { expect, test } from "vitest";
import { aDoubtableMarket } from "../../../../../tests/builders/a-doubtable-market.ts";
import { CURATED_DOUBTS } from "../../../../../tests/builders/a-doubtable-offer.ts";
import { routersIn } from "../../priced-row.ts";
import { offMarket } from "./off-market.ts";

const judged = (lines: readonly [string, ...string[]]) => {
  const { row, rows, rivals } = aDoubtableMarket("qwen/nano", lines);
  return offMarket(row, rivals, routersIn(rows), CURATED_DOUBTS);
};
const COPIES = ["kilo mirror fresh 1/1", "groq reported fresh 1/1", "venice mirror fresh 2/2", "wandb mirror fresh 1/1"] as const;
const OWN = "openrouter:together own fresh 1/1";

test("without first-hand offers a copy far from three others is doubtful, with the median and how many it is of", () => {
  const median = { medianUsd: 250, sellers: 4 };
  expect(judged(["vercel mirror fresh 0.2/0.2", ...COPIES])).toEqual({ rule: "underMarket", monthUsd: 50, ...median });
  expect(judged(["vercel mirror fresh 5/5", ...COPIES])).toEqual({ rule: "overMarket", monthUsd: 1250, ...median });
});

test.each([
  ["under a quarter, but a first-hand offer stands", null, ["vercel mirror fresh 0.2/0.2", ...COPIES, OWN]],
  ["at a quarter", null, ["vercel mirror fresh 0.25/0.25", ...COPIES]],
  ["at four times", null, ["vercel reported fresh 4/4", ...COPIES]],
  ["two others", null, ["vercel mirror fresh 9/9", COPIES[0], COPIES[1]]],
  ["a mirror over four times, but a first-hand offer stands", null, ["vercel mirror fresh 9/9", ...COPIES, OWN]],
  ["one catalogue's word over four times, whoever else sells", "overMarket", ["vercel reported fresh 9/9", ...COPIES, OWN]],
  ["a platform asks as much itself", null, ["vercel reported fresh 9/9", ...COPIES, "openrouter:nebius own expired 8.5/8.5"]],
  [
    "a card as dear, whose cache is cheaper",
    null,
    ["vercel reported fresh 9/9", ...COPIES, "openrouter:nebius own expired 9/9 cacheRead=0.1"],
  ],
  ["a host known to be dear", null, ["sambanova reported fresh 9/9", ...COPIES, OWN]],
  ["the same host behind a router", null, ["openrouter:cerebras reported fresh 9/9", ...COPIES, OWN]],
  ["the maker itself", null, ["alibaba reported fresh 9/9", ...COPIES, OWN]],
  ["a first-hand price", null, ["vercel own fresh 9/9", ...COPIES]],
] as const)("%s: %s", (_, rule, lines) => {
  expect(judged(lines)?.rule ?? null).toBe(rule);
});
