import type { RankingLine, RankingSnapshot } from "../ranking/ranking-snapshot.ts";

/** What a kept ranking said of one model on a day: nothing later changes it. */
export interface ModelPin {
  readonly day: string;
  readonly line: RankingLine;
}

/**
 * The days worth pinning a model to: the first that a ranking of it was kept, and each on which its price or seller was another than
 * before. Kept at 5, 5 and 4 dollars → the first and the third day. `snapshots` are of one workload, oldest day first; newest day first comes out.
 */
export function modelPins(snapshots: Iterable<RankingSnapshot>): ReadonlyMap<string, readonly ModelPin[]> {
  const pins = new Map<string, readonly ModelPin[]>();
  for (const { asOf, kept: versions } of snapshots) {
    for (const line of versions.at(-1)?.rows ?? []) {
      const earlier = pins.get(line.modelId) ?? [];
      if (isNews(line, earlier[0]?.line)) pins.set(line.modelId, [{ day: asOf, line }, ...earlier]);
    }
  }
  return pins;
}

const isNews = (line: RankingLine, before: RankingLine | undefined): boolean =>
  line.offerId !== before?.offerId || line.landedUsdPerMonth !== before.landedUsdPerMonth;
