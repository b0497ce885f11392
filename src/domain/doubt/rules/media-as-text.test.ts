import { expect, test } from "vitest";
import { aDoubtableMarket } from "../../../../tests/builders/a-doubtable-market.ts";
import { mediaAsText } from "./media-as-text.ts";

const BOTH = "openrouter mirror fresh 2/12 imageOutput=120";
const judged = (lines: readonly [string, ...string[]]) => {
  const { row, rivals } = aDoubtableMarket("google/nano-image", lines);
  return mediaAsText(row, rivals);
};

test("a text output at what images cost elsewhere is doubtful, and says what text costs there", () => {
  expect(judged(["google-vertex reported fresh 2/120", BOTH])).toEqual({
    rule: "mediaAsText",
    meter: "imageOutput",
    output: 120_000_000,
    textOutput: 12_000_000,
    otherOffer: "google/nano-image@openrouter",
  });
  expect(judged(["google-vertex mirror fresh 2/64", "openrouter mirror fresh 2/10 audioOutput=64"])).toMatchObject({
    meter: "audioOutput",
  });
});

test.each([
  ["a text price", ["edenai mirror fresh 2/12", BOTH]],
  ["another price", ["edenai mirror fresh 2/100", BOTH]],
  ["the platform's own word", ["azure own fresh 2/120", BOTH]],
  ["a card that names images too", ["edenai reported fresh 2/120 imageOutput=120", BOTH]],
  ["speech at the price of text", ["kilo mirror fresh 0.6/2.4", "openrouter mirror fresh 0.6/2.4 audioOutput=2.4"]],
  ["nobody who names both", ["google-vertex reported fresh 2/120", "openrouter mirror fresh 2/12"]],
] as const)("no doubt at %s", (_, lines) => {
  expect(judged(lines)).toBeNull();
});
