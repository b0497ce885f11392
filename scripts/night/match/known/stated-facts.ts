import type { StatedFact } from "../../../../src/domain/model/curated/stated-fact.ts";
import type { Model } from "../../../../src/domain/model/model.ts";
import type { Finding } from "../../../../src/domain/source/finding.ts";
import type { ModelFacts } from "../../sources/source.ts";

/** The models with what their makers say in the place of what lists say. A fact of a model that is not there waits. */
export function withStatedFacts(models: readonly Model[], stated: readonly StatedFact[]): readonly Model[] {
  const statedOf = Map.groupBy(stated, ({ model }) => model);
  return models.map((model) => (statedOf.get(model.id) ?? []).reduce(corrected, model));
}

/** The models whose release day is their makers' word. */
export const datedModels = (stated: readonly StatedFact[]): ReadonlySet<string> =>
  new Set(stated.filter(({ releasedOn }) => releasedOn !== undefined).map(({ model }) => model));

/**
 * A finding for each fact that nobody needs any more: of what was read tonight, something says it, and nothing says otherwise. What a model was
 * last night proves nothing, the fact was in it.
 */
export function unusedFacts(stated: readonly StatedFact[], sources: readonly ReadTonight[]): readonly Finding[] {
  const saidOf = Map.groupBy(
    sources.flatMap(({ parsed }) => parsed?.models ?? []),
    ({ id }) => id,
  );
  return stated.filter((fact) => FACTS.every((name) => isSaid(fact[name], saidOf.get(fact.model) ?? [], name))).map(unused);
}

/** What a source said; null = it was not read. */
interface ReadTonight {
  readonly parsed: { readonly models: readonly ModelFacts[] } | null;
}

const FACTS = ["openWeights", "releasedOn"] as const satisfies readonly (keyof StatedFact & keyof ModelFacts)[];

const corrected = (model: Model, { openWeights, releasedOn }: StatedFact): Model => ({
  ...model,
  openWeights: openWeights ?? model.openWeights,
  releasedOn: releasedOn ?? model.releasedOn,
});

/** Whether all who say anything of it say this; true of a fact that is not stated. */
function isSaid(value: boolean | string | undefined, facts: readonly ModelFacts[], name: (typeof FACTS)[number]): boolean {
  if (value === undefined) return true;
  const said = facts.map((each) => each[name]).filter((each) => each !== null);
  return said.length > 0 && said.every((each) => each === value);
}

const unused = ({ model, sourceUrl }: StatedFact): Finding => ({
  rule: "statedFactUnused",
  action: "note",
  scope: "curated",
  subject: "stated-facts.json",
  detail: `lists say of ${model} what ${sourceUrl} does: take the line out`,
});
