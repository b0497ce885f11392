import { expect, test } from "vitest";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer, type OfferOverrides } from "../../../tests/builders/an-offer.ts";
import { cheapestMap, costAt } from "../cost/cheapest-map.ts";
import { microUsd } from "../money/micro-usd.ts";
import { DEFAULT_RANK_OPTIONS, rankOffers } from "./cheapest.ts";
import { cacheBreakEven, mixPlanes } from "./mix-planes.ts";

const workload = aWorkload({ requests: 1_000, inputTokens: 1_000, outputTokens: 250, cachedShare: 0.5 });
// Acme reads its cache for a tenth; the host has cheaper input, and no cache price.
const OFFERS: readonly OfferOverrides[] = [
  { platform: "acme", prices: { input: "1", output: "2", cacheRead: "0.1" } },
  { platform: "host", prices: { input: "0.8", output: "2" } },
  { platform: "dear", prices: { input: "3", output: "9" } },
];
const offers = OFFERS.map(anOffer);
const mixOf = (over: Partial<typeof workload> = {}, of = offers) =>
  mixPlanes(of, { ...workload, ...over }, new Map(), DEFAULT_RANK_OPTIONS);

test("a plane is the very month the engine bills, anywhere on the map", () => {
  const mix = mixOf();
  if (mix === null) throw new Error("no map");
  for (const [cachedShare, outputTokens] of [
    [0.3, 700],
    [0.9, 100],
  ] as const) {
    const rows = rankOffers(offers, { ...workload, cachedShare, outputTokens }, new Map(), DEFAULT_RANK_OPTIONS);
    for (const { offer, landed } of rows) {
      const plane = mix.planes.find(({ id }) => id === offer.id);
      const month = plane === undefined ? 0 : costAt(plane, [cachedShare / mix.mostCached, outputTokens / mix.mostOutput]);
      expect(Math.abs(month - microUsd(landed?.upperUsd ?? 0))).toBeLessThan(5);
    }
  }
  expect(mix.workloadPoint).toEqual([0.5, 0.25]);
});

test("a host without a cache price wins below the break-even cache-hit rate, the maker above", () => {
  const mix = mixOf();
  const [a, b] = ["acme", "host"].map((name) => mix?.planes.find(({ id }) => id.includes(name)));
  if (mix === null || a === undefined || b === undefined) throw new Error("no map");
  // 1 − 0.9 c = 0.8 at c = 0.2222.
  const at = cacheBreakEven(a, b, mix);
  expect(at).toMatchObject({ kind: "at", below: b.id, above: a.id });
  expect(at.kind === "at" ? at.cachedShare : 0).toBeCloseTo(0.2222, 3);
  expect(cacheBreakEven(b, a, mix)).toEqual(at);
  const map = cheapestMap(mix.planes);
  expect(map.regions.map(({ ids }) => ids)).toEqual([[a.id], [b.id]]);
});

test("one that is dearer everywhere has no break-even, and equal ones have none either", () => {
  const mix = mixOf();
  const [a, , c] = mix?.planes ?? [];
  if (mix === null || a === undefined || c === undefined) throw new Error("no map");
  expect(cacheBreakEven(c, a, mix)).toMatchObject({ kind: "always" });
  expect(cacheBreakEven(a, a, mix)).toEqual({ kind: "always", cheaper: null });
});

test.each([
  ["two platforms", {}, offers.slice(0, 2)],
  ["a request without input", { inputTokens: 0 }, offers],
  ["more output than input", { outputTokens: 2_000 }, offers],
])("there is no map of %s", (_, over, of) => {
  expect(mixOf(over, of)).toBeNull();
});

test("what is written to the cache is left of the share that can be read", () => {
  expect(mixOf({ cacheWriteShare: 0.2 })?.mostCached).toBeCloseTo(0.8, 9);
});
