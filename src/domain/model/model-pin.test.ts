import { expect, test } from "vitest";
import type { RankingLine, RankingSnapshot } from "../ranking/ranking-snapshot.ts";
import { modelPins } from "./model-pin.ts";

const line = (modelId: string, landedUsdPerMonth: string, rank = 1): RankingLine => ({
  modelId,
  offerId: `${modelId}@openrouter`,
  rank,
  rankInterval: [rank, rank],
  tiedWith: 0,
  quality: { value: 1_400, interval: [1_390, 1_410], status: "rated", sources: ["lmarena"] },
  landedUsdPerMonth,
});
const aSnapshot = (asOf: string, ...rows: readonly RankingLine[]): RankingSnapshot => ({
  workload: "chat",
  asOf,
  kept: [{ sha256: "0".repeat(64), rows: [...rows] }],
});
const daysOf = (model: string, ...days: readonly RankingSnapshot[]) =>
  modelPins(days)
    .get(model)
    ?.map(({ day }) => day);

test("a model is pinned to the days its price became another, whatever its rank did", () => {
  const days = [
    aSnapshot("2026-08-22", line("a/b", "5")),
    aSnapshot("2026-08-23", line("a/b", "5", 2)),
    aSnapshot("2026-08-24", line("a/b", "4")),
  ];
  expect(daysOf("a/b", ...days)).toEqual(["2026-08-24", "2026-08-22"]);
});

test("a model that came later is pinned to its first day, one that left keeps its pins", () => {
  const days = [aSnapshot("2026-08-22", line("a/b", "5")), aSnapshot("2026-08-23", line("a/c", "7"))];
  expect(daysOf("a/c", ...days)).toEqual(["2026-08-23"]);
  expect(daysOf("a/b", ...days)).toEqual(["2026-08-22"]);
  expect(daysOf("a/d", ...days)).toBeUndefined();
});

test("of a day's versions the last counts", () => {
  const twice = { ...aSnapshot("2026-08-22", line("a/b", "5")) };
  const second = { ...twice, kept: [...twice.kept, { sha256: "1".repeat(64), rows: [line("a/b", "6")] }] };
  expect(modelPins([second]).get("a/b")?.[0]?.line.landedUsdPerMonth).toBe("6");
});
