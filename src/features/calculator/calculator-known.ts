import type { ModelFinder } from "../../domain/text/model-finder.ts";
import type { Problems } from "../../site/address/field.ts";
import { lineName } from "../../site/address/purchase-fields.ts";
import type { CalculatorState } from "./calculator-state.ts";
import type { ReadCalculator } from "./calculator-url.ts";

/** What there is today. */
export interface KnownIds {
  readonly models: ReadonlyMap<string, string>;
  readonly platforms: ReadonlySet<string>;
  readonly nearest: ModelFinder["nearest"];
}

/** A state held against what there is today. */
export interface KnownCalculator extends ReadCalculator {
  /** Why there is no answer, a sentence each: another model's figures do not count. Empty = the state can be billed. */
  readonly unanswered: readonly string[];
}

/** The state with only the platforms and models of the site, a message for each unknown one, and what prevents an answer. */
export function withoutUnknownIds({ state, problems }: ReadCalculator, known: KnownIds): KnownCalculator {
  const unknown = state.lines.flatMap(({ model }, index) =>
    known.models.has(model) ? [] : [{ model, name: lineName("model", index) }],
  );
  const ofModels = new Map(unknown.map(({ model, name }) => [name, unknownText(model)]));
  return {
    state: { ...state, platforms: state.platforms.filter((id) => known.platforms.has(id)) },
    problems: joined([problems, ofModels, platformProblems(state, known)]),
    unanswered: [...new Set(unknown.map(({ model }) => `${unknownText(model)}${nearestText(known.nearest(model))}`))],
  };
}

const unknownText = (model: string): string =>
  model === "" ? "Which model? Type a name." : `No model here is called “${model.slice(0, 60)}”.`;

const nearestText = (nearest: readonly { readonly name: string }[]): string =>
  nearest.length === 0 ? "" : ` Nearest: ${nearest.map(({ name }) => name).join(", ")}.`;

function platformProblems({ platforms, discounts, lines }: CalculatorState, known: KnownIds): Problems {
  const lists = [
    ["platform", platforms],
    ["discount", discounts.map(({ platform }) => platform)],
    ...lines.map(({ ownPrices }, index) => [lineName("price", index), ownPrices.map(({ platform }) => platform)] as const),
  ] as const;
  const unknown = lists.map(([name, ids]) => [name, ids.filter((id) => !known.platforms.has(id))] as const);
  const named = unknown.filter(([, ids]) => ids.length > 0);
  return new Map(named.map(([name, ids]) => [name, `No platform here is called ${ids.map((id) => `“${id}”`).join(", ")}.`]));
}

/** Two messages for one field follow each other. */
function joined(each: readonly Problems[]): Problems {
  const all = new Map<string, string>();
  for (const [name, problem] of each.flatMap((problems) => [...problems]))
    all.set(name, `${all.get(name) ?? ""} ${problem}`.trim());
  return all;
}
