import { expect, test } from "vitest";
import { aSeller } from "../../../../tests/builders/a-schedule.ts";
import { anOffer } from "../../../../tests/builders/an-offer.ts";
import { longestPrompt } from "./longest-prompt.ts";

const sellers = new Map([["acme", aSeller({ listMakers: ["acme"], kind: "direct" })]]);
type Row = readonly [platform: string, maxInputTokens?: number, status?: "retired"];
const offersOf = (rows: readonly Row[]) =>
  rows.map(([platform, maxInputTokens, status]) => ({
    ...anOffer(status === undefined ? { platform } : { platform, status }),
    maxInputTokens,
  }));

test.each<[string, readonly Row[], boolean | null, number | null]>([
  [
    "what the maker states",
    [
      ["acme", 272_000],
      ["hostly", 128_000],
    ],
    false,
    272_000,
  ],
  ["of open weights too", [["acme", 272_000], ["hostly"]], true, 272_000],
  ["none where the maker states none", [["acme"], ["hostly", 272_000], ["quick", 272_000]], false, null],
  [
    "the greatest that two platforms state where the maker sells it no more",
    [["hostly", 272_000], ["quick", 128_000], ["nano"]],
    false,
    272_000,
  ],
  [
    "the same where the maker has withdrawn it",
    [
      ["acme", 90_000, "retired"],
      ["hostly", 272_000],
      ["quick", 272_000],
    ],
    false,
    272_000,
  ],
  ["none where one platform alone states it", [["hostly", 272_000], ["hostly", 128_000], ["nano"]], false, null],
  [
    "none of open weights, which each host runs as it likes",
    [
      ["hostly", 180_000],
      ["quick", 180_000],
    ],
    true,
    null,
  ],
  [
    "none of weights nobody knows of",
    [
      ["hostly", 180_000],
      ["quick", 180_000],
    ],
    null,
    null,
  ],
  ["none where nobody states one", [["hostly"], ["quick"]], false, null],
])("the longest prompt is %s", (_, rows, openWeights, longest) => {
  expect(longestPrompt(offersOf(rows), openWeights, sellers)).toBe(longest);
});
