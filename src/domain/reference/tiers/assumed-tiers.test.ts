import { expect, test } from "vitest";
import { aSeller } from "../../../../tests/builders/a-schedule.ts";
import { anOffer, type OfferOverrides } from "../../../../tests/builders/an-offer.ts";
import { Prices } from "../../offer/meter.ts";
import { assumedTiers, listCards } from "./assumed-tiers.ts";

const sellers = new Map([
  ["acme", aSeller({ listMakers: ["acme"], kind: "direct" })],
  ["hostly", aSeller({ kind: "router" })],
  ["housed", aSeller({ kind: "host" })],
]);
/** GPT-5.4's card: twice the input and one and a half times the output above 272,000 tokens. */
const list = anOffer({
  platform: "acme",
  prices: { input: "2.5", output: "15", cacheRead: "0.25" },
  conditions: [
    { promptTokensAbove: 272_000, prices: { input: "5", output: "22.5", cacheRead: "0.5" } },
    { utc: ["01:00", "04:00"], prices: { output: "7" } },
  ],
});

const assumed = (overrides: OfferOverrides, openWeights: boolean | null = false, cards: typeof list | null = list) =>
  assumedTiers(anOffer({ evidence: "mirror", ...overrides }), cards, openWeights, sellers).map(
    ({ promptTokensAbove, prices }) => [promptTokensAbove, Prices.encode(prices)],
  );

test.each<[string, Record<string, string>, Record<string, string>]>([
  ["at list", { input: "2.5", output: "15", cacheRead: "0.25" }, { input: "5", output: "22.5", cacheRead: "0.5" }],
  ["at a discount", { input: "2", output: "12" }, { input: "4", output: "18" }],
  ["a meter the list does not name", { input: "2.5", output: "15", cacheWrite5m: "3" }, { input: "5", output: "22.5" }],
  ["rounded up to the millionth", { input: "2.5", output: "0.000001" }, { input: "5", output: "0.000002" }],
  ["to the millionth", { input: "0.000001", output: "0.000001" }, { input: "0.000002", output: "0.000002" }],
])("a copy without a card for long prompts has the maker’s multiples: %s", (_, prices, tier) => {
  expect(assumed({ prices })).toEqual([[272_000, tier]]);
  expect(assumed({ prices, evidence: "reported" }, null)).toEqual([[272_000, tier]]);
});

test("a router that somebody read at the maker’s own price passes on the maker’s long prompts; a host or another price says all there is", () => {
  const prices = { input: "2.5", output: "15" };
  expect(assumed({ prices, evidence: "transcribed" })).toEqual([[272_000, { input: "5", output: "22.5" }]]);
  expect(assumed({ prices, evidence: "own" })).toEqual([]);
  expect(assumed({ prices, evidence: "transcribed", platform: "housed" })).toEqual([]);
  expect(assumed({ prices: { ...prices, input: "2.6" }, evidence: "transcribed" })).toEqual([]);
});

test.each<[string, OfferOverrides, boolean | null, typeof list | null]>([
  ["open weights, which hosts price themselves", {}, true, list],
  ["a platform's own word", { evidence: "own" }, false, list],
  ["a row of its page", { evidence: "transcribed" }, false, list],
  ["the maker itself", { platform: "acme" }, false, list],
  ["a card for long prompts of its own", { conditions: [{ promptTokensAbove: 1, prices: { input: "9" } }] }, false, list],
  ["a context that ends there", { contextTokens: 272_000 }, false, list],
  ["what is free", { tier: "free" }, false, list],
  ["a list without such a card", {}, false, anOffer({ platform: "acme" })],
  ["an offer without prices", { prices: {} }, false, list],
  ["no list price", {}, false, null],
])("nothing is assumed of %s", (_, overrides, openWeights, cards) => {
  expect(assumed(overrides, openWeights, cards)).toEqual([]);
});

test("a window of the hours does not stand in for a card for long prompts", () => {
  const prices = { input: "2.5", output: "15" };
  expect(assumed({ prices, conditions: [{ utc: ["01:00", "04:00"], prices: { input: "1" } }] })).toHaveLength(1);
});

const tiered = (overrides: OfferOverrides) =>
  anOffer({ conditions: [{ promptTokensAbove: 32_000, prices: { input: "9" } }], ...overrides });
const confirmed = anOffer({ platform: "acme", evidence: "transcribed" });
const copied = tiered({ platform: "acme", evidence: "corroborated" });
const headline = tiered({ platform: "openrouter", evidence: "mirror" });
const vercel = tiered({ platform: "hostly", evidence: "mirror" });
const reseller = tiered({ platform: "cheap", evidence: "reported" });
const inDoubt = { rule: "cacheAboveInput", cacheRead: 2, input: 1 } as const;
const without = anOffer({ platform: "acme", evidence: "corroborated" });

test.each<[string, readonly (typeof list)[], typeof list | null]>([
  ["the maker’s confirmed list decides, though it names no card for long prompts", [headline, confirmed], confirmed],
  ["without one what catalogues give for it", [headline, copied], copied],
  ["where they name no such card OpenRouter’s own price", [headline, without], headline],
  ["a host behind OpenRouter says nothing of the model", [tiered({ platform: "openrouter", host: "deepinfra" }), without], null],
  ["nor does a batch price", [tiered({ platform: "openrouter", tier: "batch" })], null],
  ["where neither sells it, the seller whose price is known best", [reseller, vercel], vercel],
  ["but not past OpenRouter, which names none", [vercel, anOffer({ platform: "openrouter" })], null],
  ["nor an offer that is in doubt", [{ ...vercel, doubts: [inDoubt] }], null],
  ["nobody names one", [without, anOffer({ platform: "openrouter" })], null],
])("%s", (_, offers, cards) => {
  for (const each of [offers, offers.toReversed()]) expect(listCards(each, "acme", sellers)).toBe(cards);
});
