import fc from "fast-check";
import { expect, test } from "vitest";
import { aTokenLine } from "../../../tests/builders/a-mix-line.ts";
import { aSchedule, aSeller, CARD_5_5 } from "../../../tests/builders/a-schedule.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { Prices } from "../offer/meter.ts";
import type { Sellers } from "../offer/seller.ts";
import { DEFAULT_PURCHASE } from "../purchase/purchase.ts";
import { DEFAULT_RANK_OPTIONS } from "../ranking/cheapest.ts";
import type { AssessedOffer } from "../source/assessed-offer.ts";
import { mixBill } from "./mix.ts";

const sellers: Sellers = new Map([
  ["openrouter", aSeller({ kind: "router", fees: aSchedule({ topUp: [CARD_5_5], byok: { percentBps: 500, allowance: null } }) })],
  [
    "tokenmart",
    aSeller({ kind: "reseller", fees: aSchedule({ bonuses: [{ fromCents: 99_900, bonusBps: 600, firstTopUpOnly: false }] }) }),
  ],
  ["acme", aSeller({ kind: "direct", listMakers: ["acme"] })],
  ["planned", aSeller({ fees: aSchedule({ subscriptionCentsPerMonth: 1_000 }) })],
  ["hostly", aSeller()],
]);
const sold = (model: string, platform: string, input: string, more: Partial<Parameters<typeof anOffer>[0]> = {}) =>
  anOffer({ model, platform, prices: { input, output: "1" }, ...more });
const byModel = (offers: readonly AssessedOffer[]) => Map.groupBy(offers, ({ model }) => model);
const ownPrices = (prices: Record<string, string>) =>
  new Map(Object.entries(prices).map(([id, input]) => [id, Prices.decode({ input })]));

/** The 800M-token table of three models that articles quote. */
const ARTICLE = [
  aTokenLine("anthropic/claude-opus-4.7", 100_000_000, { ownPrices: ownPrices({ openrouter: "5", tokenmart: "4.25" }) }),
  aTokenLine("openai/gpt-5.4", 200_000_000, { ownPrices: ownPrices({ openrouter: "2.5", tokenmart: "2" }) }),
  aTokenLine("google/gemini-3.1-pro-preview", 500_000_000, { ownPrices: ownPrices({ openrouter: "1.1", tokenmart: "0.77" }) }),
];

test("the 800M-token table of three models at the article's prices is $1,635.25 against $1,210.00", () => {
  const { platforms } = mixBill(ARTICLE, { offers: new Map(), sellers }, DEFAULT_RANK_OPTIONS);
  expect(platforms.map(({ platform, landed }) => [platform, landed?.usd.toFixed(2)])).toEqual([
    ["tokenmart", "1210.00"],
    ["openrouter", "1635.25"],
  ]);
});

test("a bonus falls on the whole month: $1,210.00 paid with $999 top-ups at 6 % are $1,141.51", () => {
  const terms = { ...DEFAULT_RANK_OPTIONS, purchase: { ...DEFAULT_PURCHASE, topUpCents: 99_900 } };
  const [first] = mixBill(ARTICLE, { offers: new Map(), sellers }, terms, { only: ["tokenmart"] }).platforms;
  expect(first?.landed?.usd.toFixed(2)).toBe("1141.51");
});

const inOneMillion = (offers: readonly AssessedOffer[]) =>
  mixBill([aTokenLine("acme/nano", 1_000_000)], { offers: byModel(offers), sellers }, DEFAULT_RANK_OPTIONS).platforms[0];

test("a platform is billed at its cheapest offer that counts", () => {
  const offers = [
    sold("acme/nano", "hostly", "2", { region: "eu" }),
    sold("acme/nano", "hostly", "1", { region: "us" }),
    sold("acme/nano", "hostly", "0.5", { contextTokens: 10 }),
    sold("acme/nano", "hostly", "0", { tier: "free" }),
  ];
  expect(inOneMillion(offers)?.lines[0]).toMatchObject({ kind: "priced", offer: { region: "us" }, pinned: null });
});

test("a router is billed at its own offer, and says what a cheaper host would cost", () => {
  const offers = [sold("acme/nano", "openrouter", "2"), sold("acme/nano", "openrouter", "1", { host: "streamlake" })];
  const bill = inOneMillion(offers);
  expect(bill?.landed?.usd).toBeCloseTo(2.11, 12);
  expect(bill?.lines[0]).toMatchObject({ offer: { host: null }, pinned: { usd: 1, offer: { host: "streamlake" } } });
});

test("a router without an offer of its own is billed at its cheapest host", () => {
  const offers = [sold("acme/nano", "openrouter", "2", { host: "a" }), sold("acme/nano", "openrouter", "1", { host: "b" })];
  expect(inOneMillion(offers)?.lines[0]).toMatchObject({ offer: { host: "b" }, pinned: null });
});

test.each([
  ["too short a context", { contextTokens: 10 }, "doesNotFit"],
  ["no input price", { prices: { output: "1" } }, "unpriced"],
  ["a retired offer", { status: "retired" }, "notCurrent"],
  ["a free variant", { tier: "free" }, "free"],
] as const)("%s leaves the line out and says why", (_, more, why) => {
  const offers = [anOffer({ model: "acme/nano", platform: "hostly", ...more })];
  const [bill] = mixBill(
    [aTokenLine("acme/nano", 1_000_000)],
    { offers: byModel(offers), sellers },
    DEFAULT_RANK_OPTIONS,
  ).platforms;
  expect(bill?.landed).toBeNull();
  expect(bill?.lines[0]).toMatchObject({ kind: "excluded", why });
});

test("a held price is billed and marked, after those that were read lately, and splits nothing", () => {
  const offers = [
    sold("acme/nano", "hostly", "1", { status: "held" }),
    sold("acme/nano", "planned", "2"),
    sold("acme/nano", "acme", "3"),
  ];
  const { platforms, split } = mixBill(
    [aTokenLine("acme/nano", 1_000_000)],
    { offers: byModel(offers), sellers },
    DEFAULT_RANK_OPTIONS,
  );
  expect(platforms.map(({ platform, landed, counts }) => [platform, landed?.usd, counts])).toEqual([
    ["acme", 3, true],
    ["planned", 12, true],
    ["hostly", 1, false],
  ]);
  expect(split).toEqual({ usd: 3, upperUsd: 3, subscription: 0, platforms: ["acme"] });
});

test("what is held but would not count anyway is left out for that reason", () => {
  const offers = [anOffer({ model: "acme/nano", platform: "hostly", status: "held", contextTokens: 10 })];
  const [bill] = mixBill(
    [aTokenLine("acme/nano", 1_000_000)],
    { offers: byModel(offers), sellers },
    DEFAULT_RANK_OPTIONS,
  ).platforms;
  expect(bill?.lines[0]).toMatchObject({ kind: "excluded", why: "doesNotFit" });
});

test("a platform that sells only a part has no total and comes after those that sell everything", () => {
  const offers = [sold("acme/nano", "hostly", "9"), sold("acme/mini", "hostly", "9"), sold("acme/nano", "openrouter", "1")];
  const lines = [aTokenLine("acme/nano", 1_000_000), aTokenLine("acme/mini", 1_000_000)];
  const { platforms, split } = mixBill(lines, { offers: byModel(offers), sellers }, DEFAULT_RANK_OPTIONS);
  expect(platforms.map(({ platform, landed }) => [platform, landed?.usd ?? null])).toEqual([
    ["hostly", 18],
    ["openrouter", null],
  ]);
  expect(split).toEqual({ usd: 1.055 + 9, upperUsd: 1.055 + 9, subscription: 0, platforms: ["openrouter", "hostly"] });
});

test("a split says what of it are plans", () => {
  const offers = [sold("acme/nano", "planned", "1"), sold("acme/mini", "hostly", "1"), sold("acme/mini", "acme", "2")];
  const lines = [aTokenLine("acme/nano", 1_000_000), aTokenLine("acme/mini", 1_000_000)];
  const { split } = mixBill(lines, { offers: byModel(offers), sellers }, DEFAULT_RANK_OPTIONS);
  expect(split).toEqual({ usd: 12, upperUsd: 12, subscription: 10, platforms: ["planned", "hostly"] });
});

test("a request that the maker does not take has no list price, with one's own key neither", () => {
  const offers = [sold("acme/nano", "acme", "5", { contextTokens: 1_000 })];
  const bill = mixBill([aTokenLine("acme/nano", 1_000_000)], { offers: byModel(offers), sellers }, DEFAULT_RANK_OPTIONS);
  expect([bill.listUsd, bill.ownKeys]).toEqual([null, []]);
});

test("what a contract prices needs no offer, and the list bill stays what we read", () => {
  const line = aTokenLine("acme/nano", 1_000_000, { ownPrices: ownPrices({ acme: "1", hostly: "0.4" }) });
  const bill = mixBill([line], { offers: byModel([sold("acme/nano", "acme", "5")]), sellers }, DEFAULT_RANK_OPTIONS);
  expect(bill.platforms.map(({ platform, landed }) => [platform, landed?.usd])).toEqual([
    ["hostly", 0.4],
    ["acme", 1],
  ]);
  expect(bill.listUsd).toBe(5);
});

test("your own key costs list and the platform's share of it", () => {
  const line = aTokenLine("acme/nano", 1_000_000);
  const { ownKeys } = mixBill([line], { offers: byModel([sold("acme/nano", "acme", "100")]), sellers }, DEFAULT_RANK_OPTIONS);
  expect(ownKeys.map(({ platform, landed }) => [platform, landed.usd])).toEqual([["openrouter", 105]]);
});

test("nothing is sold nowhere", () => {
  expect(mixBill([aTokenLine("acme/nano", 1)], { offers: new Map(), sellers }, DEFAULT_RANK_OPTIONS)).toEqual({
    platforms: [],
    split: null,
    direct: null,
    clouds: null,
    listUsd: null,
    ownKeys: [],
    requests: 1 / 2_000,
  });
});

const PLATFORMS = ["openrouter", "tokenmart", "planned", "hostly"];
const market = fc.uniqueArray(
  fc.record({
    platform: fc.constantFrom(...PLATFORMS),
    model: fc.constantFrom("acme/nano", "acme/mini", "acme/maxi"),
    cents: fc.integer({ min: 1, max: 3_000 }),
  }),
  { selector: ({ platform, model }) => `${model}@${platform}`, minLength: 1 },
);
const requests = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 3, maxLength: 3 });
const billOf = (offers: readonly { platform: string; model: string; cents: number }[], sizes: readonly number[]) =>
  mixBill(
    ["acme/nano", "acme/mini", "acme/maxi"].map((model, index) => ({
      model,
      workload: aWorkload({ requests: sizes[index] ?? 0 }),
      promptTokens: null,
      ownPrices: new Map(),
    })),
    { offers: byModel(offers.map(({ platform, model, cents }) => sold(model, platform, String(cents / 100)))), sellers },
    DEFAULT_RANK_OPTIONS,
  );

test("splitting never costs more than the cheapest single platform, and the parts sum to the total", () => {
  let complete = 0;
  fc.assert(
    fc.property(market, requests, (offers, sizes) => {
      const { platforms, split } = billOf(offers, sizes);
      for (const { landed } of platforms) {
        if (landed === null) continue;
        complete += 1;
        expect(split?.usd ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(landed.usd + 1e-9);
        expect(Object.values(landed.parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(landed.usd, 9);
      }
    }),
  );
  expect(complete).toBeGreaterThan(0);
});

test("the order of the offers never matters", () => {
  fc.assert(
    fc.property(market, requests, (offers, sizes) => {
      expect(billOf(offers.toReversed(), sizes)).toEqual(billOf(offers, sizes));
    }),
  );
});

test("a month of a region is billed at that region's offers, against the maker's list wherever that is", () => {
  const offers = [
    sold("acme/nano", "acme", "4"),
    sold("acme/nano", "hostly", "2", { region: "us-east-1", regionGroup: "us" }),
    sold("acme/nano", "hostly", "5", { region: "eu-west-1", regionGroup: "eu" }),
    sold("acme/nano", "planned", "1"),
  ];
  const bill = (group: string) =>
    mixBill([aTokenLine("acme/nano", 1_000_000)], { offers: byModel(offers), sellers }, DEFAULT_RANK_OPTIONS, {
      isWanted: ({ regionGroup }) => regionGroup === group,
    });
  expect(bill("eu").platforms.map(({ platform, parts }) => [platform, parts.input])).toEqual([["hostly", 5]]);
  expect(bill("us").platforms.map(({ platform, parts }) => [platform, parts.input])).toEqual([["hostly", 2]]);
  expect(bill("eu").listUsd).toBe(4);
  expect(bill("eu").ownKeys).toEqual([]);
  expect(bill("apac").platforms).toEqual([]);
});
