import { modelOf, names } from "../../data/catalog.ts";
import type { RankingData } from "../../data/ranking-data.ts";
import { pricesFor, rankingDataFor, staleOffers } from "../../data/rankings.ts";
import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import type { Need } from "../../domain/model/need.ts";
import { compareText } from "../../domain/money/compare-text.ts";
import { defaultBestState } from "./best-state.ts";
import { type BestView, bestView } from "./best-view.ts";
import { pricedInput, rankedMarket } from "./market/ranked-market.ts";

/** The makers and the platforms of the models that are ranked for a need, by name: what a reader can choose. */
export function bestChoices(
  preset: WorkloadPreset,
  need: Need,
): Readonly<Record<"makers" | "platforms", readonly (readonly [id: string, name: string])[]>> {
  const ranked = rankingDataFor(preset.id, [need]).input.models.filter(({ quality }) => quality?.value != null);
  const makers = new Map(ranked.map(({ id }) => [modelOf(id).maker, modelOf(id).makerName]));
  const platforms = new Set(ranked.flatMap(({ offers }) => offers.map(({ platform }) => platform)));
  return { makers: byName(makers), platforms: byName([...platforms].map((id) => [id, names.platform(id)])) };
}

const byName = (pairs: Iterable<readonly [string, string]>): readonly (readonly [id: string, name: string])[] =>
  [...pairs].sort(([a, nameA], [b, nameB]) => nameA.localeCompare(nameB, "en") || compareText(a, b));

const views = new Map<string, BestView>();

/** What the page of a workload and a need shows, and what its JSON, CSV and image say. */
export function bestViewOf(preset: WorkloadPreset, need: Need): BestView {
  const key = `${preset.id}/${need}`;
  const view =
    views.get(key) ?? viewOf(preset, { ...rankingDataFor(preset.id, [need]), priced: pricesFor(preset) }, staleOffers(need));
  views.set(key, view);
  return view;
}

function viewOf(preset: WorkloadPreset, data: RankingData, stale: number): BestView {
  const state = defaultBestState(preset);
  return bestView(rankedMarket(pricedInput(data, state), state), preset, state, stale);
}
