import { expect, test } from "vitest";
import { pricedMonth } from "../../../tests/builders/a-priced-month.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { isPromptCondition, isWindowCondition } from "../offer/condition.ts";
import { monthCost, problemOf, usdPerRequest } from "./landed-cost.ts";

const opus = { input: "5", output: "25", cacheRead: "0.5", cacheWrite5m: "6.25", cacheWrite1h: "10" };

test("a chat month at Opus prices costs $1,800, each part where it belongs", () => {
  const month = pricedMonth(
    anOffer({ prices: opus }),
    aWorkload({ requests: 100_000, inputTokens: 2_000, outputTokens: 500, cachedShare: 0.5 }),
  );
  expect(month).toEqual({
    kind: "priced",
    usd: 1800,
    parts: { input: 500, cacheRead: 50, cacheWrite: 0, output: 1250, request: 0, webSearch: 0 },
    assumptions: [],
  });
});

test.each([
  { name: "cached at a tenth, writes for nothing extra", cacheWriteShare: 0, cacheWriteTtl: "5m", multiple: 0.37 },
  { name: "the rest written for five minutes", cacheWriteShare: 0.3, cacheWriteTtl: "5m", multiple: 0.445 },
  { name: "the rest written for an hour", cacheWriteShare: 0.3, cacheWriteTtl: "1h", multiple: 0.67 },
] as const)("70 % of the input $name costs $multiple of plain input", ({ multiple, ...shares }) => {
  const workload = aWorkload({ requests: 1_000_000, cachedShare: 0.7, ...shares });
  expect(pricedMonth(anOffer({ prices: opus }), workload).usd).toBeCloseTo(5_000 * multiple, 9);
});

test.each([
  { what: "a Mixtral chatbot", input: "0.5", output: "0.5", inputTokens: 400, outputTokens: 1_800, usd: 1.1 },
  { what: "GPT-4 Turbo articles", input: "10", output: "30", inputTokens: 25, outputTokens: 100, usd: 3.25 },
  { what: "CodeLlama snippets", input: "0.6", output: "0.6", inputTokens: 2, outputTokens: 8, usd: 0.006 },
  { what: "15M prompt tokens a day at $0.50", input: "0.5", output: "1", inputTokens: 15_000, outputTokens: 0, usd: 7.5 },
])("$what cost $usd", ({ input, output, inputTokens, outputTokens, usd }) => {
  expect(pricedMonth(anOffer({ prices: { input, output } }), aWorkload({ inputTokens, outputTokens })).usd).toBe(usd);
});

test.each([
  [272_000, 0.68, 0.0225],
  [300_000, 1.5, 0.03375],
])("GPT-5.4 bills a prompt of %i tokens whole at its tier", (inputTokens, input, output) => {
  const gpt54 = anOffer({
    prices: { input: "2.5", output: "15" },
    conditions: [{ promptTokensAbove: 272_000, prices: { input: "5", output: "22.5" } }],
  });
  const { parts } = pricedMonth(gpt54, aWorkload({ requests: 1, inputTokens, outputTokens: 1_500 }));
  expect(parts).toMatchObject({ input, output });
});

test("a tier follows the whole prompt, cached part included", () => {
  const offer = anOffer({
    prices: { input: "2", output: "12", cacheRead: "0.2" },
    conditions: [{ promptTokensAbove: 200_000, prices: { input: "4", output: "18", cacheRead: "0.4" } }],
  });
  const { usd } = pricedMonth(offer, aWorkload({ requests: 1, inputTokens: 250_000, cachedShare: 0.9 }));
  expect(usd).toBeCloseTo(0.25 * (0.1 * 4 + 0.9 * 0.4), 12);
});

test.each([
  { prices: { input: "1", output: "2" }, shares: { cachedShare: 0.5 }, usd: 1, assumed: ["cacheReadBilledAsInput"] },
  { prices: { input: "1", output: "2" }, shares: { cacheWriteShare: 0.5 }, usd: 1, assumed: ["cacheWriteBilledAsInput"] },
  {
    prices: { input: "1", output: "2", cacheWrite5m: "1.25" },
    shares: { cacheWriteShare: 0.5, cacheWriteTtl: "1h" as const },
    usd: 1.125,
    assumed: ["cacheWrite1hBilledAs5m"],
  },
  { prices: { input: "1", output: "2", cacheRead: "0" }, shares: { cachedShare: 1 }, usd: 0, assumed: [] },
  { prices: { input: "1", output: "2", reasoning: "2" }, shares: {}, usd: 1, assumed: [] },
  { prices: { input: "1", output: "2", reasoning: "4" }, shares: {}, usd: 1, assumed: ["reasoningBilledAsOutput"] },
])("$prices with $shares is $usd and says $assumed", ({ prices, shares, usd, assumed }) => {
  const month = pricedMonth(anOffer({ prices }), aWorkload(shares));
  expect(month.usd).toBeCloseTo(usd, 12);
  expect(month.assumptions).toEqual(assumed);
});

test("a meter nobody could read is said", () => {
  expect(pricedMonth(anOffer({ unreadMeters: ["surprise_fee"] }), aWorkload()).assumptions).toEqual(["unreadMeters"]);
});

test("a prompt longer than a copy has prices for bills at the maker’s multiples, and the month says so; a shorter one does not", () => {
  const [tier] = anOffer({ conditions: [{ promptTokensAbove: 272_000, prices: { input: "5", output: "22.5" } }] }).conditions;
  if (tier === undefined || !isPromptCondition(tier)) throw new Error("no tier");
  const offer = { ...anOffer({ prices: { input: "2.5", output: "15" } }), assumedTiers: [tier] };
  const requests = { requests: 1, outputTokens: 1_000 };
  expect(pricedMonth(offer, aWorkload({ ...requests, inputTokens: 272_000 }))).toMatchObject({ usd: 0.695, assumptions: [] });
  expect(pricedMonth(offer, aWorkload({ ...requests, inputTokens: 300_000 }))).toMatchObject({
    ...{ usd: 1.5225, assumptions: ["longPromptAtMakersMultiple"] },
  });
});

test("the share that can wait is billed at the batch card", () => {
  const batch = anOffer({ tier: "batch", prices: { input: "0.5", output: "1" } });
  expect(pricedMonth(anOffer(), aWorkload({ batchShare: 0.4 }), batch).usd).toBeCloseTo(0.6 + 0.2, 12);
  expect(pricedMonth(anOffer(), aWorkload({ batchShare: 1 }), batch)).toMatchObject({ usd: 0.5, assumptions: [] });
});

test.each([
  ["no batch card", null],
  ["a batch card without a price", anOffer({ tier: "batch", prices: {} })],
])("with %s the waiting share is billed at standard, and said", (_, batch) => {
  expect(pricedMonth(anOffer(), aWorkload({ batchShare: 0.4 }), batch)).toMatchObject({
    usd: 1,
    assumptions: ["batchBilledAsStandard"],
  });
});

test("what would wait for a batch that costs more is billed as standard, and said", () => {
  const dear = anOffer({ tier: "batch", prices: { input: "1.5", output: "1" } });
  const chatty = aWorkload({ batchShare: 1, outputTokens: 0 });
  expect(pricedMonth(anOffer(), chatty, dear)).toMatchObject({
    usd: pricedMonth(anOffer(), { ...chatty, batchShare: 0 }).usd,
    assumptions: ["batchDearerThanStandard"],
  });
});

test("work that can wait is priced by the batch card alone where standard has no price", () => {
  const batch = anOffer({ tier: "batch", prices: { input: "0.5", output: "1" } });
  const unpriced = anOffer({ prices: {} });
  expect(monthCost(unpriced, aWorkload({ batchShare: 1 }), batch)).toMatchObject({ usd: 0.5 });
  expect(monthCost(unpriced, aWorkload({ batchShare: 0.5 }), batch)).toMatchObject({ kind: "unpriced" });
});

test("a batch offer by itself makes every request wait, and says so", () => {
  expect(pricedMonth(anOffer({ tier: "batch" }), aWorkload({ batchShare: 0.4 }))).toMatchObject({
    usd: 1,
    assumptions: ["allRequestsWait"],
  });
});

test.each([
  { missing: { prices: { output: "1" } }, month: { kind: "unpriced", meter: "input", why: "unknown" } },
  {
    missing: { prices: { output: "1" }, gaps: { input: "otherUnit" } },
    month: { kind: "unpriced", meter: "input", why: "otherUnit" },
  },
  {
    missing: { prices: { input: "1" }, gaps: { output: "notSold" } },
    month: { kind: "unpriced", meter: "output", why: "notSold" },
  },
] as const)("a missing price is a gap with a reason, not a zero: $month", ({ missing, month }) => {
  expect(monthCost(anOffer({ ...missing }), aWorkload({ outputTokens: 1 }), null)).toEqual(month);
});

test("free is a price", () => {
  expect(pricedMonth(anOffer({ tier: "free", prices: { input: "0", output: "0" } }), aWorkload({ outputTokens: 10 })).usd).toBe(
    0,
  );
});

test("an embedding model needs no output price for work without output", () => {
  expect(pricedMonth(anOffer({ prices: { input: "1" } }), aWorkload()).usd).toBe(1);
});

test.each([
  [{ amount: "0.005", per: "request" }, 0.005],
  [{ amount: "5", per: "1000 requests" }, 0.005],
  [{ amount: "5", per: "1,000 requests" }, 0.005],
])("a price of %j is $%d a call", (request, usd) => {
  expect(usdPerRequest({ request })).toBe(usd);
  expect(pricedMonth(anOffer({ unitPrices: { request } }), aWorkload()).parts.request).toBeCloseTo(1_000 * usd, 12);
});

const peaks = [
  { utc: ["01:00", "04:00"] as const, days: ["mon", "tue", "wed", "thu", "fri"], prices: { input: "2" } },
  { utc: ["06:00", "10:00"] as const, days: ["mon", "tue", "wed", "thu", "fri"], prices: { input: "2" } },
];
const discounts = [{ utc: ["16:00", "00:00"] as const, prices: { input: "0.5" } }];

test.each([
  { name: "peak windows by the clock", conditions: peaks, peakShare: null, usd: 1 + 35 / 168 },
  { name: "all in the peak", conditions: peaks, peakShare: 1, usd: 2 },
  { name: "none in the peak", conditions: peaks, peakShare: 0, usd: 1 },
  { name: "a quarter in the peak", conditions: peaks, peakShare: 0.25, usd: 1.25 },
  { name: "discount windows by the clock", conditions: discounts, peakShare: null, usd: 1 - 0.5 / 3 },
  { name: "all outside the discount", conditions: discounts, peakShare: 1, usd: 1 },
  { name: "all inside the discount", conditions: discounts, peakShare: 0, usd: 0.5 },
  {
    name: "windows that leave no hour out weigh by the clock",
    conditions: [...discounts, { utc: ["00:00", "16:00"] as const, prices: { input: "2" } }],
    peakShare: 1,
    usd: 0.5 / 3 + 4 / 3,
  },
])("$name: $usd", ({ conditions, peakShare, usd }) => {
  const month = pricedMonth(anOffer({ conditions }), aWorkload({ peakShare }));
  expect(month.usd).toBeCloseTo(usd, 12);
  expect(month.assumptions).toEqual(["windowsWeighted"]);
});

test("a router’s copy that names no hours bills the maker’s, and the month says so", () => {
  const assumedWindows = anOffer({ conditions: peaks }).conditions.filter(isWindowCondition);
  const month = pricedMonth({ ...anOffer(), assumedWindows }, aWorkload());
  expect(month.usd).toBeCloseTo(1 + 35 / 168, 12);
  expect(month.assumptions).toEqual(["windowsWeighted", "hoursAsAtMaker"]);
});

test("a window without a price leaves the month without one", () => {
  const offer = anOffer({ prices: { output: "1" }, conditions: discounts });
  expect(monthCost(offer, aWorkload(), null)).toMatchObject({ kind: "unpriced", meter: "input" });
});

test.each([
  [
    { cachedShare: 0.7, cacheWriteShare: 0.4 },
    { field: "cacheWriteShare", problem: "sharesAboveOne" },
  ],
  [{ cachedShare: 1.2 }, { field: "cachedShare", problem: "notAShare" }],
  [{ batchShare: Number.NaN }, { field: "batchShare", problem: "notAShare" }],
  [{ peakShare: -0.1 }, { field: "peakShare", problem: "notAShare" }],
  [{ requests: -1 }, { field: "requests", problem: "notACount" }],
  [{ outputTokens: 1.5 }, { field: "outputTokens", problem: "notACount" }],
  [{ inputTokens: Number.POSITIVE_INFINITY }, { field: "inputTokens", problem: "notACount" }],
] as const)("%j is a value that names the field, not a throw", (overrides, problem) => {
  expect(monthCost(anOffer(), aWorkload(overrides), null)).toEqual({ kind: "invalid", ...problem });
});

test("shares that sum to 1 but for float noise are fine", () => {
  expect(0.9 + 0.1 + Number.EPSILON).toBeGreaterThan(1);
  expect(problemOf(aWorkload({ cachedShare: 0.9 + Number.EPSILON, cacheWriteShare: 0.1 }))).toBeNull();
});

test("all input cached in a batch without cache prices costs half, not four times as much", () => {
  const standard = anOffer({ prices: opus });
  const batch = anOffer({ tier: "batch", prices: { input: "2.5", output: "12.5" } });
  const workload = aWorkload({ requests: 10_000, inputTokens: 20_000, outputTokens: 100, cachedShare: 1, batchShare: 1 });
  const month = pricedMonth(standard, workload, batch);
  expect(month.parts).toMatchObject({ cacheRead: 100, output: 12.5 });
  expect(month.assumptions).toEqual(["cacheReadFromStandard"]);
  expect(pricedMonth(batch, workload).usd).toBe(512.5);
});

test("writes of both kinds bill each at its own price", () => {
  const workload = aWorkload({ requests: 1_000_000, cacheWriteShare: 0.5, cacheWrite1hShare: 0.2 });
  const month = pricedMonth(anOffer({ prices: opus }), workload);
  expect(month.parts.cacheWrite).toBeCloseTo(1_000_000 * workload.inputTokens * 0.5 * 1e-6 * (0.8 * 6.25 + 0.2 * 10), 6);
});

test.each([
  ["no search that was counted", 0, 5],
  ["the one that it always makes", 1, 5],
  ["30 searches", 30, 150],
])("1,000 requests of a model that searches with each, with %s, bill each search once", (_, webSearches, usd) => {
  const search = { amount: "5", per: "1000 searches" };
  const offer = anOffer({ prices: opus, unitPrices: { webSearch: search, request: { amount: "5", per: "1000 requests" } } });
  const { parts } = pricedMonth(offer, aWorkload({ requests: 1_000, webSearches }));
  expect(parts.request + parts.webSearch).toBeCloseTo(usd, 9);
});

test("a price of a request that is not its search's bills beside every search", () => {
  const search = { amount: "10", per: "1000 searches" };
  const offer = anOffer({ prices: opus, unitPrices: { webSearch: search, request: { amount: "5", per: "1000 requests" } } });
  const { parts } = pricedMonth(offer, aWorkload({ requests: 1_000, webSearches: 2 }));
  expect([parts.request, parts.webSearch]).toEqual([5, 20]);
});

test("web searches join the bill, and one that nobody prices is said to be left out", () => {
  const workload = aWorkload({ requests: 1_000, webSearches: 1.5 });
  const searching = anOffer({ prices: opus, unitPrices: { webSearch: { amount: "10", per: "1000 searches" } } });
  expect(pricedMonth(searching, workload).parts.webSearch).toBe(15);
  expect(pricedMonth(anOffer({ prices: opus }), workload).assumptions).toEqual(["webSearchUnpriced"]);
});
