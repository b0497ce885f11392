import { expect, test } from "vitest";
import { aSeller } from "../../../../tests/builders/a-schedule.ts";
import { anOffer, type OfferOverrides } from "../../../../tests/builders/an-offer.ts";
import { Prices } from "../../offer/meter.ts";
import { assumedWindows } from "./assumed-windows.ts";

const sellers = new Map([
  ["acme", aSeller({ listMakers: ["acme"], kind: "direct" })],
  ["passing", aSeller({ kind: "router" })],
  ["hostly", aSeller({ kind: "host" })],
]);
const PEAK = { input: "0.3", output: "1.2", cacheRead: "0.006" };
const OFF_PEAK = { input: "0.15", output: "0.6", cacheRead: "0.003" };
const DAYS = ["mon", "tue", "wed", "thu", "fri"];
/** What DeepSeek asks of V4.1 Flash 1017. */
const list = anOffer({
  platform: "acme",
  prices: OFF_PEAK,
  conditions: [
    { promptTokensAbove: 200_000, prices: { input: "9" } },
    { utc: ["01:00", "04:00"], days: DAYS, prices: PEAK },
    { utc: ["06:00", "10:00"], days: DAYS, prices: PEAK },
  ],
});

const assumed = (overrides: OfferOverrides, cards: typeof list | null = list) =>
  assumedWindows(anOffer({ platform: "passing", evidence: "mirror", prices: OFF_PEAK, ...overrides }), cards, sellers).map(
    ({ utc, days, prices }) => [utc.join("-"), days?.length, Prices.encode(prices)],
  );

test.each<[string, OfferOverrides]>([
  ["a copy of the maker’s price outside of its windows", {}],
  ["the same in one catalogue alone", { evidence: "reported" }],
  ["whatever a meter costs that the windows leave as it is", { prices: { ...OFF_PEAK, cacheWrite5m: "0.2" } }],
])("a router has the maker’s peak hours: %s", (_, overrides) => {
  expect(assumed(overrides)).toEqual([
    ["01:00-04:00", 5, PEAK],
    ["06:00-10:00", 5, PEAK],
  ]);
});

test.each<[string, OfferOverrides, typeof list | null]>([
  ["a host, which sets its own prices", { platform: "hostly" }, list],
  ["a platform that nobody describes", { platform: "nobody" }, list],
  ["the maker itself", { platform: "acme" }, list],
  ["a router’s own word", { evidence: "own" }, list],
  ["another input", { prices: { ...OFF_PEAK, input: "0.16" } }, list],
  ["another price of cached input", { prices: { ...OFF_PEAK, cacheRead: "0.007" } }, list],
  ["no price of cached input", { prices: { input: "0.15", output: "0.6" } }, list],
  ["the maker’s price in its peak hours", { prices: PEAK }, list],
  ["hours of its own", { conditions: [{ utc: ["01:00", "04:00"], prices: { input: "1" } }] }, list],
  ["another tier", { tier: "batch" }, list],
  ["a maker without hours", {}, anOffer({ platform: "acme", prices: OFF_PEAK })],
  ["no list price", {}, null],
])("no hours are assumed of %s", (_, overrides, cards) => {
  expect(assumed(overrides, cards)).toEqual([]);
});
