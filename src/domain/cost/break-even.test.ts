import fc from "fast-check";
import { expect, test } from "vitest";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import type { ByokFee } from "../platform/fee.ts";
import {
  batchShareBreakEven,
  cacheBreakEvenOf,
  cacheBreakEvenReads,
  lockedMoney,
  ownKeyRange,
  repeatedPrompt,
  requestsForBudget,
} from "./break-even.ts";

test.each([
  ["Anthropic at five minutes", 1.25, 0.1, "0.28"],
  ["Anthropic at one hour", 2, 0.1, "1.11"],
  ["Opus 5.5 at five minutes", 1.25, 0.05, "0.26"],
  ["a free write", 1, 0.5, "0.00"],
  ["a write below input", 0.5, 1, "0.00"],
])("the cache pays for %s after %d·input to write, %d·input to read: %s re-reads", (_, write, read, reads) => {
  expect(cacheBreakEvenReads(write, read)?.toFixed(2)).toBe(reads);
});

test("a cache that is no cheaper to read never pays", () => {
  expect(cacheBreakEvenReads(1.25, 1)).toBeNull();
});

test("at the break-even number of re-reads, caching and sending again cost the same", () => {
  fc.assert(
    fc.property(fc.double({ min: 1.01, max: 4, noNaN: true }), fc.double({ min: 0, max: 0.95, noNaN: true }), (write, read) => {
      const reads = cacheBreakEvenReads(write, read) ?? Number.NaN;
      expect(write + reads * read).toBeCloseTo(1 + reads, 9);
    }),
  );
});

test("the break-even is read off a price card, when it has the prices", () => {
  const { prices } = anOffer({
    prices: { input: "5", output: "25", cacheRead: "0.5", cacheWrite5m: "6.25", cacheWrite1h: "10" },
  });
  expect(cacheBreakEvenOf(prices, "5m")).toBeCloseTo(0.25 / 0.9, 12);
  expect(cacheBreakEvenOf(prices, "1h")).toBeCloseTo(1 / 0.9, 12);
  expect(cacheBreakEvenOf(anOffer().prices, "5m")).toBeNull();
  expect(
    cacheBreakEvenOf(anOffer({ prices: { input: "0", output: "0", cacheRead: "0", cacheWrite5m: "0" } }).prices, "5m"),
  ).toBeNull();
});

test.each([
  [
    { standardUsd: 10, batchUsd: 5 },
    { standardUsd: 8, batchUsd: 8 },
    { kind: "from", batchShare: 0.4, below: "b", above: "a" },
  ],
  [
    { standardUsd: 8, batchUsd: 8 },
    { standardUsd: 10, batchUsd: 5 },
    { kind: "from", batchShare: 0.4, below: "a", above: "b" },
  ],
  [
    { standardUsd: 7, batchUsd: 3 },
    { standardUsd: 8, batchUsd: 8 },
    { kind: "always", cheaper: "a" },
  ],
  [
    { standardUsd: 8, batchUsd: 9 },
    { standardUsd: 8, batchUsd: 8 },
    { kind: "always", cheaper: "b" },
  ],
  [
    { standardUsd: 9, batchUsd: 8 },
    { standardUsd: 8, batchUsd: 8 },
    { kind: "always", cheaper: "b" },
  ],
  [
    { standardUsd: 8, batchUsd: 8 },
    { standardUsd: 8, batchUsd: 8 },
    { kind: "always", cheaper: "equal" },
  ],
])("%j against %j: %j", (a, b, breakEven) => {
  expect(batchShareBreakEven(a, b)).toEqual(breakEven);
});

const byok = (percentBps: number): ByokFee => ({ percentBps, allowance: null });

test.each([
  ["OpenRouter, 5 % beyond $25,000, against 5.5 %", 0.055, byok(500), 25_000, 0, { fromUsd: 0, untilUsd: null }],
  ["a $55 subscription without a fee", 0.055, byok(0), 0, 55, { fromUsd: 1_000, untilUsd: null }],
  ["6 % beyond $1,000 against 5 %", 0.05, byok(600), 1_000, 0, { fromUsd: 0, untilUsd: 6_000 }],
  ["6 % beyond $1,000 and $20 against 5 %", 0.05, byok(600), 1_000, 20, { fromUsd: 400, untilUsd: 4_000 }],
  ["5 % beyond $100 and $20 against 5.5 %", 0.055, byok(500), 100, 20, { fromUsd: 3_000, untilUsd: null }],
  ["the same fee from the first dollar", 0.05, byok(500), 0, 0, null],
  ["credits without a fee", 0, byok(500), 1_000, 0, null],
])("an own key beats credits: %s", (_, feeShare, fee, allowance, subscription, range) => {
  const cheapFrom = ownKeyRange(feeShare, fee, allowance, subscription);
  if (range === null) return expect(cheapFrom).toBeNull();
  expect(cheapFrom?.fromUsd).toBeCloseTo(range.fromUsd, 6);
  return range.untilUsd === null
    ? expect(cheapFrom?.untilUsd).toBeNull()
    : expect(cheapFrom?.untilUsd).toBeCloseTo(range.untilUsd, 6);
});

test("inside the range the own key is cheaper, outside it is not", () => {
  const cents = fc.integer({ min: 0, max: 1_000_000 }).map((value) => value / 100);
  const rate = fc.integer({ min: 0, max: 1_000 });
  fc.assert(
    fc.property(
      rate,
      rate,
      cents,
      cents,
      fc.integer({ min: 1, max: 10_000_000 }),
      (topUpBps, ownBps, allowance, subscription, monthUsd) => {
        const saving = (topUpBps * monthUsd - ownBps * Math.max(0, monthUsd - allowance)) / 10_000 - subscription;
        const range = ownKeyRange(topUpBps / 10_000, byok(ownBps), allowance, subscription);
        const inside = range !== null && monthUsd > range.fromUsd && monthUsd < (range.untilUsd ?? Number.POSITIVE_INFINITY);
        if (Math.abs(saving) > 1e-6) expect(inside).toBe(saving > 0);
      },
    ),
  );
});

test("$999 with 6 % on it lasts 10.6 months at $100 and beats money at up to 12.8 % a year", () => {
  const locked = lockedMoney(999, 600, 100);
  expect(locked?.months).toBeCloseTo(10.5894, 4);
  expect(locked?.breakEvenYearlyRate).toBeCloseTo(0.1283, 4);
  expect(lockedMoney(999, 600, 0)).toBeNull();
  expect(lockedMoney(0, 600, 100)).toBeNull();
});

test.each([
  [100, 0.0125, 0, 8_000],
  [100, 0.0125, 49, 4_080],
  [0.3, 0.1, 0, 3],
  [10, 0.0125, 49, 0],
])("$%d buys requests at $%d after $%d of fixed cost: %i", (budget, perRequest, fixed, requests) => {
  expect(requestsForBudget(budget, perRequest, fixed)).toBe(requests);
});

test("a request that costs nothing is not bought with a budget", () => {
  expect(requestsForBudget(100, 0, 0)).toBeNull();
});

test("15 million prompt tokens a day at $0.50 are $7.50 a day and $2,737.50 a year", () => {
  expect(repeatedPrompt(15_000_000, 500_000)).toEqual({ usdPerDay: 7.5, usdPerYear: 2_737.5 });
  expect(repeatedPrompt(15_000_000, 50_000).usdPerDay).toBe(0.75);
});
