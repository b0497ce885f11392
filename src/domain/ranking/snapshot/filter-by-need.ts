import type { Need } from "../../model/need.ts";
import type { RankingSnapshot } from "../ranking-snapshot.ts";

/**
 * The kept rows of the models that meet a need. A place by net cost does not depend on who else is ranked, so they stay in order and the first
 * of them was the need's best buy; ranks and ties are still those of all models. Of ranks 1, 2 and 3 of which the second and third call
 * tools, 2 and 3 are left.
 */
export function filterByNeed(
  snapshot: RankingSnapshot,
  need: Need,
  needsOf: (modelId: string) => readonly Need[],
): RankingSnapshot {
  if (need === "all") return snapshot;
  const kept = snapshot.kept.map(({ sha256, rows }) => ({
    sha256,
    rows: rows.filter(({ modelId }) => needsOf(modelId).includes(need)),
  }));
  return { ...snapshot, kept };
}
