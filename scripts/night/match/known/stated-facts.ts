import type { StatedFact } from "../../../../src/domain/model/curated/stated-fact.ts";
import type { Model } from "../../../../src/domain/model/model.ts";
import type { Finding } from "../../../../src/domain/source/finding.ts";

/**
 * The models with what their makers say in the place of what lists say. A fact that the lists say too is a finding: nobody needs it any more. One of
 * a model that is not there waits.
 */
export function withStatedFacts(
  models: readonly Model[],
  stated: readonly StatedFact[],
): { readonly models: readonly Model[]; readonly findings: readonly Finding[] } {
  const statedOf = Map.groupBy(stated, ({ model }) => model);
  const listed = new Map(models.map((model) => [model.id, model]));
  return {
    models: models.map((model) => (statedOf.get(model.id) ?? []).reduce(corrected, model)),
    findings: stated.flatMap((fact) => {
      const model = listed.get(fact.model);
      return model !== undefined && saysTheSame(model, fact) ? [unused(fact)] : [];
    }),
  };
}

const corrected = (model: Model, { openWeights, releasedOn }: StatedFact): Model => ({
  ...model,
  openWeights: openWeights ?? model.openWeights,
  releasedOn: releasedOn ?? model.releasedOn,
});

function saysTheSame(model: Model, fact: StatedFact): boolean {
  const { openWeights, releasedOn } = corrected(model, fact);
  return openWeights === model.openWeights && releasedOn === model.releasedOn;
}

const unused = ({ model, sourceUrl }: StatedFact): Finding => ({
  rule: "statedFactUnused",
  action: "note",
  scope: "curated",
  subject: "stated-facts.json",
  detail: `lists say of ${model} what ${sourceUrl} does: take the line out`,
});
