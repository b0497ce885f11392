import { type ModelPin, modelPins } from "../domain/model/model-pin.ts";
import type { DayLines } from "../domain/ranking/snapshot/ranking-month.ts";
import { defaultPreset, rankingMonths } from "./catalog.ts";
import { movedLinesIn } from "./snapshot-files.ts";

const pins = modelPins(oldestFirst());

/** Month by month, so that years of kept days are never in memory together. */
function* oldestFirst(): Generator<DayLines> {
  for (const month of rankingMonths.filter(({ workload }) => workload === defaultPreset.id).toReversed())
    yield* movedLinesIn(month);
}

/** The days a model can be pinned to in other people's pages, newest first; a model that no ranking ever had has none. */
export const pinsOf = (modelId: string): readonly ModelPin[] => pins.get(modelId) ?? [];
