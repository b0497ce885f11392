import { expect, test } from "vitest";
import { readCuratedTables } from "../../data/curated-tables.ts";
import { tierShares } from "./tier-share.ts";

const { platforms } = readCuratedTables("data/curated");

test.each([
  ["openai", "batch", 5_000],
  ["google", "batch", 5_000],
  ["openai", "standard", null],
  ["nobody", "batch", null],
] as const)("%s %s → %s", (platform, tier, bps) => {
  expect(tierShares(platforms, "2026-11-20")(platform, tier)).toBe(bps);
});

test("shares that differ by meter or by model are none for all, and one counts from its first day to its last", () => {
  const fact = (inputOfBps: number, outputOfBps: number, validTo = "2027-01-01") => ({
    value: { scope: "all", tier: "batch" as const, inputOfBps, outputOfBps },
    ...{ sourceUrl: "https://acme.example/", date: "2026-10-01", confidence: "high" as const, validFrom: "2026-10-01", validTo },
  });
  const share = (day: string, ...batch: ReturnType<typeof fact>[]) =>
    tierShares([{ id: "acme", batch, tiers: [] }], day)("acme", "batch");
  expect([share("2026-11-20", fact(5_000, 5_000)), share("2026-09-30", fact(5_000, 5_000))]).toEqual([5_000, null]);
  expect([share("2026-11-20", fact(5_000, 7_000)), share("2026-11-20", fact(5_000, 5_000, "2026-11-20"))]).toEqual([null, null]);
});
