import { expect, test } from "vitest";
import { aSheet } from "../../../tests/builders/a-sheet.ts";
import { modelAnswer } from "./model-answer.ts";

const doubt = { rule: "cacheAboveInput", cacheRead: 2, input: 1 } as const;

test("a model's answer says who wins, who would with one catalogue's word, and on how many platforms", () => {
  const { rows } = aSheet([
    { platform: "acme", evidence: "transcribed", prices: { input: "3", output: "3" } },
    { platform: "openrouter", evidence: "mirror", prices: { input: "4", output: "4" } },
    { platform: "hostly", evidence: "reported", prices: { input: "1", output: "1" } },
    { platform: "cheaply", evidence: "mirror", prices: { input: "0.1", output: "0.1" }, doubts: [doubt] },
    { platform: "hostly", tier: "free", prices: { input: "0", output: "0" } },
    { platform: "batchly", tier: "batch", prices: { input: "1", output: "1" } },
    { platform: "flo2", prices: { input: "1", output: "1" } },
  ]);
  const { doubts, ...answer } = modelAnswer(rows, 7);
  expect(answer).toEqual({
    usageRank: 7,
    platforms: 4,
    eligiblePlatforms: 2,
    winner: { offerId: "acme/nano@acme", evidence: "transcribed" },
    unconfirmedWinner: "acme/nano@hostly",
  });
  expect(doubts.filter((each) => each.length > 0)).toEqual([[doubt]]);
  expect(doubts).toHaveLength(rows.length);
});

test("a model that one catalogue alone knows has no answer", () => {
  const { rows } = aSheet([{ platform: "hostly", evidence: "reported" }]);
  expect(modelAnswer(rows, null)).toMatchObject({
    winner: null,
    unconfirmedWinner: "acme/nano@hostly",
    eligiblePlatforms: 0,
    platforms: 1,
  });
});
