import { expect, test } from "vitest";
import { aDoubtableMarket } from "../../../../tests/builders/a-doubtable-market.ts";
import { CURATED_DOUBTS } from "../../../../tests/builders/a-doubtable-offer.ts";
import { homeMarketPrice } from "./home-market-price.ts";

const [LIST, HOME] = ["alibaba reported fresh 0.4/1.2", "alibaba-cn reported fresh 0.115/0.287"] as const;
const judged = (lines: readonly [string, ...string[]]) => {
  const { row, rivals } = aDoubtableMarket("qwen/nano", lines);
  return homeMarketPrice(row, rivals, CURATED_DOUBTS.sellers);
};

test("the maker's price in China, asked outside it, is doubtful", () => {
  const doubt = { rule: "homeMarketPrice", homeOffer: "qwen/nano@alibaba-cn", listOffer: "qwen/nano@alibaba" };
  expect(judged(["merge-gateway mirror fresh 0.115/0.287", LIST, HOME])).toEqual(doubt);
  expect(judged(["ofox mirror fresh 0.12/0.29", LIST, HOME])).toEqual(doubt);
});

test.each([
  ["another price", ["kilo mirror fresh 0.15/0.4", LIST, HOME]],
  ["the platform's own word", ["kilo own fresh 0.115/0.287", LIST, HOME]],
  ["no price in China", ["kilo mirror fresh 0.115/0.287", LIST]],
  ["no list", ["kilo mirror fresh 0.115/0.287", HOME]],
  ["the same price in both", ["kilo mirror fresh 0.35/1.1", LIST, "alibaba-cn reported fresh 0.35/1.1"]],
  ["the price in China itself", [HOME, LIST]],
] as const)("no doubt at %s", (_, lines) => {
  expect(judged(lines)).toBeNull();
});
