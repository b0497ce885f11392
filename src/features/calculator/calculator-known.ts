import type { Problems } from "../../site/address/field.ts";
import { lineName } from "../../site/address/purchase-fields.ts";
import type { CalculatorState } from "./calculator-state.ts";
import type { ReadCalculator } from "./calculator-url.ts";

/** What there is today. */
export interface KnownIds {
  readonly models: ReadonlySet<string>;
  readonly platforms: ReadonlySet<string>;
}

/**
 * The state without the models and platforms nobody here has heard of, and a message for each. Lines that are left out leave the rest of
 * the sum as it is; where none is left, the default model stands in.
 */
export function onlyKnown({ state, problems }: ReadCalculator, known: KnownIds, defaultModel: string): ReadCalculator {
  const lines = state.lines.filter(({ model }) => known.models.has(model));
  const [first] = state.lines;
  const used = lines.length > 0 || first === undefined ? lines : [{ ...first, model: defaultModel }];
  const platforms = state.platforms.filter((id) => known.platforms.has(id));
  return {
    state: { ...state, lines: used, platforms },
    problems: joined([
      problems,
      modelProblems(state, known, lines.length > 0 ? null : defaultModel),
      platformProblems(state, known),
    ]),
  };
}

function modelProblems({ lines }: CalculatorState, { models }: KnownIds, instead: string | null): Problems {
  const unknown = lines.flatMap(({ model }, index) => (models.has(model) ? [] : [{ model, index }]));
  const used = instead === null ? "This line is left out." : `${instead} is used.`;
  return new Map(
    unknown.map(({ model, index }) => [lineName("model", index), `No model here is called “${model.slice(0, 60)}”. ${used}`]),
  );
}

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

/** Two messages for one field stand behind each other. */
function joined(each: readonly Problems[]): Problems {
  const all = new Map<string, string>();
  for (const [name, problem] of each.flatMap((problems) => [...problems]))
    all.set(name, `${all.get(name) ?? ""} ${problem}`.trim());
  return all;
}
