import {
  allSheets,
  defaultPreset,
  measuredCosts,
  modelOf,
  models,
  names,
  offers,
  offersOf,
  qualityFit,
  qualityOf,
  run,
  sellers,
} from "../../data/catalog.ts";
import { type MarketJson, marketJson } from "../../data/json/market-json.ts";
import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import { meetsNeed, NEEDS, type Need } from "../../domain/model/need.ts";
import { compareText } from "../../domain/money/compare-text.ts";
import type { Offer } from "../../domain/offer/offer.ts";
import { qualityMarks } from "../../domain/quality/quality-mark.ts";
import { DEFAULT_RANK_OPTIONS } from "../../domain/ranking/cheapest.ts";
import { type Market, marketOf, type PricedOnMarket, priceModels } from "../../domain/ranking/market.ts";
import { type PriceBands, priceBands } from "../../domain/reference/price-bands.ts";
import { countStale } from "../../domain/source/staleness.ts";
import type { FigureTable } from "../../table/figure-table.ts";
import { defaultBestState } from "./best-state.ts";
import { type BestData, type BestView, bestView } from "./best-view.ts";
import { switchTable } from "./switch-table.ts";

/** The data behind the ranking pages, put together once a build. */
const market = marketOf(models, offersOf, qualityOf, sellers, qualityFit?.field.map(({ elo }) => elo) ?? []);

/** Frontier, mid and light by the makers' own list prices: input plus output, dollars per million tokens. */
export const bands: PriceBands = priceBands(
  allSheets().flatMap(({ model, reference }) => {
    const { input = null, output = null } = reference?.kind === "list" ? reference.prices : {};
    return input === null || output === null || model.status !== "current" ? [] : [{ id: model.id, usd: (input + output) / 1e6 }];
  }),
);

const data: BestData & { readonly market: Market<Offer> } = {
  market,
  modelOf,
  marks: qualityMarks(bands, (id) => qualityOf(id)?.value ?? null),
  measuredUsd: new Map(measuredCosts.map(({ model, usdPerQuestion }) => [model, Number(usdPerQuestion)])),
  names,
};

/** The same with only the models that meet a need. */
export function bestData(need: Need): typeof data {
  const own = market.models.filter(({ id }) => meetsNeed(modelOf(id), need));
  return { ...data, market: { ...market, models: own } };
}

/** The bars people ask for by name. */
export const bestMarks = data.marks;

/** The makers and the platforms of the models that are ranked for a need, by name: what a reader can choose. */
export function bestChoices(
  need: Need,
): Readonly<Record<"makers" | "platforms", readonly (readonly [id: string, name: string])[]>> {
  const ranked = bestData(need).market.models.filter(({ quality }) => quality?.value != null);
  const makers = new Map(ranked.map(({ id }) => [modelOf(id).maker, modelOf(id).makerName]));
  const platforms = new Set(ranked.flatMap(({ offers: own }) => own.map(({ platform }) => platform)));
  return { makers: byName(makers), platforms: byName([...platforms].map((id) => [id, names.platform(id)])) };
}

const byName = (pairs: Iterable<readonly [string, string]>): readonly (readonly [id: string, name: string])[] =>
  [...pairs].sort(([a, nameA], [b, nameB]) => nameA.localeCompare(nameB, "en") || compareText(a, b));

/** Offers of ranked models that nobody has read lately: in no ranking, and counted. */
export const staleOffers = (need: Need): number => countStale(offers.filter(({ model }) => meetsNeed(modelOf(model), need)));

const views = new Map<string, BestView>();
const pricesByPreset = new Map<string, ReadonlyMap<string, PricedOnMarket<Offer>>>();

/** Every model's price for a preset, worked out once a build. */
function pricesFor(preset: WorkloadPreset): ReadonlyMap<string, PricedOnMarket<Offer>> {
  const known = pricesByPreset.get(preset.id);
  if (known !== undefined) return known;
  const priced = priceModels(market, preset, DEFAULT_RANK_OPTIONS);
  const prices = new Map(priced.map((each) => [each.model.id, each]));
  pricesByPreset.set(preset.id, prices);
  return prices;
}

/** What the page of a workload and a need shows, and what its JSON, CSV and image say. */
export function bestViewOf(preset: WorkloadPreset, need: Need): BestView {
  const key = `${preset.id}/${need}`;
  const view =
    views.get(key) ?? bestView({ ...bestData(need), priced: pricesFor(preset) }, defaultBestState(preset), staleOffers(need));
  views.set(key, view);
  return view;
}

const needsOf = (modelId: string): readonly Need[] => NEEDS.filter((need) => meetsNeed(modelOf(modelId), need));

/** `/api/market.json` of this build. */
export const siteMarketJson = (): MarketJson => marketJson(run.asOf, data, needsOf, staleOffers, NEEDS);

/** "Switch and save" of a model's page, for the workload pages show first. */
export const switchTableOf = (modelId: string): FigureTable | null =>
  switchTable(modelId, bestViewOf(defaultPreset, "all").ranking.rows, defaultPreset.name, (id) => ({
    ...modelOf(id),
    needs: needsOf(id),
  }));
