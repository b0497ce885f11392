import { expect, test } from "vitest";
import { aSeller } from "../../../../tests/builders/a-schedule.ts";
import { anOffer } from "../../../../tests/builders/an-offer.ts";
import { longestPrompt, withPromptLimit } from "./longest-prompt.ts";

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

test.each([
  ["its own", 400_000, 128_000, 272_000, 128_000],
  ["the model's", 400_000, undefined, 272_000, 272_000],
  ["the model's where nobody knows its context", null, undefined, 272_000, 272_000],
  ["none that its context does not reach", 128_000, undefined, 272_000, undefined],
  ["none that its context just reaches", 272_000, 272_000, null, undefined],
  ["none where nobody states one", 400_000, undefined, null, undefined],
])("an offer has %s", (_, contextTokens, maxInputTokens, longest, limit) => {
  const limited = withPromptLimit({ ...anOffer(), contextTokens, maxInputTokens }, longest);
  expect(limited.maxInputTokens).toBe(limit);
  expect("maxInputTokens" in limited).toBe(limit !== undefined);
});
