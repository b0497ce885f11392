import { describe, expect, test } from "vitest";
import { priced, readingOf } from "../../../../tests/fixtures/an-openrouter-list.ts";

describe("prices", () => {
  const peak = { prompt: "0.00000044", completion: "0.00000132", input_cache_read: "0.000000014" };
  const offPeak = { prompt: "0.00000022", completion: "0.00000066", input_cache_read: "0.000000007" };
  const overrides = [
    { utc_start: 1000, utc_end: 100, ...offPeak },
    { utc_start: 100, utc_end: 400, ...peak },
    { utc_start: 400, utc_end: 600, ...offPeak },
    { utc_start: 600, utc_end: 1000, ...peak },
  ];

  test("oddity 1: a price that depends on the clock reads the same at any hour: off-peak base, peak windows", () => {
    const atNoon = readingOf({ pricing: { ...offPeak, overrides } });
    const atEight = readingOf({ pricing: { ...peak, overrides } });
    const card = { input: 440_000, output: 1_320_000, cacheRead: 14_000 };
    expect(atNoon.prices).toEqual({ input: 220_000, output: 660_000, cacheRead: 7_000 });
    expect(atNoon.conditions).toEqual([
      { utc: ["01:00", "04:00"], days: null, prices: card },
      { utc: ["06:00", "10:00"], days: null, prices: card },
    ]);
    expect(atEight).toEqual(atNoon);
  });

  test("oddity 1: windows that leave hours open keep the top-level card as base, and those equal to it are dropped", () => {
    const { prices, conditions } = readingOf({ pricing: { ...offPeak, overrides: overrides.slice(0, 2) } });
    expect(prices.input).toBe(220_000);
    expect(conditions.map((condition) => ("utc" in condition ? condition.utc : null))).toEqual([["01:00", "04:00"]]);
  });

  test("oddity 1: of two cards with one input price the one that holds longer is the base", () => {
    const rows = [
      { utc_start: 0, utc_end: 600, prompt: "0.000001", completion: "0.000002" },
      { utc_start: 600, utc_end: 0, prompt: "0.000001", completion: "0.000003" },
    ];
    const { prices, conditions } = priced({ overrides: rows });
    expect(prices.output).toBe(3_000_000);
    expect(conditions).toMatchObject([{ utc: ["00:00", "06:00"], prices: { output: 2_000_000 } }]);
  });

  test.each([
    ["0 and 0 is a whole day", { utc_start: 0, utc_end: 0 }, ["00:00", "24:00"]],
    ["2400 ends at midnight", { utc_start: 1830, utc_end: 2400 }, ["18:30", "24:00"]],
    ["0 ends at midnight", { utc_start: 1830, utc_end: 0 }, ["18:30", "24:00"]],
    ["an end before the start wraps", { utc_start: 2200, utc_end: 100 }, ["22:00", "01:00"]],
  ])("oddity 1: %s", (_what, window, utc) => {
    const [condition] = priced({ overrides: [{ ...window, utc_days: ["sunday", "saturday"], prompt: "0.0000005" }] }).conditions;
    expect(condition).toEqual({ utc, days: ["sat", "sun"], prices: { input: 500_000 } });
  });

  test("oddity 1: windows on some days only cover the week together", () => {
    const weekend = { utc_start: 0, utc_end: 0, utc_days: ["saturday", "sunday"], prompt: "0.0000005", completion: "0.000001" };
    const weekdays = {
      utc_start: 0,
      utc_end: 2400,
      utc_days: ["monday", "tuesday", "wednesday", "thursday", "friday"],
      prompt: "0.000001",
    };
    const read = (prompt: string) => readingOf({ pricing: { prompt, completion: "0.000001", overrides: [weekend, weekdays] } });
    expect(read("0.0000005")).toEqual(read("0.000001"));
    expect(read("0.000001").prices.input).toBe(500_000);
    expect(read("0.000001").conditions).toMatchObject([
      { days: ["mon", "tue", "wed", "thu", "fri"], prices: { input: 1_000_000 } },
    ]);
  });

  test.each([
    ["no condition at all", { prompt: "0.000002" }],
    ["a threshold of zero", { min_prompt_tokens: 0, prompt: "0.000002" }],
    ["a threshold and a window", { min_prompt_tokens: 1000, utc_start: 0, utc_end: 100, prompt: "0.000002" }],
    ["an hour that is none", { utc_start: 2530, utc_end: 100, prompt: "0.000002" }],
    ["a window without length", { utc_start: 900, utc_end: 900, prompt: "0.000002" }],
    ["a day that is none", { utc_start: 0, utc_end: 100, utc_days: ["caturday"], prompt: "0.000002" }],
    ["no days", { utc_start: 0, utc_end: 100, utc_days: [], prompt: "0.000002" }],
    ["no object", 7],
  ])("oddities 1 and 2: an override with %s is an unread meter, never a guess", (_what, override) => {
    const { conditions, unreadMeters, prices } = priced({ overrides: [override] });
    expect({ conditions, unreadMeters, input: prices.input }).toEqual({
      conditions: [],
      unreadMeters: ["overrides"],
      input: 1_000_000,
    });
  });

  test("oddity 2: long-context tiers; a later entry wins per key and a missing key inherits from the tier below", () => {
    const { conditions } = priced({
      input_cache_read: "0.0000001",
      overrides: [
        { min_prompt_tokens: 32000, prompt: "0.0000015", completion: "0.000003", input_cache_read: "0.0000002" },
        { min_prompt_tokens: 128000, prompt: "0.000002", completion: "0.000004" },
      ],
    });
    expect(conditions).toEqual([
      { promptTokensAbove: 32_000, prices: { input: 1_500_000, output: 3_000_000, cacheRead: 200_000 } },
      { promptTokensAbove: 128_000, prices: { input: 2_000_000, output: 4_000_000, cacheRead: 200_000 } },
    ]);
  });

  test("oddity 2: tiers come low to high whatever their order, and one that changes nothing is left out", () => {
    const { conditions } = priced({
      overrides: [
        { min_prompt_tokens: 256000, prompt: "0.000004" },
        { min_prompt_tokens: 272000, completion: "0.000005" },
        { min_prompt_tokens: 1000, completion: "0.000002" },
      ],
    });
    expect(conditions).toEqual([
      { promptTokensAbove: 256_000, prices: { input: 4_000_000, output: 2_000_000 } },
      { promptTokensAbove: 272_000, prices: { input: 4_000_000, output: 2_000_000 } },
    ]);
  });
});
