import { billionthText, millionthText, toMillionth } from "../money/micro-usd.ts";
import type { RankedMonth, Ranking, RankingRow } from "./ranking.ts";
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
    ...leastMonths(
      { usd: row.leastUsd.landed, upperUsd: landedUsdPerMonth },
      row.outputRatio === 1 ? null : { usd: row.leastUsd.billed, upperUsd: row.billedUsdPerMonth },
    ),
    ...(chance.counted === chance.p ? {} : { pCounted: toMillionth(chance.counted) }),
    ...longPromptPrice(row.assumesLongPrompts),
  };
}

/** What a row says of a month that hangs on what long prompts cost; nothing where that is named. */
export const longPromptPrice = (isAssumed: boolean): Pick<RankingLine, "longPromptPrice"> =>
  isAssumed ? { longPromptPrice: "assumed" } : {};

type LeastMonths = Pick<RankingLine, "leastUsdPerMonth" | "leastBilledUsdPerMonth">;

/** The lower ends of a month and of its bill, where a fee is unknown: to the millionth, as the upper ones are. `billed`: null = the same month. */
export function leastMonths(landed: RankedMonth, billed: RankedMonth | null): LeastMonths {
  const [least, leastBilled] = [leastText(landed), billed === null ? null : leastText(billed)];
  return {
    ...(least === null ? {} : { leastUsdPerMonth: least }),
    ...(leastBilled === null ? {} : { leastBilledUsdPerMonth: leastBilled }),
  };
}

/** Null = no less than its upper end, as both are written. */
function leastText({ usd, upperUsd }: RankedMonth): string | null {
  const least = millionthText(usd ?? upperUsd);
  return least === millionthText(upperUsd) ? null : least;
}

/** The month of a published row: from the least to the most it may be. A row kept while nobody kept the least has the most alone. */
export function monthOfLine({
  landedUsdPerMonth,
  leastUsdPerMonth = landedUsdPerMonth,
}: Pick<RankingLine, "landedUsdPerMonth" | "leastUsdPerMonth">): Required<RankedMonth> {
  return { usd: Number(leastUsdPerMonth), upperUsd: Number(landedUsdPerMonth) };
}
