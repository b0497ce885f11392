import { expect, test } from "vitest";
import { aSchedule, aSeller, CARD_5_5 } from "../../../tests/builders/a-schedule.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import type { Sellers } from "../offer/seller.ts";
import { DEFAULT_RANK_OPTIONS } from "../ranking/cheapest.ts";
import { mixBill } from "./mix.ts";
import { paidLines } from "./paid-mix.ts";

const sellers: Sellers = new Map([
  ["openrouter", aSeller({ kind: "router", fees: aSchedule({ topUp: [CARD_5_5] }) })],
  ["acme", aSeller({ kind: "direct", listMakers: ["acme"] })],
  ["bolt", aSeller({ kind: "direct", listMakers: ["bolt"] })],
  ["azure", aSeller({ kind: "cloud" })],
  ["google-vertex", aSeller({ kind: "cloud" })],
]);
const sold = (model: string, platform: string, input: string) => anOffer({ model, platform, prices: { input, output: "1" } });
const offers = Map.groupBy(
  [
    sold("acme/nano", "openrouter", "10"),
    sold("acme/nano", "acme", "8"),
    sold("acme/nano", "azure", "9"),
    sold("bolt/mini", "openrouter", "20"),
    sold("bolt/mini", "bolt", "16"),
    sold("bolt/mini", "google-vertex", "30"),
  ],
  ({ model }) => model,
);
const line = (model: string) => ({ model, workload: aWorkload(), promptTokens: null, ownPrices: new Map() });
const paid = (nano: number | null, mini: number | null, platform = "openrouter") =>
  paidLines(
    [
      { line: line("acme/nano"), paidUsd: nano },
      { line: line("bolt/mini"), paidUsd: mini },
    ],
    platform,
    { offers, sellers },
    DEFAULT_RANK_OPTIONS,
  );
const requestsIn = (lines: ReturnType<typeof paid>) => lines.map((each) => each?.workload.requests ?? null);

test("what is paid is so many requests, the fee within: $105.50 at $0.01 and 5.5 % are 10,000", () => {
  expect(requestsIn(paid(105.5, 211))).toEqual([10_000, 10_000]);
});

test("a line that counts otherwise stays as it is, and nothing is bought where nothing is sold", () => {
  expect(requestsIn(paid(null, 0))).toEqual([1_000, 0]);
  expect(requestsIn(paid(100, 100, "azure"))).toEqual([11_111, null]);
});

test("the bill comes back as it was paid, and the same traffic costs $240 direct from each maker, $390 at the clouds", () => {
  const lines = paid(105.5, 211).filter((each) => each !== null);
  const { platforms, direct, clouds } = mixBill(lines, { offers, sellers }, DEFAULT_RANK_OPTIONS);
  expect(platforms.find(({ platform }) => platform === "openrouter")?.landed?.usd).toBeCloseTo(316.5, 6);
  expect([direct?.usd, direct?.platforms]).toEqual([expect.closeTo(240, 6), ["acme", "bolt"]]);
  expect([clouds?.usd, clouds?.platforms]).toEqual([expect.closeTo(390, 6), ["azure", "google-vertex"]]);
});

test("where one maker has no price there is no row of the makers", () => {
  const lines = paid(105.5, 211).filter((each) => each !== null);
  const others = new Map([...offers, ["bolt/mini", [sold("bolt/mini", "openrouter", "20")]]]);
  const { direct, clouds } = mixBill(lines, { offers: others, sellers }, DEFAULT_RANK_OPTIONS);
  expect([direct, clouds]).toEqual([null, null]);
});
