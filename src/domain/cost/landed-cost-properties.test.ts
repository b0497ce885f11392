import fc from "fast-check";
import { expect, test } from "vitest";
import { pricedMonth } from "../../../tests/builders/a-priced-month.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { integerToDecimal } from "../money/decimal.ts";
import type { Workload } from "./workload.ts";

const price = fc.integer({ min: 0, max: 100_000_000 });
const meters = ["input", "output", "cacheRead", "cacheWrite5m", "cacheWrite1h"] as const;
const card = fc.record(
  { input: price, output: price, cacheRead: price, cacheWrite5m: price, cacheWrite1h: price },
  { requiredKeys: ["input", "output"] },
);
const share = fc.integer({ min: 0, max: 1_000_000 }).map((millionths) => millionths / 1e6);
const workload = fc
  .record({
    requests: fc.integer({ min: 0, max: 1_000_000 }),
    inputTokens: fc.integer({ min: 0, max: 400_000 }),
    outputTokens: fc.integer({ min: 0, max: 100_000 }),
    cachedShare: share,
    cacheWriteShare: share,
    cacheWriteTtl: fc.constantFrom("5m" as const, "1h" as const),
    batchShare: share,
    peakShare: fc.option(share),
  })
  .map((shape): Workload => ({ ...shape, cacheWriteShare: Math.min(shape.cacheWriteShare, 1 - shape.cachedShare) }));
const written = (prices: Readonly<Record<string, number | undefined>>) =>
  Object.fromEntries(
    Object.entries(prices).flatMap(([meter, micro]) => (micro === undefined ? [] : [[meter, integerToDecimal(micro)]])),
  );
const conditions = fc.tuple(card, card).map(([long, peak]): OfferOverrides["conditions"] => [
  { promptTokensAbove: 200_000, prices: written(long) },
  { utc: ["01:00", "04:00"], days: ["mon", "tue"], prices: written(peak) },
]);
const close = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(a), Math.abs(b)));

test("no meter can rise and the month fall, in the base card, a tier, a window or the batch card", () => {
  const raise = fc.record({ meter: fc.constantFrom(...meters), by: price, where: fc.integer({ min: 0, max: 3 }) });
  fc.assert(
    fc.property(card, card, conditions, workload, raise, (base, batch, cards, shape, { meter, by, where }) => {
      const raised = (prices: Readonly<Record<string, number | undefined>>, at: number) =>
        where === at && prices[meter] !== undefined ? { ...prices, [meter]: prices[meter] + by } : prices;
      const bill = (change: typeof raised) => {
        const lifted = (cards ?? []).map((condition, index) => ({
          ...condition,
          prices: written(change(micros(condition.prices), index + 2)),
        }));
        const offer = anOffer({ prices: written(change(base, 0)), conditions: lifted });
        return pricedMonth(offer, shape, anOffer({ tier: "batch", prices: written(change(batch, 1)) })).usd;
      };
      expect(bill(raised)).toBeGreaterThanOrEqual(bill((prices) => prices) * (1 - 1e-12));
    }),
  );
});

const micros = (prices: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(prices).map(([meter, text]) => [meter, Math.round(Number(text) * 1e6)]));

test("twice, ten times, a thousand times the requests cost twice, ten, a thousand times as much", () => {
  fc.assert(
    fc.property(card, conditions, workload, fc.integer({ min: 0, max: 1_000 }), (base, cards, shape, times) => {
      const offer = anOffer({ prices: written(base), conditions: cards ?? [] });
      const once = pricedMonth(offer, shape).usd;
      close(pricedMonth(offer, { ...shape, requests: shape.requests * times }).usd, once * times);
    }),
  );
});

test("the month is never below its tokens at the cheapest meter used, nor above them at the dearest", () => {
  fc.assert(
    fc.property(card, workload, (base, shape) => {
      const { usd } = pricedMonth(anOffer({ prices: written(base) }), shape);
      const tokens = shape.requests * (shape.inputTokens + shape.outputTokens);
      const used = meters.flatMap((meter) => base[meter] ?? []);
      expect(usd).toBeGreaterThanOrEqual(((tokens * Math.min(...used)) / 1e12) * (1 - 1e-12));
      expect(usd).toBeLessThanOrEqual(((tokens * Math.max(...used)) / 1e12) * (1 + 1e-12));
    }),
  );
});

test("the parts sum to the month, whatever the windows, the tier and the batch card", () => {
  fc.assert(
    fc.property(card, conditions, workload, (base, cards, shape) => {
      const { usd, parts } = pricedMonth(anOffer({ prices: written(base), conditions: cards ?? [] }), shape);
      close(
        usd,
        Object.values(parts).reduce((sum, part) => sum + part, 0),
      );
      expect(Object.values(parts).every((part) => part >= 0)).toBe(true);
    }),
  );
});

const inText = (figures: Readonly<Record<string, number | undefined>>) =>
  Object.fromEntries(
    Object.entries(figures).flatMap(([meter, micro]) => (micro === undefined ? [] : [[meter, integerToDecimal(micro)]])),
  );

test("a batch never costs more than standard where its own prices do not", () => {
  const price = fc.integer({ min: 1, max: 50_000_000 });
  const maybe = fc.option(price, { nil: undefined });
  fc.assert(
    fc.property(
      fc.record({ input: price, output: price, cacheRead: maybe, cacheWrite5m: maybe, cacheWrite1h: maybe }),
      fc.integer({ min: 1, max: 100 }),
      fc.record({ cached: fc.integer({ min: 0, max: 100 }), written: fc.integer({ min: 0, max: 100 }), hour: fc.boolean() }),
      fc.constantFrom("anthropic/claude-opus-4.8", "google/gemini-3.1-pro-preview", "qwen/qwen3-max"),
      (prices, percent, { cached, written, hour }, model) => {
        const half = (micro: number) => Math.floor((micro * percent) / 100);
        const standard = anOffer({ model, prices: inText(prices) });
        const batch = anOffer({
          model,
          tier: "batch",
          prices: inText({ input: half(prices.input), output: half(prices.output) }),
        });
        const workload = aWorkload({
          cachedShare: cached / 100,
          cacheWriteShare: Math.min(written, 100 - cached) / 100,
          cacheWriteTtl: hour ? "1h" : "5m",
          batchShare: 1,
        });
        const [with_, without] = [pricedMonth(standard, workload, batch), pricedMonth(standard, { ...workload, batchShare: 0 })];
        expect(with_.usd).toBeLessThanOrEqual(without.usd * (1 + 1e-9));
      },
    ),
  );
});
