import { type ModelPin, modelPins } from "../domain/model/model-pin.ts";
import type { RankingSnapshot } from "../domain/ranking/ranking-snapshot.ts";
import { defaultPreset, rankingMonths } from "./catalog.ts";
import { snapshotsIn } from "./snapshot-files.ts";

const pins = modelPins(oldestFirst());

/** Month by month, so that years of kept days are never in memory together. */
function* oldestFirst(): Generator<RankingSnapshot> {
  for (const month of rankingMonths.filter(({ workload }) => workload === defaultPreset.id).toReversed())
    yield* snapshotsIn(month).toReversed();
}

/** The days a model can be pinned to in other people's pages, newest first; a model that no ranking ever had has none. */
export const pinsOf = (modelId: string): readonly ModelPin[] => pins.get(modelId) ?? [];
