import { expect, test } from "vitest";
import { aHistory } from "../../../tests/builders/a-history.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import type { Change } from "../history/change.ts";
import { addDays, daysBetween } from "../money/days.ts";
import { priceFacts, settledSeriesOf } from "./price-series.ts";
import { seriesOf } from "./price-step.ts";

const at = (input: string) => [anOffer({ prices: { input } })];
const FIGURE = { offerId: "acme/nano@hostly", meter: "input", condition: null } as const;
const factsOn = (changes: readonly Change[], day: string) => priceFacts(changes, FIGURE, day);

const days = {
  "2026-01-01": at("1"),
  "2026-06-30": at("0.5"),
  "2026-07-10": at("0.05"),
  "2026-07-12": at("0.5"),
  "2026-08-01": at("2"),
  "2026-08-11": at("0.6"),
};
const changes = aHistory(days);

test("a series holds each figure from its day until the next one's, as it was read", () => {
  const steps = seriesOf(changes, "acme/nano@hostly", "input", null);
  expect(steps.map(({ from, to, micro }) => `${from} ${to} ${micro}`)).toEqual([
    "2026-01-01 2026-06-30 1000000",
    "2026-06-30 2026-07-10 500000",
    "2026-07-10 2026-07-12 50000",
    "2026-07-12 2026-08-01 500000",
    "2026-08-01 2026-08-11 2000000",
    "2026-08-11 null 600000",
  ]);
  expect(seriesOf(changes, "acme/nano@hostly", "output", null)).toEqual([]);
});

test("a settled series leaves out what came back within three days", () => {
  const steps = settledSeriesOf(changes, "acme/nano@hostly", "input", null);
  expect(steps.map(({ micro }) => micro)).toEqual([1_000_000, 500_000, 2_000_000, 600_000]);
});

test("the facts: low and high without dips, lowest since, age, moves in 90 days", () => {
  expect(factsOn(changes, "2026-08-22")).toMatchObject({
    current: 600_000,
    since: "2026-08-11",
    ageDays: 11,
    low: { micro: 500_000, day: "2026-06-30" },
    high: { micro: 2_000_000, day: "2026-08-01" },
    lowestSince: "2026-08-01",
    changesIn90Days: 3,
  });
});

test("the mean is weighted by days: nine at 1 and one at 11 are 2", () => {
  const two = aHistory({ "2026-08-01": at("1"), "2026-08-10": at("11") });
  expect(factsOn(two, "2026-08-10")?.mean).toBe(2_000_000);
});

test("volatility: 45 days at 1 and 45 at 3 deviate by half of their mean; a price that stands still by nothing", () => {
  const even = aHistory({ "2026-01-01": at("1"), [addDays("2026-08-22", -44)]: at("3") });
  expect(factsOn(even, "2026-08-22")?.volatilityBps).toBe(5_000);
  expect(factsOn(aHistory({ "2026-01-01": at("1") }), "2026-08-22")?.volatilityBps).toBe(0);
  expect(factsOn(aHistory({ "2026-01-01": at("1"), "2026-02-01": [] }), "2026-08-22")?.volatilityBps).toBeNull();
});

test("a price never seen so low is the lowest since the first day; one that rose last is the lowest since no day", () => {
  expect(factsOn(aHistory({ "2026-01-01": at("1"), "2026-02-01": at("0.5") }), "2026-08-22")?.lowestSince).toBe("2026-01-01");
  expect(factsOn(aHistory({ "2026-01-01": at("1"), "2026-02-01": at("2") }), "2026-08-22")?.lowestSince).toBeNull();
});

test("an id that changed its meaning starts its facts anew", () => {
  const [first, second] = aHistory({ "2024-09-21": at("0.01"), "2024-12-27": at("0.14") });
  if (first === undefined || second === undefined) throw new Error("no lines");
  expect(factsOn([first, { ...second, note: "repointed" }], "2025-01-01")).toMatchObject({
    low: { micro: 140_000, day: "2024-12-27" },
  });
});

test("a figure without any price has no facts; one that is gone has no current price", () => {
  expect(factsOn([], "2026-08-22")).toBeNull();
  expect(factsOn(aHistory({ "2026-01-01": at("1"), "2026-02-01": [] }), "2026-02-03")).toMatchObject({
    current: null,
    ageDays: 2,
    lowestSince: null,
  });
});

test("days are counted across months and leap days", () => {
  expect([daysBetween("2024-02-28", "2024-03-01"), daysBetween("2026-08-10", "2026-08-08"), addDays("2026-12-31", 1)]).toEqual([
    2,
    -2,
    "2027-01-01",
  ]);
});
