import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { problemOf } from "./landed-cost.ts";
import { WorkloadPreset, WorkloadPresets } from "./workload.ts";

const presets = WorkloadPresets.parse(JSON.parse(readFileSync("data/curated/workloads.json", "utf8")));

/** Published addresses: these never change. */
test("the presets keep their slugs and their figures", () => {
  expect(
    presets.map((preset) => [
      preset.id,
      preset.requests,
      preset.inputTokens,
      preset.outputTokens,
      preset.cachedShare,
      preset.cacheWriteShare,
      preset.batchShare,
    ]),
  ).toEqual([
    ["chat", 100_000, 2_000, 500, 0.5, 0, 0],
    ["rag", 50_000, 8_000, 400, 0.2, 0, 0],
    ["coding-agent", 20_000, 60_000, 1_200, 0.85, 0.05, 0],
    ["batch-extraction", 500_000, 1_500, 200, 0, 0, 1],
    ["long-document", 2_000, 300_000, 1_500, 0, 0, 0],
    ["summarisation", 100_000, 1_000, 150, 0, 0, 0],
  ]);
});

test("no preset is one the engine refuses", () => {
  expect(presets.map(problemOf)).toEqual(presets.map(() => null));
});

test("what a worse answer costs is what its reason works out at", () => {
  const { worseAnswer } = presets[2] ?? {};
  expect(worseAnswer).toMatchObject({ usd: 1.5, minutes: 10, usdPerHour: 90, oneIn: 10 });
  expect(WorkloadPreset.safeParse({ ...presets[2], worseAnswer: { ...worseAnswer, minutes: 9 } }).success).toBe(false);
});

test.each([{ cachedShare: 0.7, cacheWriteShare: 0.4 }, { id: "Chat" }, { requests: -1 }, { peakShare: 1.1 }])(
  "%j is no preset",
  (overrides) => {
    expect(WorkloadPreset.safeParse({ ...presets[0], ...overrides }).success).toBe(false);
  },
);
