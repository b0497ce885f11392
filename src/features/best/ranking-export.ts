import { stringify } from "csv-stringify/sync";
import type { RankingLine } from "../../domain/ranking/ranking-snapshot.ts";

/** A ranking as `/api/v1/rankings/<workload>.json` publishes it. */
export interface RankingJson {
  readonly workload: string;
  readonly asOf: string;
  readonly rows: readonly RankingLine[];
}

const COLUMNS = [
  ...["rank", "rankLow", "rankHigh", "tiedWith", "modelId", "offerId", "landedUsdPerMonth"],
  ...["quality", "qualityLow", "qualityHigh", "status", "sources", "workload", "asOf"],
];

/** The rows of the JSON, one a line. */
export function rankingCsv({ workload, asOf, rows }: RankingJson): string {
  const lines = rows.map(({ modelId, offerId, rank, rankInterval, tiedWith, quality, landedUsdPerMonth }) => [
    ...[rank, ...rankInterval, tiedWith, modelId, offerId, landedUsdPerMonth],
    ...[quality.value, ...quality.interval, quality.status, quality.sources.join(" "), workload, asOf],
  ]);
  return stringify([COLUMNS, ...lines], { escape_formulas: true });
}
