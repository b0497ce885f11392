import fc from "fast-check";
import { expect, test } from "vitest";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { DAYS, WEEK_MINUTES } from "../money/weekday.ts";
import { cardFor, weekHours } from "./card.ts";
import { Prices } from "./meter.ts";

const gpt54 = anOffer({
  prices: { input: "2.5", output: "15", cacheRead: "0.25" },
  conditions: [{ promptTokensAbove: 272_000, prices: { input: "5", output: "22.5" } }],
});

test.each([
  [0, "2.5", "15"],
  [271_999, "2.5", "15"],
  [272_000, "2.5", "15"],
  [272_001, "5", "22.5"],
  [300_000, "5", "22.5"],
])("a prompt of %i tokens is billed at %s/%s when the tier starts above 272,000", (promptTokens, input, output) => {
  expect(Prices.encode(cardFor(gpt54, promptTokens, []))).toEqual({ input, output, cacheRead: "0.25" });
});

test("the greatest tier below the prompt decides, whatever the order of the tiers", () => {
  const tiers = [
    { promptTokensAbove: 128_000, prices: { input: "3" } },
    { promptTokensAbove: 32_000, prices: { input: "2", output: "4" } },
  ];
  for (const conditions of [tiers, tiers.toReversed()]) {
    const offer = anOffer({ conditions });
    expect(Prices.encode(cardFor(offer, 32_001, []))).toEqual({ input: "2", output: "4" });
    expect(Prices.encode(cardFor(offer, 200_000, []))).toEqual({ input: "3", output: "2" });
  }
});

test("of two tiers with one threshold the later wins", () => {
  const offer = anOffer({
    conditions: [
      { promptTokensAbove: 10, prices: { input: "3" } },
      { promptTokensAbove: 10, prices: { input: "4" } },
    ],
  });
  expect(Prices.encode(cardFor(offer, 11, []))).toEqual({ input: "4", output: "2" });
});

test("a window lies over the tier and keeps what it does not name", () => {
  const offer = anOffer({
    conditions: [
      { promptTokensAbove: 100, prices: { input: "8", output: "9" } },
      { utc: ["01:00", "04:00"], prices: { output: "5" } },
    ],
  });
  const windows = weekHours(offer).flatMap((hours) => hours.windows);
  expect(Prices.encode(cardFor(offer, 101, windows))).toEqual({ input: "8", output: "5" });
});

test("an explicit undefined in a condition is silence, not a missing price", () => {
  const base = anOffer();
  const offer = { ...base, conditions: [{ promptTokensAbove: 1, prices: { input: undefined } }] };
  expect(cardFor(offer, 2, [])).toEqual(base.prices);
});

test.each([
  { name: "without windows the week is one", conditions: [], minutes: [WEEK_MINUTES] },
  { name: "a window every day", conditions: [["01:00", "04:00", null]], minutes: [7 * 180, WEEK_MINUTES - 7 * 180] },
  {
    name: "a window that wraps over midnight",
    conditions: [["22:00", "04:00", null]],
    minutes: [7 * 360, WEEK_MINUTES - 7 * 360],
  },
  {
    name: "one that starts on Sunday and ends on Monday",
    conditions: [["22:00", "04:00", ["sun"]]],
    minutes: [360, WEEK_MINUTES - 360],
  },
  { name: "a weekend", conditions: [["00:00", "24:00", ["sat", "sun"]]], minutes: [2880, WEEK_MINUTES - 2880] },
  {
    name: "the same start and end is a whole day",
    conditions: [["00:00", "00:00", ["sat"]]],
    minutes: [1440, WEEK_MINUTES - 1440],
  },
  {
    name: "DeepSeek's two peaks on weekdays",
    conditions: [
      ["01:00", "04:00", ["mon", "tue", "wed", "thu", "fri"]],
      ["06:00", "10:00", ["mon", "tue", "wed", "thu", "fri"]],
    ],
    minutes: [900, 1200, 7980],
  },
  {
    name: "two windows that overlap",
    conditions: [
      ["00:00", "12:00", null],
      ["06:00", "18:00", null],
    ],
    minutes: [7 * 360, 7 * 360, 7 * 360, 7 * 360],
  },
] as const)("$name", ({ conditions, minutes }) => {
  const offer = anOffer({
    conditions: conditions.map(([start, end, days]) => ({ utc: [start, end], days, prices: { input: "3" } })),
  });
  const hours = weekHours(offer).map((state) => state.minutes);
  expect(hours.toSorted((a, b) => a - b)).toEqual(minutes.toSorted((a, b) => a - b));
});

const clock = fc.integer({ min: 0, max: 1439 }).map((minute) => {
  const text = (value: number) => String(value).padStart(2, "0");
  return `${text(Math.floor(minute / 60))}:${text(minute % 60)}`;
});
const someWindow = fc.record({
  utc: fc.tuple(clock, clock),
  days: fc.option(fc.uniqueArray(fc.constantFrom(...DAYS), { minLength: 1 })),
  prices: fc.constant({ input: "3" }),
});

test("whatever the windows, the week has 10,080 minutes and no state comes twice", () => {
  fc.assert(
    fc.property(fc.array(someWindow, { maxLength: 4 }), (conditions) => {
      const hours = weekHours(anOffer({ conditions }));
      expect(hours.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(WEEK_MINUTES);
      expect(hours.every(({ minutes }) => minutes > 0)).toBe(true);
    }),
  );
});

test("the card changes between the threshold and one token more, and nowhere else", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 2_000_000 }), (threshold, promptTokens) => {
      const offer = anOffer({ conditions: [{ promptTokensAbove: threshold, prices: { input: "9" } }] });
      expect(cardFor(offer, promptTokens, []).input).toBe(promptTokens > threshold ? 9_000_000 : 1_000_000);
    }),
  );
});
