import { offersOfJson } from "../../../../data/json/offer-json.ts";
import type { ModelJson } from "../../../../data/json/schema/offer-schema.ts";
import type { SearchJson } from "../../../../data/json/search-json.ts";
import { readSellersJson, type SellersJson } from "../../../../data/json/seller-json.ts";
import type { SoldOffer } from "../../../../domain/platform/line-at-platform.ts";
import { slugsOf } from "../../../../domain/text/known-model.ts";
import { type ModelFinder, modelFinder } from "../../../../domain/text/model-finder.ts";
import { loadJson, loadOnce } from "../../../../site/browser/load-json.ts";
import { namedModels } from "../../../../site/browser/model-names.ts";
import * as paths from "../../../../site/paths.ts";
import type { CalculatorData } from "../../calculator-month.ts";

/** The site's data as far as a calculator has asked for it. */
export interface MonthData extends Omit<CalculatorData, "offers"> {
  readonly platformNames: ReadonlyMap<string, string>;
  readonly models: ModelFinder;
  /** The ids of models, the most used first. */
  readonly byUse: readonly string[];
  /** Our ids by OpenRouter’s dated slugs. */
  slugs(): ReadonlyMap<string, string>;
  /** The offers of models, fetched once each. Rejects where one does not load. */
  offersOf(models: readonly string[]): Promise<ReadonlyMap<string, readonly SoldOffer[]>>;
}

interface ModelRow {
  readonly id: string;
  readonly name: string;
  readonly canonicalSlug: string | null;
}

/** Models and sellers; throws where one does not load. */
export async function loadMonthData(): Promise<MonthData> {
  const [models, searched, sellersJson] = await Promise.all([
    loadJson<readonly ModelRow[]>(paths.api.models()),
    loadJson<SearchJson>(paths.search()),
    loadJson<SellersJson>(paths.sellers()),
  ]);
  const { sellers, names } = readSellersJson(sellersJson);
  const modelNames = new Map(models.map(({ id, name }) => [id, name]));
  const platformNames = new Map(Object.entries(sellersJson.platforms).map(([id, { name }]) => [id, name]));
  const offersOfModel = loadOnce(
    async (id): Promise<readonly SoldOffer[]> => offersOfJson(await loadJson<ModelJson>(paths.api.model(id)), names),
  );
  return {
    sellers,
    modelNames,
    platformNames,
    models: modelFinder(namedModels(models, searched)),
    byUse: searched.models.map(([id]) => id),
    slugs: () => slugsOf(models),
    offersOf: async (ids) => {
      const wanted = [...new Set(ids)].filter((id) => modelNames.has(id));
      return new Map(await Promise.all(wanted.map(async (id) => [id, await offersOfModel(id)] as const)));
    },
  };
}
