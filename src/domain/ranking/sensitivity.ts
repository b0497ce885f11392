import type { Workload } from "../cost/workload.ts";
import { compareText } from "../money/compare-text.ts";
import type { RankOptions } from "./cheapest.ts";
import { type FlipPoints, flipPoints } from "./flip-point.ts";
import type { RankingRow } from "./ranking.ts";
import { priceModels, type RankingInput } from "./ranking-input.ts";
import { undominated } from "./undominated.ts";

/** The points on both sides where first place is lost, and who takes it there. */
export interface ShareLimits extends FlipPoints {
  readonly takenBelowBy: string | null;
  readonly takenAboveBy: string | null;
}

/** What of a workload first place hangs on: each share where another takes it, null = nowhere. */
export interface Sensitivity {
  readonly modelId: string;
  /** Output's share of all tokens of a request, their sum unchanged. */
  readonly outputShare: ShareLimits | null;
  /** The share of the input that is read from cache. */
  readonly cachedShare: ShareLimits | null;
}

/** How many of the runners-up are asked whether they take over: one further down would have to pass all of these first. */
const RIVALS = 5;

/**
 * What would flip first place by quality per dollar: the workload's output share and cached share are moved over their whole range, everything
 * else as it is, and the first point is found at which one of the next five rows offers more. Rows in the order of their rank. Null without rows.
 */
export function sensitivityOf(
  rows: readonly RankingRow[],
  input: RankingInput,
  workload: Workload,
  options: RankOptions,
): Sensitivity | null {
  const [first, ...others] = rows.slice(0, RIVALS + 1);
  if (first === undefined) return null;
  const wins = new Map([first, ...others].map(({ modelId, winShare }) => [modelId, winShare]));
  const models = input.models
    .filter(({ id }) => wins.has(id))
    .map((each) => ({ ...each, offers: undominated(each.offers, input.sellers, options) }));
  const ring: RankingInput = { ...input, models };
  const valuesAt = (moved: Workload): readonly ValueAt[] =>
    priceModels(ring, moved, options).flatMap(({ model, cheapest }) =>
      cheapest?.landed == null ? [] : [{ id: model.id, value: (wins.get(model.id) ?? 0) / cheapest.landed.upperUsd }],
    );
  const tokens = workload.inputTokens + workload.outputTokens;
  const byOutput = (share: number) => {
    const outputTokens = Math.round(tokens * share);
    return valuesAt({ ...workload, outputTokens, inputTokens: tokens - outputTokens });
  };
  const byCached = (cachedShare: number) => valuesAt({ ...workload, cachedShare });
  const most = 1 - workload.cacheWriteShare;
  return {
    modelId: first.modelId,
    outputShare: tokens === 0 ? null : heldShare(first.modelId, byOutput, workload.outputTokens / tokens, [0, 1]),
    cachedShare: heldShare(first.modelId, byCached, workload.cachedShare, [0, most]),
  };
}

interface ValueAt {
  readonly id: string;
  readonly value: number;
}

function heldShare(
  firstId: string,
  valuesAt: (share: number) => readonly ValueAt[],
  now: number,
  range: readonly [number, number],
): ShareLimits | null {
  const leadAt = (share: number): number | null => {
    const values = valuesAt(share);
    const first = values.find(({ id }) => id === firstId);
    const rival = rivalOf(firstId, values);
    return first === undefined || rival === null ? null : first.value / rival.value - 1;
  };
  const flips = flipPoints(leadAt, now, range);
  const heirAt = (share: number | null): string | null =>
    share === null ? null : (rivalOf(firstId, valuesAt(share))?.id ?? null);
  return flips === null ? null : { ...flips, takenBelowBy: heirAt(flips.below), takenAboveBy: heirAt(flips.above) };
}

/** The best of the others, equals by id. */
const rivalOf = (firstId: string, values: readonly ValueAt[]): ValueAt | null =>
  values.filter(({ id }) => id !== firstId).toSorted((a, b) => b.value - a.value || compareText(a.id, b.id))[0] ?? null;

/**
 * The month at which each row would change first place, everything else as it is: the first loses it above its own, each other one takes it
 * below. Wins of 0.5 at $10 before wins of 0.4 at $16: the first holds it up to $20, the other takes it under $8. Rows in the order of their
 * rank; a first row without rivals has none.
 */
export function takeoverMonths(rows: readonly RankingRow[]): ReadonlyMap<string, number> {
  const [first, second] = rows;
  return new Map(
    rows.flatMap((row) => {
      const rival = row === first ? second : first;
      return rival === undefined ? [] : [[row.modelId, (row.winShare / rival.winShare) * rival.landedUsdPerMonth]];
    }),
  );
}
