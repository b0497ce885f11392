import fc from "fast-check";
import { expect, test } from "vitest";
import { aDoubtableOffer, CURATED_DOUBTS } from "../../../tests/builders/a-doubtable-offer.ts";
import { compareDoubts, DOUBT_RULES } from "./doubt.ts";
import { judgeOffers } from "./judge-offers.ts";

const LINES = [
  "anthropic transcribed fresh 5/25 cacheRead=0.5",
  "unorouter reported fresh 0.425/2.125",
  "moark reported fresh 35/175",
  "kilo mirror fresh 5/25",
  "azure reported fresh 5/25",
  "unorouter;tier=free reported fresh 0/0",
] as const;
const offers = LINES.map((line) => aDoubtableOffer("anthropic/nano", line));
const judged = (some: typeof offers) => judgeOffers(some, { openWeights: false }, CURATED_DOUBTS);

test("every offer of a model has its doubts by rule, in one order, or none", () => {
  const rules = [...judged(offers)].map(([id, doubts]) => [id.replace("anthropic/nano@", ""), doubts.map(({ rule }) => rule)]);
  expect(Object.fromEntries(rules)).toEqual({
    anthropic: [],
    unorouter: ["underFirstHand", "underList"],
    moark: ["overMarket", "unknownCurrency"],
    kilo: [],
    azure: [],
    "unorouter;tier=free": [],
  });
});

test("the order of the offers changes nothing", () => {
  const expected = judged(offers);
  fc.assert(
    fc.property(fc.shuffledSubarray(offers, { minLength: offers.length }), (shuffled) => {
      for (const [id, doubts] of judged(shuffled)) expect(doubts).toEqual(expected.get(id));
    }),
  );
});

test("each rule stands once in the order of rules", () => {
  expect(new Set(DOUBT_RULES).size).toBe(DOUBT_RULES.length);
  const [cache, newer] = [
    { rule: "cacheAboveInput", cacheRead: 2, input: 1 },
    { rule: "newerReading", source: "pi-ai", readAt: "2026-11-20T00:00:00Z", prices: { input: 1, output: 1 } },
  ] as const;
  expect([newer, cache].toSorted(compareDoubts)).toEqual([cache, newer]);
});
