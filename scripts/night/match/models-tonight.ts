import type { Model } from "../../../src/domain/model/model.ts";
import { readSpelling } from "../../../src/domain/model/model-slug.ts";
import type { Guarded } from "../guards/guard.ts";
import { newestReadAt, type SourceNight } from "../guards/guard-night.ts";
import type { Curated } from "../pipeline/curated.ts";
import type { Store } from "../pipeline/store.ts";
import type { ModelFacts } from "../sources/source.ts";
import { matcher } from "./match.ts";
import { buildModels } from "./models.ts";

export interface ModelsNight {
  /** In the order of trust. */
  readonly sources: readonly SourceNight[];
  /** By source. */
  readonly guarded: ReadonlyMap<string, Guarded>;
  readonly curated: Curated;
  readonly before: Pick<Store, "models" | "readings">;
}

/**
 * Today's models: what each listing says tonight. A listing that was not read well says what it said last, as `models.jsonl` keeps it, and so does a
 * row that is held: tonight's models are then computed from the same statements as last night's, and the next good night from its own alone.
 */
export function modelsTonight({ sources, guarded, curated, before }: ModelsNight): readonly Model[] {
  const bySource = withoutOldCopies(
    sources.map((each) => ({ each, facts: statedTonight(each, guarded) })),
    before.models,
  );
  const statedIds = new Set(bySource.flatMap(({ facts }) => (facts ?? []).filter(({ retired }) => !retired).map(({ id }) => id)));
  const held = heldModels(bySource.map(({ each }) => guarded.get(each.source.id)));
  const isInSnapshot = ({ id, listedBy }: Model, source: string, wasRead: boolean) =>
    listedBy === source && (!wasRead || (held.has(id) && !statedIds.has(id)));
  const snapshots = new Map<string, readonly Model[]>(
    bySource.map(({ each: { source }, facts }) => [
      source.id,
      before.models.filter((model) => isInSnapshot(model, source.id, facts !== null)),
    ]),
  );
  const ownIds: ReadonlySet<string> = new Set(snapshots.keys());
  const keptIds = new Set([...snapshots.values()].flat().map(({ id }) => id));
  const statements = bySource.flatMap(({ each, facts }) => [
    ...(snapshots.get(each.source.id) ?? []).flatMap((model) => factsKept(model, each, facts === null)),
    // A host list knows nothing of the listing: it cannot say of a model that stays that it is gone.
    ...withRanks(each, facts ?? [], before).filter(({ id, retired }) => !retired || !keptIds.has(id)),
  ]);
  return buildModels({
    ...whoIsWho(statements, keptIds, curated, before),
    makerNames: new Map(curated.makers.map(({ maker, name }) => [maker, name])),
    before: before.models,
    isPartlyRead: partlyRead(
      bySource.map(({ each, facts }) => ({ each, wasRead: facts !== null })),
      guarded,
    ),
    stays: new Set(before.models.filter(({ listedBy }) => !ownIds.has(listedBy)).map(({ id }) => id)),
  });
}

/** The statements of a source that was read well; null = it was not. */
function statedTonight({ source, parsed }: SourceNight, guarded: ModelsNight["guarded"]): readonly ModelFacts[] | null {
  return guarded.get(source.id)?.sourceHeld == null ? (parsed?.models ?? null) : null;
}

/** The one list that names every model OpenRouter sells. */
const OWN_LIST = "openrouter-models";

interface StatedFacts {
  readonly each: SourceNight;
  readonly facts: readonly ModelFacts[] | null;
}

/**
 * What OpenRouter's own list no longer names, an older copy of it does not bring back; and while that list is not read, no copy names
 * anything new beside what it said last.
 */
function withoutOldCopies(bySource: readonly StatedFacts[], before: readonly Model[]): readonly StatedFacts[] {
  const list = bySource.find(({ each }) => each.source.id === OWN_LIST);
  const last = before.filter(({ listedBy }) => listedBy === OWN_LIST);
  const named = new Set((list?.facts ?? last).map(({ id }) => id));
  const readAt = newestReadAt(list?.each.bodies ?? []);
  const isOlder = ({ bodies }: SourceNight) => readAt === null || (newestReadAt(bodies) ?? "") <= readAt;
  return bySource.map(({ each, facts }) => {
    const isCopy = each.source.listsOpenrouter === true && each.source.id !== OWN_LIST && named.size > 0 && isOlder(each);
    return { each, facts: isCopy && facts !== null ? facts.filter(({ id, isOurId }) => !isOurId || named.has(id)) : facts };
  });
}

const heldModels = (guarded: readonly (Guarded | undefined)[]): ReadonlySet<string> =>
  new Set(
    guarded.flatMap((each) =>
      (each?.readings ?? []).flatMap(({ held, model }) => (held === null || model === null ? [] : [model])),
    ),
  );

/** A model as its listing described it last. */
function factsKept(model: Model, { source }: SourceNight, withAliases: boolean): readonly ModelFacts[] {
  const { status, listedBy: _listedBy, aliases, baseModel: _baseModel, ...rest } = model;
  const facts: ModelFacts = { ...rest, aliasOf: null, isOurId: true, retired: status === "retired", source: { id: source.id } };
  return [facts, ...(withAliases ? aliases : []).map((id) => ({ ...facts, id, aliasOf: model.id }))];
}

/** Where the order of use was not read, it stays as it was. */
function withRanks({ parsed }: SourceNight, stated: readonly ModelFacts[], before: ModelsNight["before"]): readonly ModelFacts[] {
  if (parsed?.isUseUnread !== true) return stated;
  const ranks = new Map(before.models.map(({ id, usageRank }) => [id, usageRank]));
  return stated.map((facts) => (facts.aliasOf === null ? { ...facts, usageRank: ranks.get(facts.id) ?? null } : facts));
}

function whoIsWho(
  statements: readonly ModelFacts[],
  keptIds: ReadonlySet<string>,
  { aliases, neverJoin }: Curated,
  before: ModelsNight["before"],
) {
  // An id OpenRouter lists is a model by itself, whatever it reads like: `mistral/ministral-8b` beside `mistralai/ministral-8b`.
  const isModel = ({ id, isOurId }: ModelFacts) => isOurId || keptIds.has(id);
  const statedModels = statements.filter((each) => isModel(each) && each.aliasOf === null);
  const statedIds = new Set(statedModels.map(({ id }) => id));
  const match = matcher({
    models: [
      ...statedModels.map((each) => ({ ...each, status: each.retired ? ("retired" as const) : ("current" as const) })),
      ...before.models.map((model) => withdrawn(model, statedIds)),
    ],
    ...{ aliases, neverJoin },
  });
  const knownIds = new Set(before.models.map(({ id }) => id));
  const unclearNames = namesHeld(before.readings);
  const lastMatch = matcher({ models: before.models, aliases, neverJoin });
  // What stood for one model and stands between two tonight, or for none though that one is there, is neither, and no third one.
  const isUnclear = (each: ModelFacts) =>
    knownIds.size > 0 &&
    !knownIds.has(each.id) &&
    (match.isBetweenModels(each) ||
      (match.model(each) === null && (lastMatch.model(each) !== null || unclearNames.has(readSpelling(each.id).text))));
  // An alias may lead to a model that only a catalogue or a person names: `grok-4-0709` to `x-ai/grok-4`.
  const others = statements.filter(
    (each) => !isModel(each) && each.aliasOf === null && match.model(each) === null && !isUnclear(each),
  );
  const othersMatch = matcher({ models: others, aliases, neverJoin });
  const knownAs = (each: ModelFacts) => (isModel(each) ? null : (match.model(each) ?? othersMatch.model(each)));
  // Who is called by its own name comes first: it describes the model, another's name for it only adds what it leaves open.
  const renamed = new Set(statements.filter((each) => (knownAs(each) ?? each.id) !== each.id));
  return {
    facts: statements
      .filter((each) => isModel(each) || each.aliasOf !== null || (match.ignores(each) === null && !isUnclear(each)))
      .toSorted(
        (a, b) =>
          Number(isModel(b)) - Number(isModel(a)) ||
          Number(a.retired) - Number(b.retired) ||
          Number(renamed.has(a)) - Number(renamed.has(b)),
      ),
    knownAs,
  };
}

/** What rows are called that are held because their name leads nowhere: on the second such night last night's models no longer say what it led to. */
const namesHeld = (readings: Store["readings"]): ReadonlySet<string> =>
  new Set(
    [...readings.values()].flatMap((rows) =>
      rows.flatMap(({ held, upstreamId }) => (held?.rule === "modelUnresolved" ? [readSpelling(upstreamId).text] : [])),
    ),
  );

/** A model of OpenRouter's list that nothing states tonight is retired by the end of the night. */
const withdrawn = (model: Model, statedIds: ReadonlySet<string>): Model =>
  model.listedBy === OWN_LIST && !statedIds.has(model.id) ? { ...model, status: "retired" } : model;

/** Whether a body that may mention a model was not read tonight: then nobody can say that a fact is gone. */
function partlyRead(
  bySource: readonly { readonly each: SourceNight; readonly wasRead: boolean }[],
  guarded: ModelsNight["guarded"],
): (model: string) => boolean {
  // A source that lists no models cannot have listed this one: some price list always fails.
  const isLost = ({ source, parsed }: SourceNight, wasRead: boolean) =>
    source.describesModels === true && (!wasRead || parsed?.areFactsLost === true);
  if (bySource.some(({ each, wasRead }) => isLost(each, wasRead))) return () => true;
  const models = bySource.flatMap(({ each }) => {
    const urlsRead = new Set(each.bodies.map(({ url }) => url));
    const rows = each.source.keepsUnreadBodies === true ? (guarded.get(each.source.id)?.readings ?? []) : [];
    const lost = new Set(each.parsed?.lostUrls ?? []);
    return rows.filter(({ source: { url } }) => !urlsRead.has(url) || lost.has(url)).map(({ model }) => model);
  });
  const unread = new Set(models);
  return (model) => unread.has(model);
}
