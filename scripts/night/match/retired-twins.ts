import { spellingKey } from "./known/spelling-key.ts";
import type { MatchedModel } from "./match.ts";

/**
 * The models without those nobody lists any more that share a permanent name with one that is listed: its dated slug, its repository, or its id but for
 * the spelling. They are the same weights, so that what is called by that name is the listed one, and leaves no row between the two.
 */
export function withoutRetiredTwins(models: readonly MatchedModel[]): readonly MatchedModel[] {
  const retired = models.filter(({ status }) => status === "retired");
  if (retired.length === 0) return models;
  const names = new Set(models.filter(({ status }) => status !== "retired").flatMap(namesOf));
  const twins = new Set(retired.filter((model) => namesOf(model).some((name) => names.has(name))));
  return models.filter((model) => !twins.has(model));
}

const namesOf = ({ id, canonicalSlug, huggingFaceId }: MatchedModel): readonly string[] => [
  `id ${spellingKey(id)}`,
  ...(canonicalSlug === null || canonicalSlug === "" ? [] : [`slug ${canonicalSlug}`]),
  ...(huggingFaceId === null || huggingFaceId === "" ? [] : [`repository ${huggingFaceId.toLowerCase()}`]),
];
