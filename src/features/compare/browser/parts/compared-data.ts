import { loadJsonIfThere } from "../../../../site/browser/load-json.ts";
import type { LoadedComparison } from "../../compare-chosen.ts";
import type { CompareState } from "../../compare-state.ts";
import type { ComparedModels, ComparedPlatform } from "../../compared-platform.ts";

/** Loads what a comparison needs, each file once. */
export interface ComparedData {
  load(state: CompareState): Promise<LoadedComparison>;
}

export function comparedData(platformsUrl: string, modelsUrl: string): ComparedData {
  const platforms = new Map<string, Promise<ComparedPlatform | null>>();
  let models: Promise<ComparedModels | null> | null = null;
  const platform = (id: string) => {
    const known = platforms.get(id) ?? loadJsonIfThere<ComparedPlatform>(`${platformsUrl}${encodeURIComponent(id)}.json`);
    platforms.set(id, known);
    return known;
  };
  return {
    load: async (state) => {
      if (state.models.length > 0) models ??= loadJsonIfThere<ComparedModels>(modelsUrl);
      return {
        platforms: (await Promise.all(state.platforms.map(platform))).filter((each) => each !== null),
        models: (await models) ?? { presets: [], models: [] },
      };
    },
  };
}
