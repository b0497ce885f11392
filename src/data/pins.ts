import { type ModelPin, modelPins } from "../domain/model/model-pin.ts";
import { defaultPreset, rankingSnapshots } from "./catalog.ts";

const pins = modelPins(rankingSnapshots.filter(({ workload }) => workload === defaultPreset.id));

/** The days a model can be pinned to in other people's pages, newest first; a model that no ranking ever had has none. */
export const pinsOf = (modelId: string): readonly ModelPin[] => pins.get(modelId) ?? [];
