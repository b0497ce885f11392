import type { Alias } from "../../../src/domain/model/alias.ts";
import { makerOfId } from "../../../src/domain/model/maker-of-id.ts";
import type { Model } from "../../../src/domain/model/model.ts";
import { isFloatingAlias, type ModelSpelling, normaliseModelId, readSpelling } from "../../../src/domain/model/model-slug.ts";
import type { NeverJoin } from "../../../src/domain/model/never-join.ts";
import type { ModelFacts, Reading } from "../sources/source.ts";
import type { MatchedBy } from "./matched-by.ts";
import { indexModels, type ModelIndex } from "./model-index.ts";
import { withoutRetiredTwins } from "./retired-twins.ts";

/** Which model a reading is of, and by which rule; or why it is of none. */
export type Match =
  | {
      readonly kind: "known";
      readonly modelId: string;
      readonly by: MatchedBy;
    }
  | { readonly kind: "ignored"; readonly why: string }
  | { readonly kind: "unmatched" };

export interface MatcherInput {
  readonly models: readonly MatchedModel[];
  readonly aliases: readonly Alias[];
  readonly neverJoin: readonly NeverJoin[];
}

/** A model as rows are matched to it; one that is retired gives way to a current one of the same permanent names. */
export type MatchedModel = Pick<Model, "id" | "canonicalSlug" | "huggingFaceId"> & Partial<Pick<Model, "status">>;

export interface Matcher {
  /** The model a row is of. */
  reading(reading: MatchableReading): Match;
  /** The models between which a row stands that is of none: a rule found more than one, or they share its name but for how they were tuned. */
  candidates(reading: MatchableReading): readonly string[];
  /** The model a maker's own row is known as already; null = it is a model of its own, unless `ignores` says why not. */
  model(facts: MatchableFacts): string | null;
  /** Whether a maker's own row stands between models, so that it is none of them and none of its own. */
  isBetweenModels(facts: MatchableFacts): boolean;
  /** Why a maker's own row is no model at all (a moving name); null = it may be one. */
  ignores(facts: MatchableFacts): string | null;
}

export type MatchableFacts = Pick<ModelFacts, "id" | "canonicalSlug" | "huggingFaceId">;

/** The fields of a reading that say which model it is. Price is not one of them. */
export type MatchableReading = Pick<Reading, "upstreamId" | "model" | "huggingFaceId" | "canonicalSlug" | "canonicalId"> & {
  readonly key: { readonly platform: string };
};

/**
 * Matching by rule, never by likeness: the source names our id; a curated alias; the normalised id; a Hugging Face id or
 * canonical slug; last what a catalogue says is the maker's own id of it. Each rule needs exactly one model of the list, of a maker the id allows; a `neverJoin` pair vetoes all of them.
 * `anthropic.claude-opus-4-8` on Bedrock → `anthropic/claude-opus-4.8`.
 */
export function matcher(input: MatcherInput): Matcher {
  const made = matchers.get(input.models);
  if (made?.aliases === input.aliases && made.neverJoin === input.neverJoin) return made.matcher;
  const { aliases, neverJoin } = input;
  const matcherOfModels = newMatcher(input);
  matchers.set(input.models, { aliases, neverJoin, matcher: matcherOfModels });
  return matcherOfModels;
}

/** A night asks three times for the one of last night's models. */
const matchers = new WeakMap<
  MatcherInput["models"],
  Pick<MatcherInput, "aliases" | "neverJoin"> & { readonly matcher: Matcher }
>();

function newMatcher({ models, aliases, neverJoin }: MatcherInput): Matcher {
  const index = indexModels(withoutRetiredTwins(models));
  const aliasOf = aliasFinder(aliases);
  const isVetoed = vetoFinder(neverJoin);
  const isModel = new Set(models.map(({ id }) => id));
  const match = (reading: MatchableReading): Match => {
    const spelling = readSpelling(reading.upstreamId);
    const named = nameOf(reading);
    const ownMatch = named ?? aliasOf(reading.key.platform, spelling) ?? byRules(index, spelling, reading);
    const anyMatch = ownMatch.kind === "unmatched" ? byCanonicalId(reading) : ownMatch;
    if (anyMatch.kind !== "known") return anyMatch;
    const mayBe = named !== null || !isVetoed(spelling.text, anyMatch.modelId);
    return isModel.has(anyMatch.modelId) && mayBe ? anyMatch : UNMATCHED;
  };
  const byCanonicalId = ({ canonicalId }: MatchableReading): Match => {
    if (canonicalId == null) return UNMATCHED;
    const spelling = readSpelling(canonicalId);
    const canonicalMatch = aliasOf("", spelling) ?? byRules(index, spelling, { huggingFaceId: null, canonicalSlug: null });
    return canonicalMatch.kind === "known" ? { ...canonicalMatch, by: "canonicalId" } : UNMATCHED;
  };
  const asReading = ({ id, ...slugs }: MatchableFacts) => ({ ...slugs, key: { platform: "" }, upstreamId: id, model: null });
  const factsMatch = (facts: MatchableFacts) => match(asReading(facts));
  const between = (reading: MatchableReading): readonly string[] =>
    match(reading).kind === "unmatched" ? (foundByRule(index, readSpelling(reading.upstreamId), reading)?.ids ?? []) : [];
  const candidates = (reading: MatchableReading): readonly string[] => {
    const found = between(reading);
    const { text, makers } = readSpelling(reading.upstreamId);
    return found.length > 0 ? found : index.siblings(text).filter((id) => isMadeBy(id, makers));
  };
  return {
    reading: match,
    candidates,
    isBetweenModels: (facts) => between(asReading(facts)).length > 1,
    model: (facts) => {
      const ownMatch = factsMatch(facts);
      return ownMatch.kind === "known" ? ownMatch.modelId : null;
    },
    ignores: (facts) => {
      const ownMatch = factsMatch(facts);
      return ownMatch.kind === "ignored" ? ownMatch.why : null;
    },
  };
}

const UNMATCHED = { kind: "unmatched" } as const satisfies Match;

function nameOf({ model }: MatchableReading): Match | null {
  return model === null ? null : { kind: "known", modelId: model, by: "id" };
}

function byRules(index: ModelIndex, spelling: ModelSpelling, slugs: MatchableSlugs): Match {
  const found = foundByRule(index, spelling, slugs);
  if (found === null) return isFloatingAlias(spelling.text) ? { kind: "ignored", why: "moving name" } : UNMATCHED;
  const [modelId, ...others] = found.ids;
  return modelId === undefined || others.length > 0 ? UNMATCHED : { kind: "known", modelId, by: found.by };
}

type MatchableSlugs = Pick<MatchableReading, "huggingFaceId" | "canonicalSlug">;

/** The first rule that finds anything decides, even if it finds two: a looser rule must not settle what a stricter one left open. */
function foundByRule(index: ModelIndex, spelling: ModelSpelling, { huggingFaceId, canonicalSlug }: MatchableSlugs) {
  const { text } = spelling;
  const rules = [
    { by: "normaliser", ids: () => index.byId(text) },
    { by: "huggingFace", ids: () => index.byHuggingFaceId(text) },
    { by: "canonicalSlug", ids: () => index.byCanonicalSlug(text) },
    { by: "huggingFace", ids: () => (huggingFaceId === null ? [] : index.byHuggingFaceId(normaliseModelId(huggingFaceId))) },
    { by: "canonicalSlug", ids: () => (canonicalSlug === null ? [] : index.byCanonicalSlug(normaliseModelId(canonicalSlug))) },
    { by: "normaliser", ids: () => (spelling.namesRepository ? [] : index.withInstruct(text)) },
  ] as const;
  for (const { by, ids } of rules) {
    const found = ids().filter((id) => isMadeBy(id, spelling.makers));
    if (found.length > 0) return { by, ids: found };
  }
  return null;
}

const isMadeBy = (modelId: string, makers: readonly string[] | null): boolean =>
  makers === null || makers.includes(makerOfId(modelId));

/** The platform's own alias wins over the general one. */
function aliasFinder(aliases: readonly Alias[]): (platform: string, spelling: ModelSpelling) => Match | null {
  const rows = aliases.map((alias) => ({ ...alias, spelling: readSpelling(alias.upstreamId) }));
  const byText = Map.groupBy(rows, (row) => row.spelling.text);
  return (platform, spelling) => {
    const named = byText.get(spelling.text);
    if (named === undefined) return null;
    const candidates = [...named.filter((row) => row.platform === platform), ...named.filter((row) => row.platform === null)];
    const alias = candidates.find(({ model, spelling: { makers } }) =>
      overlaps(spelling.makers, model === null ? makers : [makerOfId(model), ...(makers ?? [])]),
    );
    if (alias === undefined) return null;
    return alias.model === null ? { kind: "ignored", why: alias.why } : { kind: "known", modelId: alias.model, by: "alias" };
  };
}

const overlaps = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  a === null || b === null || a.some((maker) => b.includes(maker));

/** Neither name of a pair may lead to the other's model. */
function vetoFinder(pairs: readonly NeverJoin[]): (text: string, modelId: string) => boolean {
  const both = pairs.flatMap(({ a, b }) => [
    { text: normaliseModelId(a), model: b },
    { text: normaliseModelId(b), model: a },
  ]);
  const byText = Map.groupBy(both, ({ text }) => text);
  return (text, modelId) => byText.get(text)?.some(({ model }) => model === modelId) === true;
}
