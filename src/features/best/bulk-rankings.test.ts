import { expect, test } from "vitest";
import type { RankingJson } from "../../data/json/schema/file-schema.ts";
import { rankingsTable } from "./bulk-rankings.ts";

test("each figure of a ranking's row stands in the column of its name", () => {
  const row: RankingJson["rows"][number] = {
    ...{ modelId: "acme/nano", offerId: "acme/nano@acme", rank: 3, rankInterval: [2, 5], tiedWith: 1 },
    quality: { value: 1_400, interval: [1_390, 1_411], status: "rated", sources: [] },
    ...{ landedUsdPerMonth: "20.5", netCostUsd: "0.004", p: 0.5, pInterval: [0.45, 0.56] },
    ...{ winsWhileErrorCosts: ["0.01", "0.2"], valueRank: 7 },
    ...{ billedUsdPerMonth: "41", outputRatio: 2 },
    ...{ leastUsdPerMonth: "19.4", leastBilledUsdPerMonth: "38.9", pCounted: 0.45 },
    longPromptPrice: "assumed",
  };
  const { columns } = rankingsTable([
    {
      workload: "chat",
      asOf: "2026-08-22",
      worseAnswerUsd: "0.01",
      scale: "general",
      rows: [row, { ...row, winsWhileErrorCosts: null }],
    },
  ]);
  expect(Object.fromEntries(columns.map(({ name, cells: [first] }) => [name, first]))).toEqual({
    ...{ workload: "chat", asOf: "2026-08-22", modelId: "acme/nano", offerId: "acme/nano@acme" },
    ...{ rank: 3, rankLow: 2, rankHigh: 5, tiedWith: 1, valueRank: 7 },
    ...{ quality: 1_400, qualityLow: 1_390, qualityHigh: 1_411, status: "rated", sources: "" },
    ...{ landedUsdPerMonth: 20.5, netCostUsd: 0.004, p: 0.5, pLow: 0.45, pHigh: 0.56 },
    ...{ winsFrom: 0.01, winsTo: 0.2, billedUsdPerMonth: 41, outputRatio: 2 },
    ...{ leastUsdPerMonth: 19.4, leastBilledUsdPerMonth: 38.9, pCounted: 0.45 },
    longPromptPrice: "assumed",
  });
  expect(columns.find(({ name }) => name === "winsTo")?.cells).toEqual([0.2, null]);
});
