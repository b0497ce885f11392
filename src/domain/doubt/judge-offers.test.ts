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

test("what a newer copy of the list leaves out, or its catalogue marks, is in doubt, free or not; what is withdrawn is not asked", () => {
  const source = { id: "pi-ai", url: "https://example.com", readAt: "2026-11-20T00:00:00Z", hand: "second" } as const;
  const context = {
    ...CURATED_DOUBTS,
    listCopies: new Map([["kilo", { source: source.id, readAt: source.readAt, tiers: new Set(["standard", "free"] as const) }]]),
  };
  const [kilo, free] = ["kilo mirror fresh 5/25", "kilo;tier=free mirror fresh 0/0"].map((line) => ({
    ...aDoubtableOffer("anthropic/nano", line),
    source: { ...source, id: "models.dev", readAt: "2026-09-30T00:00:00Z" } as const,
  }));
  if (kilo === undefined || free === undefined) throw new Error("two lines are two offers");
  const marked = { ...aDoubtableOffer("anthropic/nano", "azure reported fresh 5/25"), note: "models.dev marks it deprecated" };
  const withdrawn = { ...kilo, id: "withdrawn", status: "retired" } as const;
  const model = { openWeights: false, tools: true, outputModalities: ["text"] };
  const rules = [...judgeOffers([kilo, free, marked, withdrawn], model, context)].map(([id, doubts]) => [
    id,
    doubts.map(({ rule }) => rule),
  ]);
  expect(Object.fromEntries(rules)).toEqual({
    [kilo.id]: ["notInNewerList"],
    [free.id]: ["notInNewerList"],
    [marked.id]: ["noLongerServed"],
    withdrawn: [],
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
