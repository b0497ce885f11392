import { compareModels } from "./compare-models.ts";
import { comparePlatforms, modelsOnPlatforms } from "./compare-platforms.ts";
import { type CompareState, FEWEST_COMPARED } from "./compare-state.ts";
import type { ComparedModels, ComparedPlatform } from "./compared-platform.ts";
import type { ComparisonView } from "./comparison-view.ts";

/** What was found of a reader's choice. */
export interface LoadedComparison {
  readonly platforms: readonly ComparedPlatform[];
  readonly models: ComparedModels;
}

/**
 * The comparisons a choice makes: platforms with platforms, models with models, and, where both are chosen, these models on these
 * platforms first. `unknown`: ids of the address that nothing was found for.
 */
export function chosenView(
  state: CompareState,
  { platforms, models }: LoadedComparison,
  month: string,
): { readonly views: readonly ComparisonView[]; readonly unknown: readonly string[] } {
  const chosen = state.models.flatMap((id) => models.models.find((model) => model.id === id) ?? []);
  const found = new Set([...platforms, ...chosen].map(({ id }) => id));
  const byModel = chosen.length < FEWEST_COMPARED ? [] : [compareModels(chosen, models.presets, state.unconfirmed)];
  return {
    views: [...platformViews(platforms, chosen, month), ...byModel],
    unknown: [...state.platforms, ...state.models].filter((id) => !found.has(id)),
  };
}

function platformViews(
  platforms: readonly ComparedPlatform[],
  models: readonly { readonly id: string; readonly name: string }[],
  month: string,
): readonly ComparisonView[] {
  if (platforms.length < FEWEST_COMPARED) return [];
  const view = comparePlatforms(platforms, month);
  return [models.length === 0 ? view : { ...view, sections: [modelsOnPlatforms(platforms, models), ...view.sections] }];
}
