import { stringify } from "csv-stringify/sync";
import type { RankingJson } from "../../data/json/schema/file-schema.ts";

const COLUMNS = [
  ...["rank", "rankLow", "rankHigh", "tiedWith", "modelId", "offerId", "landedUsdPerMonth"],
  ...["quality", "qualityLow", "qualityHigh", "status", "sources", "workload", "asOf"],
  ...["netCostUsd", "p", "pLow", "pHigh", "winsFrom", "winsTo", "valueRank", "billedUsdPerMonth", "outputRatio"],
  ...["leastUsdPerMonth", "leastBilledUsdPerMonth", "pCounted", "longPromptPrice"],
];

/** The rows of the JSON, one a line. */
export function rankingCsv({ workload, asOf, rows }: RankingJson): string {
  const lines = rows.map(({ modelId, offerId, rank, rankInterval, tiedWith, quality, landedUsdPerMonth, ...row }) => {
    const { netCostUsd, p, pInterval, winsWhileErrorCosts, valueRank, billedUsdPerMonth, outputRatio } = row;
    return [
      ...[rank, ...rankInterval, tiedWith, modelId, offerId, landedUsdPerMonth],
      ...[quality.value, ...quality.interval, quality.status, quality.sources.join(" "), workload, asOf],
      ...[
        netCostUsd,
        p,
        ...(pInterval ?? ["", ""]),
        ...(winsWhileErrorCosts ?? ["", ""]),
        valueRank,
        billedUsdPerMonth,
        outputRatio,
      ],
      ...[row.leastUsdPerMonth, row.leastBilledUsdPerMonth, row.pCounted, row.longPromptPrice],
    ];
  });
  return stringify([COLUMNS, ...lines], { escape_formulas: true });
}
