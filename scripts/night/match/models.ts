import { makerOfId } from "../../../src/domain/model/maker-of-id.ts";
import type { Model } from "../../../src/domain/model/model.ts";
import type { ModelFacts } from "../sources/source.ts";

export interface ModelInput {
  /** Every source's facts, most trusted first: OpenRouter's list, OpenRouter's endpoints bodies, the makers' own rows. */
  readonly facts: readonly ModelFacts[];
  /** The model a maker's row is known as already, or null. */
  readonly knownAs: (facts: ModelFacts) => string | null;
  readonly makerNames: ReadonlyMap<string, string>;
  readonly before: readonly Model[];
  /** Whether a source that may mention the model was not read tonight: a fact nobody states then stays. */
  readonly isPartlyRead: (modelId: string) => boolean;
  /** Ids of known models whose listing nobody looked at tonight: nobody can call them gone. */
  readonly stays: ReadonlySet<string>;
}

/**
 * Today's models, sorted by id: what OpenRouter lists, what only an endpoints body names (retired), and what only a maker's own
 * platform lists. Later facts fill gaps of earlier ones, never overwrite. A model known yesterday and named by nobody today is retired.
 */
export function buildModels(input: ModelInput): readonly Model[] {
  const lastNight = new Map(input.before.map((model) => [model.id, model]));
  const models = new Map([...statementsById(input)].map(([id, stated]) => [id, described(id, stated, { ...input, lastNight })]));
  for (const model of input.before) if (!models.has(model.id)) models.set(model.id, unlisted(model, input.stays));
  const aliases = Map.groupBy(
    input.facts.filter(({ aliasOf }) => aliasOf !== null),
    ({ aliasOf }) => aliasOf,
  );
  return [...models.values()]
    .map((model) => finish(model, models, aliases.get(model.id) ?? []))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The facts of a model that a second source may fill in. */
type Facts = Pick<
  Model,
  | "releasedOn"
  | "contextTokens"
  | "maxOutputTokens"
  | "openWeights"
  | "huggingFaceId"
  | "tools"
  | "reasoning"
  | "structuredOutput"
  | "knowledgeCutoff"
  | "retiresOn"
>;

function unlisted(model: Model, stays: ReadonlySet<string>): Model {
  return stays.has(model.id) ? model : { ...model, status: "retired", usageRank: null };
}

type Input = ModelInput & { readonly lastNight: ReadonlyMap<string, Model> };

/** What the sources say of each model, the statement that makes it one first. */
type Statements = readonly [ModelFacts, ...ModelFacts[]];

function statementsById({ facts, knownAs }: ModelInput): ReadonlyMap<string, Statements> {
  const byId = new Map<string, Statements>();
  for (const each of facts.filter(({ aliasOf }) => aliasOf === null)) {
    const id = byId.has(each.id) ? each.id : (knownAs(each) ?? each.id);
    const [first = each, ...others] = byId.get(id) ?? [];
    byId.set(id, first === each ? [each] : [first, ...others, each]);
  }
  return byId;
}

/** A copy of OpenRouter's list fills no gap that the maker's own row fills. */
function described(id: string, [first, ...others]: Statements, input: Input): Model {
  const rest = others.toSorted((a, b) => Number(b.isMakersRow ?? false) - Number(a.isMakersRow ?? false));
  const filled = rest.reduce<Model>(
    (model, facts) => fillGaps(model, withModelsOutput(facts, model)),
    firstSeen(id, first, input),
  );
  if (first.takesMore !== true) return filled;
  const old = input.isPartlyRead(id) ? input.lastNight.get(id) : undefined;
  return { ...filled, inputModalities: withMoreInputs(first, old === undefined ? rest : [...rest, old]) };
}

/**
 * How long an answer may be, one seller's row says of that seller: only the maker's row or a list says it of the model, and none says more than
 * the model's context holds.
 */
function withModelsOutput(facts: ModelFacts, { contextTokens }: Model): ModelFacts {
  const isOfModel = facts.isMakersRow === true || facts.isOurId;
  const fits = (facts.maxOutputTokens ?? 0) <= (contextTokens ?? Number.POSITIVE_INFINITY);
  return isOfModel && fits ? facts : { ...facts, maxOutputTokens: null };
}

/** The first that names all these inputs and more, or these: who knows text and images alone says of a model of video `image, text`. */
function withMoreInputs({ inputModalities }: ModelFacts, others: readonly Pick<Model, "inputModalities">[]): string[] {
  const named = new Set(inputModalities);
  const fuller = others.find(
    (each) => each.inputModalities.length > named.size && named.isSubsetOf(new Set(each.inputModalities)),
  );
  return fuller?.inputModalities ?? inputModalities;
}

/** Where a source was not read, what the model was fills its gaps before a less trusted source does: it may have said so. */
function firstSeen(id: string, facts: ModelFacts, { lastNight, makerNames, isPartlyRead }: Input): Model {
  const old = lastNight.get(id);
  const namedFacts = id === facts.id ? facts : old === undefined ? { ...facts, id, maker: makerOfId(id) } : named(facts, old);
  const model = newModel(namedFacts, makerNames);
  return old !== undefined && isPartlyRead(id) ? fillGaps(model, old) : model;
}

/** A model its own list no longer names keeps its id, its name and the names it is found by, no matter who lists it now. */
function named(facts: ModelFacts, { id, name, maker, makerName, canonicalSlug, huggingFaceId }: Model): ModelFacts {
  return { ...facts, id, name, maker, makerName, canonicalSlug, huggingFaceId };
}

function newModel(facts: ModelFacts, makerNames: ReadonlyMap<string, string>): Model {
  const { aliasOf: _alias, isOurId: _ours, isMakersRow: _row, takesMore: _more, retired, source, ...rest } = facts;
  const makerName = makerNames.get(facts.maker) ?? facts.makerName;
  return { ...rest, makerName, aliases: [], baseModel: null, status: retired ? "retired" : "current", listedBy: source.id };
}

/** With what it leaves open filled in from another statement of the same model; nothing is overwritten. */
export function fillGaps<Stated extends Facts>(model: Stated, facts: Facts): Stated {
  return {
    ...model,
    releasedOn: model.releasedOn ?? facts.releasedOn,
    contextTokens: model.contextTokens ?? facts.contextTokens,
    maxOutputTokens: model.maxOutputTokens ?? facts.maxOutputTokens,
    openWeights: model.openWeights ?? facts.openWeights,
    huggingFaceId: model.huggingFaceId ?? facts.huggingFaceId,
    tools: model.tools ?? facts.tools,
    reasoning: model.reasoning ?? facts.reasoning,
    structuredOutput: model.structuredOutput ?? facts.structuredOutput,
    knowledgeCutoff: model.knowledgeCutoff ?? facts.knowledgeCutoff,
    retiresOn: model.retiresOn ?? facts.retiresOn,
  };
}

function finish(model: Model, models: ReadonlyMap<string, Model>, aliases: readonly ModelFacts[]): Model {
  const base = model.id.endsWith("-fast") ? models.get(model.id.slice(0, -"-fast".length)) : undefined;
  return {
    ...model,
    // One set of weights, run faster.
    openWeights: model.openWeights ?? base?.openWeights ?? null,
    aliases: aliases.map(({ id }) => id).toSorted(),
    baseModel: base?.id ?? null,
  };
}
