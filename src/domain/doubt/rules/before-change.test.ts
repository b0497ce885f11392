import { expect, test } from "vitest";
import { aDoubtableMarket } from "../../../../tests/builders/a-doubtable-market.ts";
import { CURATED_DOUBTS } from "../../../../tests/builders/a-doubtable-offer.ts";
import { ListPrice } from "../../offer/list-price.ts";
import { beforeChange } from "./before-change.ts";

const card = (input: string, output: string, validTo: string | null, model: string | null = null) =>
  ListPrice.parse({
    ...{ platform: "deepseek", upstreamId: "nano", tier: "standard", prices: { input, output }, validFrom: null, validTo, model },
    ...{ sourceUrl: "https://deepseek.example", observedOn: "2026-10-20", confidence: "high" },
  });
const ROSE = [card("0.435", "0.87", "2026-08-16"), card("0.66", "1.98", null)];
const FELL = [card("5", "30", "2026-08-21"), card("4", "20", null)];
const HALF = (_: string, tier: string) => (tier === "flex" ? 5_000 : null);
const judged = (lines: readonly [string, ...string[]], listPrices: readonly ListPrice[]) => {
  const { row, rows } = aDoubtableMarket("deepseek/nano", lines);
  return beforeChange(row, rows, { ...CURATED_DOUBTS, listPrices, tierShareBps: HALF });
};

const NOW = "deepseek transcribed fresh 0.66/1.98";
const CUT = "deepseek transcribed fresh 4/20";

test.each([
  ["another seller", ["zenmux reported aging 0.435/0.87", NOW], ROSE, "2026-08-16"],
  ["a copy of another seller's API", ["llmgateway mirror aging 0.435/0.87", NOW], ROSE, "2026-08-16"],
  ["a price rounded on its way", ["zenmux reported aging 0.4355/0.87", NOW], ROSE, "2026-08-16"],
  ["another tier at the maker, behind a cut", ["deepseek;tier=flex reported aging 2.5/15", CUT], FELL, "2026-08-21"],
] as const)("the maker's price of before its change is doubtful at %s", (_, lines, rows, changedOn) => {
  expect(judged(lines, rows)).toEqual({ rule: "beforeChange", listOffer: "deepseek/nano@deepseek", changedOn });
});

test("where the maker answers the name with a later version, what the name cost before is doubtful too", () => {
  const served = [card("0.435", "0.87", "2026-08-16"), card("0.66", "1.98", null, "deepseek/nano-0813")];
  expect(judged(["llmgateway mirror aging 0.435/0.87"], served)).toEqual({
    rule: "beforeChange",
    listOffer: "deepseek/nano-0813@deepseek",
    changedOn: "2026-08-16",
  });
  expect(judged(["llmgateway mirror aging 0.66/1.98"], served)).toBeNull();
  expect(judged(["llmgateway mirror aging 0.435/0.87"], [served[0] ?? card("1", "1", null)])).toBeNull();
});

test.each([
  ["today's list", ["zenmux reported fresh 0.66/1.98", NOW], ROSE],
  ["a price of its own", ["zenmux reported fresh 0.5/0.9", NOW], ROSE],
  ["the seller's own word", ["baidu own fresh 0.435/0.87", NOW], ROSE],
  ["the list itself", [NOW, "zenmux reported fresh 0.435/0.87"], ROSE],
  ["a seller who did not follow a cut", ["zenmux reported fresh 5/30", CUT], FELL],
  ["a tier that followed it", ["deepseek;tier=flex reported fresh 2/10", CUT], FELL],
  ["a tier of which the maker says no share", ["deepseek;tier=priority reported fresh 10/60", CUT], FELL],
  ["a change that is still ahead", ["zenmux reported fresh 0.435/0.87", NOW], [card("0.435", "0.87", "2026-12-01")]],
  ["a model whose list nobody read", ["zenmux reported fresh 0.435/0.87"], ROSE],
] as const)("no doubt at %s", (_, lines, rows) => {
  expect(judged(lines, rows)).toBeNull();
});
