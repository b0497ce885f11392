import { expect, test } from "vitest";
import { aDoubtableMarket } from "../../../../tests/builders/a-doubtable-market.ts";
import { globalInRegion } from "./global-in-region.ts";

const judged = (lines: readonly [string, ...string[]]) => {
  const { row, rows } = aDoubtableMarket("anthropic/nano", lines);
  return globalInRegion(row, rows);
};
const GLOBAL = "amazon-bedrock;region=global reported fresh 5/25";
const US = "amazon-bedrock;region=us reported fresh 5.5/27.5";

test("the global price of Bedrock is doubtful for a call in one region, where a geography costs more", () => {
  expect(judged(["amazon-bedrock corroborated aging 5/25", GLOBAL, US])).toEqual({
    rule: "globalInRegion",
    globalOffer: "anthropic/nano@amazon-bedrock;region=global",
    geoOffer: "anthropic/nano@amazon-bedrock;region=us",
  });
});

test.each([
  ["a tenth more", ["amazon-bedrock reported fresh 5.5/27.5", GLOBAL, US]],
  ["one price everywhere", ["amazon-bedrock reported fresh 5/25", GLOBAL, "amazon-bedrock;region=us reported fresh 5/25"]],
  ["no global profile", ["amazon-bedrock reported fresh 5/25", US]],
  [
    "a dearer government region alone",
    ["amazon-bedrock reported fresh 5/25", GLOBAL, "amazon-bedrock;region=us-gov reported fresh 6/30"],
  ],
  ["AWS's own word", ["amazon-bedrock transcribed fresh 5/25", GLOBAL, US]],
  ["the global profile itself", [GLOBAL, "amazon-bedrock reported fresh 5/25", US]],
  ["another platform", ["azure reported fresh 5/25", GLOBAL, US]],
] as const)("no doubt at %s", (_, lines) => {
  expect(judged(lines)).toBeNull();
});
