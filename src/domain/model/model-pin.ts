import type { RankingLine } from "../ranking/ranking-snapshot.ts";
import type { DayLines } from "../ranking/snapshot/ranking-month.ts";

/** What a kept ranking said of one model on a day: nothing later changes it. */
export interface ModelPin {
  readonly day: string;
  readonly line: RankingLine;
}

/**
 * The days worth pinning a model to: the first that a ranking of it was kept, and each on which its price or seller was another than
 * before. Kept at 5, 5 and 4 dollars → the first and the third day. `days` are of one workload, oldest first, and need no line that is as it was
 * on the day before; newest day first comes out.
 */
export function modelPins(days: Iterable<DayLines>): ReadonlyMap<string, readonly ModelPin[]> {
  const pins = new Map<string, readonly ModelPin[]>();
  for (const { asOf, rows } of days) {
    for (const line of rows) {
      const earlier = pins.get(line.modelId) ?? [];
      if (isNews(line, earlier[0]?.line)) pins.set(line.modelId, [{ day: asOf, line }, ...earlier]);
    }
  }
  return pins;
}

const isNews = (line: RankingLine, before: RankingLine | undefined): boolean =>
  line.offerId !== before?.offerId || line.landedUsdPerMonth !== before.landedUsdPerMonth;
