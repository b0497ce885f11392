import { offersOfJson } from "../../../../data/json/offer-json.ts";
import type { ModelJson } from "../../../../data/json/schema/offer-schema.ts";
import type { SearchJson } from "../../../../data/json/search-json.ts";
import { readSellersJson, type SellersJson } from "../../../../data/json/seller-json.ts";
import { loadJson, loadJsonIfThere, loadOnce } from "../../../../site/browser/load-json.ts";
import { namedModels } from "../../../../site/browser/model-names.ts";
import { memoizeLast } from "../../../../site/page/memoize-last.ts";
import * as paths from "../../../../site/paths.ts";
import { choiceOf, type LoadedComparison } from "../../compare-chosen.ts";
import type { CompareState } from "../../compare-state.ts";
import type { ComparedIds } from "../../compared.ts";
import type { ComparedModel, ComparedModelRow } from "../../models/compared-model.ts";
import { comparedModel, type SoldModelFile } from "../../models/model-listing.ts";
import type { ComparedPlatform, PlatformFile } from "../../platforms/compared-platform.ts";
import { withListings } from "../../platforms/listings.ts";
import type { NamedChoice } from "./choices.ts";

/** What comparisons are made from, each file loaded once. */
export interface ComparedData {
  readonly presets: SellersJson["presets"];
  readonly platformChoices: readonly NamedChoice[];
  /** By use. */
  readonly modelChoices: readonly NamedChoice[];
  /** What a state compares, with its figures; what there is no file for is left out. */
  load(state: CompareState): Promise<LoadedComparison>;
  /** Fetches the file of what is likely to be chosen next; one that does not load is asked for again when it is. */
  fetchAhead(kind: keyof ComparedIds, id: string): void;
}

/** Throws where a file does not load. */
export async function comparedData(): Promise<ComparedData> {
  const [rows, searched, sellersJson] = await Promise.all([
    loadJson<readonly ComparedModelRow[]>(paths.comparedModels()),
    loadJson<SearchJson>(paths.search()),
    loadJson<SellersJson>(paths.sellers()),
  ]);
  const { sellers, names } = readSellersJson(sellersJson);
  const { presets, platforms } = sellersJson;
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const platformFileOf = loadOnce((id) =>
    loadJsonIfThere<PlatformFile>(`${paths.comparedPlatforms()}${encodeURIComponent(id)}.json`),
  );
  const modelFileOf = loadOnce(async (id): Promise<SoldModelFile | null> => {
    const json = rowOf.has(id) ? await loadJsonIfThere<ModelJson>(paths.api.model(id)) : null;
    return json === null ? null : { model: json.model, offers: offersOfJson(json, names) };
  });
  const figures = memoizeLast((_choice: string) => ({
    platforms: new Map<PlatformFile, ComparedPlatform>(),
    models: new Map<SoldModelFile, ComparedModel>(),
  }));
  return {
    presets,
    platformChoices: Object.entries(platforms).map(([id, { name }]) => ({ id, name, otherNames: [] })),
    modelChoices: namedModels(rows, searched).map(({ id, name, otherNames }) => ({ id, name, note: id, otherNames })),
    fetchAhead: (kind, id) => {
      const file: Promise<unknown> = kind === "platforms" ? platformFileOf(id) : modelFileOf(id);
      file.catch(() => undefined);
    },
    load: async (state) => {
      const choice = choiceOf(state);
      // Who is added finds the others' figures made, as long as they are for the same.
      const computed = figures(JSON.stringify(choice));
      const [platformFiles, modelFiles] = await Promise.all([
        Promise.all(state.platforms.map(platformFileOf)),
        Promise.all(state.models.map(modelFileOf)),
      ]);
      return {
        platforms: platformFiles.flatMap((file) =>
          file === null ? [] : [madeFor(computed.platforms, file, () => withListings(file, choice, sellers, names))],
        ),
        models: modelFiles.flatMap((file) => {
          const row = file === null ? undefined : rowOf.get(file.model.id);
          if (file === null || row === undefined) return [];
          return [madeFor(computed.models, file, () => comparedModel(row, file, choice, { sellers, presets }))];
        }),
        presets,
      };
    },
  };
}

/** What is known for a key, or made now and known from then on. */
function madeFor<Key, Made extends object>(known: Map<Key, Made>, key: Key, make: () => Made): Made {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
