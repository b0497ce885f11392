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
    const known = platforms.get(id) ?? json<ComparedPlatform>(`${platformsUrl}${encodeURIComponent(id)}.json`);
    platforms.set(id, known);
    return known;
  };
  return {
    load: async (state) => {
      if (state.models.length > 0) models ??= json<ComparedModels>(modelsUrl);
      return {
        platforms: (await Promise.all(state.platforms.map(platform))).filter((each) => each !== null),
        models: (await models) ?? { presets: [], models: [] },
      };
    },
  };
}

/** Null = there is no such file. Anything else that goes wrong is thrown. */
async function json<Body>(url: string): Promise<Body | null> {
  const response = await fetch(url);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`GET ${url}: ${response.status}`);
  return response.json();
}
