import { offersOfJson } from "../../../../data/json/offer-json.ts";
import type { ModelJson } from "../../../../data/json/schema/offer-schema.ts";
import type { SearchJson } from "../../../../data/json/search-json.ts";
import { readSellersJson, type SellersJson } from "../../../../data/json/seller-json.ts";
import { loadJson, loadJsonIfThere } from "../../../../site/browser/load-json.ts";
import { namedModels } from "../../../../site/browser/model-names.ts";
import { paths } from "../../../../site/paths.ts";
import { choiceOf, type LoadedComparison } from "../../compare-chosen.ts";
import type { CompareState } from "../../compare-state.ts";
import type { ComparedModelRow } from "../../models/compared-model.ts";
import { comparedModel, type SoldModelFile } from "../../models/model-listing.ts";
import type { PlatformFile } from "../../platforms/compared-platform.ts";
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
  const platformFileOf = once((id) =>
    loadJsonIfThere<PlatformFile>(`${paths.comparedPlatforms()}${encodeURIComponent(id)}.json`),
  );
  const modelFileOf = once(async (id): Promise<SoldModelFile | null> => {
    const json = rowOf.has(id) ? await loadJsonIfThere<ModelJson>(paths.api.model(id)) : null;
    return json === null ? null : { model: json.model, offers: offersOfJson(json, names) };
  });
  return {
    presets,
    platformChoices: Object.entries(platforms).map(([id, { name }]) => ({ id, name, otherNames: [] })),
    modelChoices: namedModels(rows, searched).map(({ id, name, otherNames }) => ({ id, name, note: id, otherNames })),
    load: async (state) => {
      const choice = choiceOf(state);
      const [platformFiles, modelFiles] = await Promise.all([
        Promise.all(state.platforms.map(platformFileOf)),
        Promise.all(state.models.map(modelFileOf)),
      ]);
      return {
        platforms: platformFiles.flatMap((file) => (file === null ? [] : [withListings(file, choice, sellers, names)])),
        models: modelFiles.flatMap((file) => {
          const row = file === null ? undefined : rowOf.get(file.model.id);
          return file === null || row === undefined ? [] : [comparedModel(row, file, choice, { sellers, presets })];
        }),
        presets,
      };
    },
  };
}

/** The same promise for the same id. */
function once<Value>(load: (id: string) => Promise<Value>): (id: string) => Promise<Value> {
  const loaded = new Map<string, Promise<Value>>();
  return (id) => {
    const known = loaded.get(id) ?? load(id);
    loaded.set(id, known);
    return known;
  };
}
