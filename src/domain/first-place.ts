import type { RankOptions } from "./cheapest.ts";
import { type FlipPoints, flipPoints } from "./flip-point.ts";
import { type Market, priceModels } from "./market.ts";
import type { RankingRow } from "./ranking.ts";
import { undominated } from "./undominated.ts";
import type { Workload } from "./workload.ts";

/** What of a workload first place hangs on: each share where another takes it, null = nowhere. */
export interface FirstPlace {
  readonly modelId: string;
  /** Output's share of all tokens of a request, their sum unchanged. */
  readonly outputShare: FlipPoints | null;
  /** The share of the input that is read from cache. */
  readonly cachedShare: FlipPoints | null;
}

/** How many of the runners-up are asked whether they take over: one further down would have to pass all of these first. */
const RIVALS = 5;

/**
 * What would flip first place by quality per dollar: the workload's output share and cached share are moved over their whole range, everything
 * else as it is, and the first point is found at which one of the next five rows offers more. Rows in the order of their rank. Null without rows.
 */
export function firstPlace(
  rows: readonly RankingRow[],
  market: Market,
  workload: Workload,
  options: RankOptions,
): FirstPlace | null {
  const [first, ...others] = rows.slice(0, RIVALS + 1);
  if (first === undefined) return null;
  const wins = new Map([first, ...others].map(({ modelId, winShare }) => [modelId, winShare]));
  const models = market.models
    .filter(({ id }) => wins.has(id))
    .map((each) => ({ ...each, offers: undominated(each.offers, market.sellers, options) }));
  const ring: Market = { ...market, models };
  const leadAt = (moved: Workload): number | null => {
    const values = priceModels(ring, moved, options).flatMap(({ model, cheapest }) =>
      cheapest?.landed == null ? [] : [{ id: model.id, value: (wins.get(model.id) ?? 0) / cheapest.landed.usd }],
    );
    const own = values.find(({ id }) => id === first.modelId);
    const best = Math.max(...values.flatMap(({ id, value }) => (id === first.modelId ? [] : [value])));
    return own === undefined || best < 0 ? null : own.value / best - 1;
  };
  const tokens = workload.inputTokens + workload.outputTokens;
  const byOutput = (share: number) => {
    const outputTokens = Math.round(tokens * share);
    return leadAt({ ...workload, outputTokens, inputTokens: tokens - outputTokens });
  };
  const most = 1 - workload.cacheWriteShare;
  return {
    modelId: first.modelId,
    outputShare: tokens === 0 ? null : flipPoints(byOutput, workload.outputTokens / tokens, [0, 1]),
    cachedShare: flipPoints((cachedShare) => leadAt({ ...workload, cachedShare }), workload.cachedShare, [0, most]),
  };
}
