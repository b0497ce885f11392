import fc from "fast-check";
import { expect, test } from "vitest";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { ANY_ROUTE, balancedMean, routesOf, savingBps } from "./routing.ts";

const routed = (host: string | null, input: string, overrides: OfferOverrides = {}) =>
  anOffer({ platform: "openrouter", host, prices: { input, output: input }, ...overrides });
const routes = (offers: Parameters<typeof routesOf>[0], needs = ANY_ROUTE, workload = aWorkload()) =>
  routesOf(offers, workload, needs);

const offers = [
  routed(null, "1"),
  routed("a", "1", { quantization: "fp8", contextTokens: 128_000 }),
  routed("b", "2", { quantization: "bf16", contextTokens: 128_000 }),
  routed("c", "4", { contextTokens: 256_000 }),
  routed("d", "0.8", { quantization: "fp4", contextTokens: 32_000 }),
  routed("e", "0.5", { tier: "flex" }),
  routed("f", "0", {}),
  routed("g", "0.1", { status: "held" }),
  routed("h", "0.1", { tier: "priority" }),
];

test.each([
  ["2026-08-08", "2026-08-22", 5_000],
  ["2026-08-08", "2026-08-23", null],
])("a route read on %s saves against a price listed on %s, or is too old to", (readOn, listedOn, saving) => {
  const read = (day: string) => ({ source: { ...anOffer().source, readAt: `${day}T00:00:00Z` } });
  const listed = anOffer({ platform: "openrouter", prices: { input: "2", output: "0" }, ...read(listedOn) });
  const route = anOffer({ platform: "openrouter", host: "a", prices: { input: "1", output: "0" }, ...read(readOn) });
  const routes = routesOf([listed, route], aWorkload(), ANY_ROUTE);
  expect(routes.savingVsListedBps).toBe(saving);
});

test("price sorting takes the cheapest standard route, :floor a flex one where that is cheaper", () => {
  const routing = routes(offers);
  expect([routing.listed, routing.priceSorted, routing.floor].map((route) => [route?.offer.host, route?.monthUsd])).toEqual([
    [null, 1],
    ["d", 0.8],
    ["e", 0.5],
  ]);
  expect(routing).toMatchObject({ hosts: 4, savingVsListedBps: 2_000 });
});

test.each([
  [{ ...ANY_ROUTE, quantizations: ["bf16", "fp16"] }, "b"],
  [{ ...ANY_ROUTE, quantizations: ["fp8", "bf16"] }, "a"],
  [{ ...ANY_ROUTE, minContextTokens: 100_000 }, "a"],
  [{ quantizations: ["fp8"], minContextTokens: 200_000 }, undefined],
  [{ ...ANY_ROUTE, minContextTokens: 200_000 }, "c"],
])("the cheapest route that meets %j runs at %s", (needs, host) => {
  expect(routes(offers, needs).priceSorted?.offer.host).toBe(host);
});

test("a route too short for the prompt is no route", () => {
  expect(routes(offers, ANY_ROUTE, aWorkload({ inputTokens: 100_000 })).priceSorted?.offer.host).toBe("a");
});

test("hosts drawn by one over the square of the price average to less than their mean", () => {
  expect(balancedMean([1, 2, 4])).toBeCloseTo(1.75 / 1.3125, 12);
  expect(balancedMean([])).toBeNull();
  expect(routes([routed("a", "1"), routed("b", "2"), routed("c", "4")])).toMatchObject({
    savingVsBalancedBps: 2_500,
    listed: null,
  });
});

test("the balanced mean lies between the cheapest and the plain mean", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.01, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 30 }), (prices) => {
      const mean = prices.reduce((sum, price) => sum + price, 0) / prices.length;
      const balanced = balancedMean(prices) ?? Number.NaN;
      expect(balanced).toBeGreaterThanOrEqual(Math.min(...prices) * (1 - 1e-9));
      expect(balanced).toBeLessThanOrEqual(mean * (1 + 1e-9));
    }),
  );
});

test("without hosts nothing is saved and nothing invented", () => {
  expect(routes([routed(null, "1")])).toMatchObject({
    priceSorted: null,
    floor: null,
    balancedUsd: null,
    hosts: 0,
    savingVsListedBps: null,
  });
});

test("a headline below every route shows as a negative saving", () => {
  expect(savingBps(4, 3)).toBe(-3_333);
  expect(savingBps(3, 4)).toBe(2_500);
  expect(savingBps(3, 0)).toBeNull();
});
