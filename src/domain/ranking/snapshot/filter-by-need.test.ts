import { expect, test } from "vitest";
import type { Need } from "../../model/need.ts";
import type { RankingLine, RankingSnapshot } from "../ranking-snapshot.ts";
import { filterByNeed } from "./filter-by-need.ts";

const line = (modelId: string, rank: number): RankingLine => ({
  ...{ modelId, offerId: `${modelId}@a`, rank, rankInterval: [rank, rank], tiedWith: 0, landedUsdPerMonth: "5" },
  quality: { value: 1400, interval: [1390, 1410], status: "rated", sources: ["lmarena"] },
});
const version = (...rows: readonly RankingLine[]) => ({ sha256: "0".repeat(64), rows: [...rows] });
const snapshot: RankingSnapshot = {
  workload: "chat",
  asOf: "2026-11-20",
  kept: [version(line("a/x", 1)), version(line("a/x", 1), line("a/y", 2), line("a/gone", 3), line("a/z", 4))],
};
const NEEDS: Readonly<Record<string, readonly Need[]>> = { "a/x": ["all"], "a/y": ["all", "tools"], "a/z": ["all", "tools"] };
const needsOf = (id: string): readonly Need[] => NEEDS[id] ?? [];

test("the kept rows of a need are those of the models that meet it, in their order and with their ranks", () => {
  const { kept } = filterByNeed(snapshot, "tools", needsOf);
  expect(kept.map(({ rows }) => rows.map(({ modelId, rank }) => [modelId, rank]))).toEqual([
    [],
    [
      ["a/y", 2],
      ["a/z", 4],
    ],
  ]);
  expect(snapshot.kept[1]?.rows).toHaveLength(4);
});

test("any model shows every row, one that is listed no more too", () => {
  expect(filterByNeed(snapshot, "all", needsOf)).toEqual(snapshot);
});
