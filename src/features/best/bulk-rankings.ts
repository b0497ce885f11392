import type { BulkTable, ColumnType } from "../../data/bulk/bulk-table.ts";
import type { RankingJson } from "../../data/json/schema/file-schema.ts";

type Cell = string | number | null;

const TYPES: ReadonlyMap<string, ColumnType> = new Map([
  ...["rank", "rankLow", "rankHigh", "tiedWith", "valueRank"].map((name) => [name, "count"] as const),
  ...["quality", "qualityLow", "qualityHigh", "p", "pLow", "pHigh", "outputRatio", "pCounted"].map(
    (name) => [name, "number"] as const,
  ),
  ...["landedUsdPerMonth", "netCostUsd", "winsFrom", "winsTo", "billedUsdPerMonth"].map((name) => [name, "number"] as const),
  ...["leastUsdPerMonth", "leastBilledUsdPerMonth"].map((name) => [name, "number"] as const),
  ["asOf", "day"],
]);

/** The rankings of every workload in one table, a row a model. Dollars are numbers here; the JSON has them as exact text. */
export function rankingsTable(rankings: readonly RankingJson[]): BulkTable {
  const lines = rankings.flatMap(({ workload, asOf, rows }) => rows.map((row) => ({ workload, asOf, ...cellsOf(row) })));
  const names = Object.keys(lines[0] ?? {});
  return {
    columns: names.map((name) => ({
      name,
      type: TYPES.get(name) ?? "text",
      cells: lines.map((line): Cell => new Map<string, Cell>(Object.entries(line)).get(name) ?? null),
    })),
  };
}

function cellsOf({ quality, ...row }: RankingJson["rows"][number]) {
  const [winsFrom, winsTo] = row.winsWhileErrorCosts ?? [null, null];
  return {
    ...{
      modelId: row.modelId,
      offerId: row.offerId,
      rank: row.rank,
      rankLow: row.rankInterval[0],
      rankHigh: row.rankInterval[1],
    },
    ...{ tiedWith: row.tiedWith, quality: quality.value, qualityLow: quality.interval[0], qualityHigh: quality.interval[1] },
    ...{ status: quality.status, sources: quality.sources.join(" "), landedUsdPerMonth: Number(row.landedUsdPerMonth) },
    ...{
      netCostUsd: numberOf(row.netCostUsd),
      p: row.p ?? null,
      pLow: row.pInterval?.[0] ?? null,
      pHigh: row.pInterval?.[1] ?? null,
    },
    ...{ winsFrom: numberOf(winsFrom), winsTo: numberOf(winsTo), valueRank: row.valueRank ?? null },
    ...{ billedUsdPerMonth: numberOf(row.billedUsdPerMonth), outputRatio: row.outputRatio ?? null },
    ...{
      leastUsdPerMonth: numberOf(row.leastUsdPerMonth),
      leastBilledUsdPerMonth: numberOf(row.leastBilledUsdPerMonth),
      pCounted: row.pCounted ?? null,
      longPromptPrice: row.longPromptPrice ?? null,
    },
  };
}

const numberOf = (text: string | null | undefined): number | null => (text == null ? null : Number(text));
