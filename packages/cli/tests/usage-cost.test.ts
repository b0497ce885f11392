import fc from "fast-check";
import { expect, test } from "vitest";
import { monthCost } from "../../../src/domain/cost/landed-cost.ts";
import type { Seller } from "../../../src/domain/offer/seller.ts";
import { DEFAULT_PURCHASE, landedMonth } from "../../../src/domain/purchase/purchase.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { type CostAnswer, costOf } from "../src/answers/cost.ts";
import type { PriceBook, PublishedOffer } from "../src/site/price-book.ts";

const FEES = { bonuses: [], byok: null, tokenMarkupBps: 0, subscriptionCentsPerMonth: 0 };
const ROUTER: Seller = {
  name: "Router",
  ...{ kind: "router", listMakers: [] },
  fees: { ...FEES, topUp: [{ method: "card", percentBps: 550, minimumCents: 80 }] },
};
const HOST: Seller = { name: "Host", kind: "host", listMakers: [], fees: { ...FEES, topUp: [] } };

/** A model with a card for long prompts at a router, and a price per request at a host. */
const OFFERS: readonly PublishedOffer[] = [
  anOffer({
    ...{ model: "acme/nova", platform: "routed", prices: { input: "3", output: "15", cacheRead: "0.3", cacheWrite5m: "3.75" } },
    conditions: [{ promptTokensAbove: 200_000, prices: { input: "6", output: "22.5", cacheRead: "0.6", cacheWrite5m: "7.5" } }],
  }),
  anOffer({
    ...{ model: "acme/nova", platform: "hosted", prices: { input: "2.4", output: "12.75" } },
    unitPrices: { request: { amount: "5", per: "1000 requests" } },
  }),
].map((offer) => ({ ...offer, doubts: [...offer.doubts], conditions: [...offer.conditions], heldBecause: null, billed: null }));

const BOOK: PriceBook = {
  asOf: "2026-08-22",
  models: [
    {
      ...{ id: "acme/nova", name: "Nova", maker: "acme", releasedOn: null, contextTokens: null, openWeights: null },
      ...{ inputModalities: ["text"], list: null, canonicalSlug: null, status: "current" },
    },
  ],
  sellers: new Map([
    ["routed", ROUTER],
    ["hosted", HOST],
  ]),
  platformNames: new Map(),
  offersOf: async () => OFFERS,
  month: async () => null,
};

interface Call {
  readonly input: number;
  readonly cached: number;
  readonly written: number;
  readonly output: number;
}

/** As Anthropic counts: what is cached stands beside the input. */
const bodyOf = ({ input, cached, written, output }: Call) => ({
  model: "acme/nova",
  usage: {
    ...{ input_tokens: input, cache_read_input_tokens: cached, cache_creation_input_tokens: written },
    output_tokens: output,
  },
});

/** What a platform's answer must be: each call by itself through the engine, then the way to the bank account. */
function landedUsd(calls: readonly Call[], platform: string, times: number): number {
  const offer = OFFERS.find((each) => each.platform === platform);
  if (offer === undefined) throw new Error(platform);
  const months = calls.map(({ input, cached, written, output }) => {
    const all = input + cached + written;
    const shares = all === 0 ? {} : { cachedShare: cached / all, cacheWriteShare: written / all };
    const month = monthCost(offer, aWorkload({ requests: times, inputTokens: all, outputTokens: output, ...shares }), null);
    if (month.kind !== "priced") throw new Error(month.kind);
    return month.usd;
  });
  const sum = months.reduce((total, usd) => total + usd, 0);
  return landedMonth(sum, BOOK.sellers.get(platform)?.fees ?? null, DEFAULT_PURCHASE).usd;
}

const cost = (calls: readonly Call[], times: number): Promise<CostAnswer> =>
  costOf(BOOK, { usage: JSON.stringify(calls.map(bodyOf)), model: null, region: null, platforms: [], times });

const tokens = fc.integer({ min: 1, max: 150_000 });
const anyCall = fc.record({
  ...{ input: tokens, output: fc.integer({ min: 0, max: 20_000 }) },
  ...{ cached: fc.oneof(fc.constant(0), tokens), written: fc.oneof(fc.constant(0), tokens) },
});

test("calls cost what the engine says of each by itself, fees included, whatever the length of their prompts", async () => {
  const cases = fc.tuple(fc.array(anyCall, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 30 }));
  await fc.assert(
    fc.asyncProperty(cases, async ([calls, times]) => {
      const { platforms } = await cost(calls, times);
      expect(platforms).toHaveLength(2);
      for (const { platform, usd } of platforms) {
        const expected = landedUsd(calls, platform, times);
        // Shares of the input count to the millionth.
        expect(Math.abs(Number(usd) - expected)).toBeLessThanOrEqual(expected * 5e-6 + 1e-6);
      }
    }),
  );
});

test("a long prompt among short ones is billed as one", async () => {
  const short = { input: 1_000, cached: 0, written: 0, output: 0 };
  const { platforms, used } = await cost([short, { ...short, input: 300_000 }], 1);
  // $0.003 and $1.80, and 5.5 % on both.
  expect(platforms.find(({ platform }) => platform === "routed")?.usd).toBe("1.902165");
  expect(used).toEqual([
    { model: "acme/nova", calls: 2, inputTokens: 301_000, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 0 },
  ]);
});

test("calls without input are billed by their output", async () => {
  const { platforms } = await cost([{ input: 0, cached: 0, written: 0, output: 2_000 }], 10);
  // 20,000 tokens at $12.75, and $0.005 for each of ten requests.
  expect(platforms.find(({ platform }) => platform === "hosted")?.usd).toBe("0.305");
});
