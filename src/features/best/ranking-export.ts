import { stringify } from "csv-stringify/sync";
import type { QualityScaleName } from "../../domain/quality/need-scale.ts";
import type { RankingLine } from "../../domain/ranking/ranking-snapshot.ts";

/** A ranking as `/api/v1/rankings/<workload>.json` publishes it. */
export interface RankingJson {
  readonly workload: string;
  readonly asOf: string;
  /** What a worse answer costs in this ranking, in dollars. */
  readonly worseAnswerUsd: string;
  /** What quality is measured by: answers of every kind, or those to one need. */
  readonly scale: QualityScaleName;
  readonly rows: readonly RankingLine[];
}

const COLUMNS = [
  ...["rank", "rankLow", "rankHigh", "tiedWith", "modelId", "offerId", "landedUsdPerMonth"],
  ...["quality", "qualityLow", "qualityHigh", "status", "sources", "workload", "asOf"],
  ...["netCostUsd", "p", "pLow", "pHigh", "winsFrom", "winsTo", "valueRank", "billedUsdPerMonth", "outputRatio"],
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
    ];
  });
  return stringify([COLUMNS, ...lines], { escape_formulas: true });
}
