import { expect, test } from "vitest";
import { answerCounts, type ModelAnswer } from "./answer-counts.ts";
import type { Doubt } from "./doubt.ts";

const cacheAboveInput: Doubt = { rule: "cacheAboveInput", cacheRead: 2, input: 1 };
const unknownCurrency: Doubt = { rule: "unknownCurrency", currency: "CNY", figuresAre: "unconverted" };

const answer = (change: Partial<ModelAnswer>): ModelAnswer => ({
  usageRank: null,
  platforms: 3,
  eligiblePlatforms: 1,
  winner: { offerId: "a@openrouter", evidence: "mirror" },
  unconfirmedWinner: "a@openrouter",
  doubts: [[], []],
  ...change,
});

const counts = answerCounts([
  answer({ usageRank: 1, eligiblePlatforms: 3 }),
  answer({
    usageRank: 200,
    unconfirmedWinner: "a@unorouter",
    doubts: [[cacheAboveInput, unknownCurrency], [unknownCurrency], []],
  }),
  answer({
    winner: { offerId: "a@zai", evidence: "transcribed" },
    unconfirmedWinner: "a@zai",
    eligiblePlatforms: 2,
    platforms: 1,
  }),
  answer({ usageRank: 150, winner: null, eligiblePlatforms: 0 }),
  answer({ usageRank: 201, winner: null, unconfirmedWinner: null, eligiblePlatforms: 0, platforms: 1, doubts: [] }),
]);

test("winners are counted by how their price is known", () => {
  expect(counts.models).toBe(5);
  expect(Object.fromEntries(counts.winners)).toEqual({ own: 0, mirror: 2, transcribed: 1, corroborated: 0, reported: 0 });
});

test("an answer changes where an unconfirmed platform wins, or is the only one", () => {
  expect(counts.changed).toBe(2);
});

test("an offer in doubt counts once, and under each rule", () => {
  expect(counts.offersInDoubt).toBe(2);
  expect([...counts.doubts].filter(([, offers]) => offers > 0)).toEqual([
    ["cacheAboveInput", 1],
    ["unknownCurrency", 2],
  ]);
});

test("models are counted by how many platforms may win", () => {
  expect(counts.eligiblePlatforms).toEqual({ none: 2, one: 1, two: 1, threeOrMore: 1 });
});

test("of the two hundred in most use, and of those that two platforms sell, so many have an answer", () => {
  expect(counts.mostUsed).toEqual({ models: 3, answered: 2 });
  expect(counts.soldByTwo).toEqual({ models: 3, answered: 2 });
});
