import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import { type CompareState, isOwnWorkload } from "./compare-state.ts";
import { FEWEST_COMPARED } from "./compared.ts";
import type { ComparisonView } from "./comparison-view.ts";
import { compareModels } from "./models/compare-models.ts";
import type { ComparedModel } from "./models/compared-model.ts";
import { comparePlatforms } from "./platforms/compare-platforms.ts";
import type { CompareChoice, ComparedPlatform } from "./platforms/compared-platform.ts";
import { modelsOnPlatforms } from "./platforms/models-on-platforms.ts";

/** What was found of a reader's choice, with its figures. */
export interface LoadedComparison {
  readonly platforms: readonly ComparedPlatform[];
  readonly models: readonly ComparedModel[];
  readonly presets: readonly WorkloadPreset[];
}

/** What the figures of a state are for. */
export const choiceOf = (state: CompareState): CompareChoice => ({
  name: isOwnWorkload(state) ? "your own workload" : state.preset.name,
  workload: state.workload,
  region: state.region,
  counted: state.unconfirmed ? "reported" : "confirmed",
});

/**
 * The comparisons a choice makes: platforms with platforms, models with models, and, where both are chosen, these models on these
 * platforms first. `unknown`: ids of the address that nothing was found for.
 */
export function chosenView(
  state: CompareState,
  { platforms, models, presets }: LoadedComparison,
): { readonly views: readonly ComparisonView[]; readonly unknown: readonly string[] } {
  const choice = choiceOf(state);
  const comparedIds = new Set([...platforms, ...models].map(({ id }) => id));
  const byModel = models.length < FEWEST_COMPARED ? [] : [compareModels(models, presets, choice)];
  const byPlatform = platforms.length < FEWEST_COMPARED ? [] : [comparePlatforms(platforms, choice)];
  return {
    views: [...crossView(platforms, models, choice), ...byModel, ...byPlatform],
    unknown: [...state.platforms, ...state.models].filter((id) => !comparedIds.has(id)),
  };
}

/** Models on platforms, as soon as there is one of each. */
function crossView(
  platforms: readonly ComparedPlatform[],
  models: readonly ComparedModel[],
  choice: CompareChoice,
): readonly ComparisonView[] {
  if (platforms.length === 0 || models.length === 0) return [];
  const { title, text, ...section } = modelsOnPlatforms(platforms, models, choice);
  return [{ title, answer: text, notes: [], sections: [{ ...section, title: "", text: "" }] }];
}
