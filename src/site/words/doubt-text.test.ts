import { expect, test } from "vitest";
import { DOUBT_RULES, type Doubt } from "../../domain/doubt/doubt.ts";
import { SOURCE_IDS } from "../../domain/source/sources.ts";
import { doubtText } from "./doubt-text.ts";

const seller = { monthUsd: 191.25, otherMonthUsd: 1_800, otherOffer: "a/b@c" };
const market = { monthUsd: 6_000, medianUsd: 14.55, sellers: 18 };
const SAID: Readonly<Record<Doubt["rule"], readonly [Doubt, string]>> = {
  underFirstHand: [
    { rule: "underFirstHand", ...seller },
    "$191.25 for chat, under half of $1,800, the lowest price a platform itself names",
  ],
  underMarket: [{ rule: "underMarket", ...market }, "$6,000 for chat, where 18 other sellers ask $14.55 in the middle"],
  overMarket: [{ rule: "overMarket", ...market }, "$6,000 for chat, where 18 other sellers ask $14.55 in the middle"],
  underEverySeller: [
    { rule: "underEverySeller", meter: "input", price: 192_000, otherPrice: 2_000_000, otherOffer: "a/b@c" },
    "input of $0.192, others ask from $2.00 on",
  ],
  underList: [
    { rule: "underList", ...seller },
    "$191.25 for chat, far under the maker’s $1,800, and nobody else runs this model",
  ],
  unitSlip: [
    { rule: "unitSlip", meter: "input", price: 1_000, factor: { kind: "powerOfTen", times: 1_000 }, sellers: 3 },
    "input of $0.001: 3 sellers ask 1,000× that: another unit?",
  ],
  cacheAboveInput: [
    { rule: "cacheAboveInput", cacheRead: 2_000_000, input: 1_000_000 },
    "cached input at $2.00 costs more than input at $1.00",
  ],
  cheaperTier: [
    { rule: "cheaperTier", promptTokensAbove: 200_000, meter: "output", above: 1, below: 2 },
    "output is cheaper above 200,000 tokens than below",
  ],
  unknownCurrency: [
    { rule: "unknownCurrency", currency: "CNY", figuresAre: "unconverted" },
    "it bills in CNY, and the figures stand unconverted as dollars",
  ],
  newerReading: [
    { rule: "newerReading", source: "models.dev", readAt: "2026-09-30T00:00:00Z", prices: { input: 1_000_000, output: null } },
    "a newer reading says $1.00 in · unknown out: models.dev, 30 Sep 2026",
  ],
  noLongerServed: [{ rule: "noLongerServed", source: "models.dev" }, "no longer sold there"],
  notInNewerList: [
    { rule: "notInNewerList", source: "pi-ai", readAt: "2026-11-20T10:00:00Z" },
    "no longer sold there, 20 Nov 2026",
  ],
  beforeChange: [
    { rule: "beforeChange", listOffer: "a/b@c", changedOn: "2026-08-16" },
    "the maker’s price of before 16 Aug 2026",
  ],
  globalInRegion: [
    { rule: "globalInRegion", globalOffer: "a/b@c;region=global", geoOffer: "a/b@c;region=us" },
    "the price of a global call: a single region costs more",
  ],
  homeMarketPrice: [
    { rule: "homeMarketPrice", homeOffer: "a/b@c-cn", listOffer: "a/b@c" },
    "the maker’s price in its home market, asked outside it",
  ],
  batchAsStandard: [{ rule: "batchAsStandard", batchOffer: "a/b@c" }, "the maker’s batch price as the standard one"],
  mediaAsText: [
    { rule: "mediaAsText", meter: "imageOutput", output: 120_000_000, textOutput: 12_000_000, otherOffer: "a/b@c" },
    "an image price of $120.00 as text output, which costs $12.00",
  ],
};

test.each(DOUBT_RULES)("%s is said in words", (rule) => {
  const [doubt, words] = SAID[rule];
  expect(doubtText(doubt)).toBe(`in doubt: ${words}`);
});

test.each(SOURCE_IDS)("a newer reading of %s is said, whatever its page", (source) => {
  const doubt = { rule: "newerReading", source, readAt: "2026-09-30T00:00:00Z", prices: { input: 1, output: 1 } } as const;
  expect(doubtText(doubt)).toMatch(/30 Sep 2026$/);
});

test("a platform's own page and its API are the platform itself, what somebody copied has his name", () => {
  const doubt = {
    rule: "newerReading",
    readAt: "2026-09-30T00:00:00Z",
    prices: { input: 1_000_000, output: 2_000_000 },
  } as const;
  const said = (["vercel-models", "openai-pricing", "litellm"] as const).map((source) => doubtText({ ...doubt, source }));
  expect(said).toEqual([
    "in doubt: a newer reading says $1.00 in · $2.00 out: the platform itself, 30 Sep 2026",
    "in doubt: a newer reading says $1.00 in · $2.00 out: the platform itself, 30 Sep 2026",
    "in doubt: a newer reading says $1.00 in · $2.00 out: LiteLLM, 30 Sep 2026",
  ]);
});

test("what is gone from a list that a platform resells says so", () => {
  const doubt = { rule: "notInNewerList", source: "pi-ai", readAt: "2026-11-20T10:00:00Z", listOf: "openrouter" } as const;
  expect(doubtText(doubt)).toBe("in doubt: no longer in the list it resells, 20 Nov 2026");
});
