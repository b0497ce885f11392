import { type BestBuy, bestBuys } from "./best-buys.ts";
import { type NetCostRow, netCostUsd } from "./net-cost.ts";

/** What choosing a row instead of the best rated model comes to. */
export interface AgainstBest {
  /** Dollars a request with worse answers priced in; negative = it saves. */
  readonly extraUsd: number;
  /** More answers in a thousand that are not preferred. */
  readonly worsePerThousand: number;
}

/**
 * Every row against the best rated one: c − c_best + v · (p_best − p), and 1,000 · (p_best − p). At v = $0.01 a model at $0.0002
 * and p 0.57 beside a best one at $0.004 and p 0.62 gives 50 worse answers in 1,000 and costs 0.0002 − 0.004 + 0.01 · 0.05 = −$0.0033: it
 * saves $0.0033 a request. By model id; empty without rows. `buys`: the best buys of these rows, where they are known.
 */
export function againstBest(
  rows: readonly NetCostRow[],
  worseAnswerUsd: number,
  buys: readonly BestBuy<NetCostRow>[] = bestBuys(rows),
): ReadonlyMap<string, AgainstBest> {
  const best = buys.at(-1)?.row;
  if (best === undefined) return new Map();
  return new Map(
    rows.map((row) => [
      row.modelId,
      {
        extraUsd: netCostUsd(row, worseAnswerUsd) - netCostUsd(best, worseAnswerUsd),
        worsePerThousand: 1000 * (best.chance.counted - row.chance.counted),
      },
    ]),
  );
}
