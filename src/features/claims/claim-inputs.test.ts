import { describe, expect, test } from "vitest";
import { aSheet } from "../../../tests/builders/a-sheet.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { claimInputs } from "./claim-inputs.ts";

const sheet = aSheet([
  {
    platform: "acme",
    prices: { input: "2", output: "8", cacheRead: "0.2" },
    conditions: [
      { promptTokensAbove: 200_000, prices: { input: "4", output: "12" } },
      { utc: ["01:00", "04:00"], prices: { input: "3" } },
      { utc: ["06:00", "10:00"], prices: { input: "5" } },
    ],
  },
  { platform: "openrouter", prices: { input: "1.9", output: "8" } },
  { platform: "openrouter", host: "swift", prices: { input: "1", output: "2" } },
  { platform: "openrouter", tier: "batch", prices: { input: "0.9", output: "4" } },
]);
const inputs = claimInputs({ sheets: [sheet], platforms: [], asOf: "2026-08-22", workload: aWorkload() });

describe("the list price", () => {
  test.each([
    [{ meter: "input" }, 2_000_000],
    [{ meter: "cacheRead" }, 200_000],
    [{ meter: "input", promptTokens: 200_000 }, 2_000_000],
    [{ meter: "input", promptTokens: 200_001 }, 4_000_000],
    [{ meter: "input", peak: true }, 5_000_000],
    [{ meter: "output", peak: true }, 8_000_000],
    [{ meter: "reasoning" }, null],
  ] as const)("of %j: %s", (wanted, micro) => {
    expect(inputs.list({ model: "acme/nano", ...wanted })).toBe(micro);
  });

  test("is not known of a model nobody lists, nor of one only hosts sell", () => {
    const hosted = aSheet([{ platform: "hostly" }], { id: "open/nano", maker: "open" });
    const inputsOfBoth = claimInputs({ sheets: [sheet, hosted], platforms: [], asOf: "2026-08-22", workload: aWorkload() });
    expect(inputsOfBoth.list({ model: "acme/other", meter: "input" })).toBeNull();
    expect(inputsOfBoth.list({ model: "open/nano", meter: "input" })).toBeNull();
  });

  test("has no peak without time windows", () => {
    const plain = claimInputs({
      sheets: [aSheet([{ platform: "acme" }])],
      platforms: [],
      asOf: "2026-08-22",
      workload: aWorkload(),
    });
    expect(plain.list({ model: "acme/nano", meter: "input", peak: true })).toBeNull();
  });
});

test.each([
  ["openrouter", "standard", 1_900_000],
  ["openrouter", "batch", 900_000],
  ["openrouter", "flex", null],
  ["nowhere", "standard", null],
] as const)("the price at %s, %s, is its own, not a host's: %s", (platform, tier, micro) => {
  expect(inputs.price({ platform, model: "acme/nano", meter: "input", tier })).toBe(micro);
});

test("a platform nobody wrote down says nothing", () => {
  expect(inputs.figure("nowhere", "cardFeePercent", 10_000)).toBeNull();
  expect(inputs.trait("nowhere", "open", null)).toBeNull();
});

test("counts and shares are those of the sheets", () => {
  expect(inputs.count("openrouterModels")).toBe(1);
  expect(inputs.share("openrouterBelowList")).toBe(10_000);
  expect(inputs.median("outputMultiple")).toBe(4_000);
});
