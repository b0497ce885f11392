import { expect, test } from "vitest";
import type { RankingLine } from "../ranking/ranking-snapshot.ts";
import type { DayLines } from "../ranking/snapshot/ranking-month.ts";
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
const aDay = (asOf: string, ...rows: readonly RankingLine[]): DayLines => ({ asOf, rows });
const daysOf = (model: string, ...days: readonly DayLines[]) =>
  modelPins(days)
    .get(model)
    ?.map(({ day }) => day);

test("a model is pinned to the days its price became another, whatever its rank did", () => {
  const days = [
    aDay("2026-08-22", line("a/b", "5")),
    aDay("2026-08-23", line("a/b", "5", 2)),
    aDay("2026-08-24", line("a/b", "4")),
  ];
  expect(daysOf("a/b", ...days)).toEqual(["2026-08-24", "2026-08-22"]);
});

test("a model that came later is pinned to its first day, one that left keeps its pins", () => {
  const days = [aDay("2026-08-22", line("a/b", "5")), aDay("2026-08-23", line("a/c", "7"))];
  expect(daysOf("a/c", ...days)).toEqual(["2026-08-23"]);
  expect(daysOf("a/b", ...days)).toEqual(["2026-08-22"]);
  expect(daysOf("a/d", ...days)).toBeUndefined();
});
