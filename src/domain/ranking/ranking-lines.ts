import { billionthText, millionthText, toMillionth } from "../money/micro-usd.ts";
import type { Ranking, RankingRow } from "./ranking.ts";
import type { RankingLine } from "./ranking-snapshot.ts";

/** The rows of a ranking as page, JSON, CSV and kept file have them. */
export const rankingLines = ({ rows }: Ranking): readonly RankingLine[] => rows.map(rankingLine);

function rankingLine({ chance, quality, wins, ...row }: RankingRow): RankingLine {
  const { modelId, offerId, rank, rankInterval, tiedWith, status, sources, landedUsdPerMonth, valueRank } = row;
  return {
    ...{ modelId, offerId, rank, rankInterval: [rankInterval[0], rankInterval[1]], tiedWith },
    quality: { value: quality.value, interval: [quality.low, quality.high], status, sources: [...sources] },
    landedUsdPerMonth: millionthText(landedUsdPerMonth),
    netCostUsd: billionthText(row.netCostUsd),
    p: toMillionth(chance.p),
    pInterval: [toMillionth(chance.low), toMillionth(chance.high)],
    winsWhileErrorCosts: wins === null ? null : [billionthText(wins.from), wins.to === null ? null : billionthText(wins.to)],
    ...(row.outputRatio === 1 ? {} : { billedUsdPerMonth: millionthText(row.billedUsdPerMonth), outputRatio: row.outputRatio }),
    valueRank,
  };
}
