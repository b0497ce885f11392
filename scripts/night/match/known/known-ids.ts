import { compareText } from "../../../../src/domain/money/compare-text.ts";
import { offerId } from "../../../../src/domain/offer/offer-id.ts";
import type { Finding } from "../../../../src/domain/source/finding.ts";
import { sourceFacts } from "../../../../src/domain/source/sources.ts";
import type { SourceNight } from "../../guards/guard-night.ts";
import type { Store } from "../../pipeline/store.ts";
import type { ModelFacts, Parsed, Reading, Skipped } from "../../sources/source.ts";
import { spellingKey } from "./spelling-key.ts";

export interface KnownIds {
  readonly sources: readonly SourceNight[];
  readonly findings: readonly Finding[];
}

/**
 * The sources with each of OpenRouter's models under the id it is known by. An id that is new tonight and differs from a known one in case and
 * separators alone is another spelling of it and no new model: pages, history and curated rows go by the known id, and two ids that read the same
 * would leave every other platform's row between them. What the platform calls it stays in the reading.
 */
export function underKnownIds(sources: readonly SourceNight[], { models }: Pick<Store, "models">): KnownIds {
  const knownIds = spellingsTonight(sources, models);
  if (knownIds.size === 0) return { sources, findings: [] };
  return {
    sources: sources.map((each) => (each.parsed === null ? each : { ...each, parsed: renamed(each.parsed, knownIds) })),
    findings: [finding(knownIds)],
  };
}

/** The known id of each new spelling. */
type Spellings = ReadonlyMap<string, string>;

function spellingsTonight(sources: readonly SourceNight[], models: Store["models"]): Spellings {
  const known = new Set(models.map(({ id }) => id));
  const newIds = new Set(sources.flatMap(openrouterIds).filter((id) => !known.has(id)));
  const byKey = Map.groupBy(known, spellingKey);
  return new Map(
    [...newIds].toSorted(compareText).flatMap((id) => {
      const [knownId, ...others] = byKey.get(spellingKey(id)) ?? [];
      return knownId === undefined || others.length > 0 ? [] : [[id, knownId] as const];
    }),
  );
}

/** The ids that OpenRouter itself lists: a catalogue's old name of a model is no news of it. */
const openrouterIds = ({ source, parsed }: SourceNight): readonly string[] =>
  sourceFacts(source.id).copies === "own"
    ? (parsed?.models ?? []).flatMap(({ id, isOurId, aliasOf }) => (isOurId && aliasOf === null ? [id] : []))
    : [];

function renamed(parsed: Parsed, knownIds: Spellings): Parsed {
  const readings = firstOfEach(parsed.readings, knownIds, ({ model }) => model, placeOf);
  const models = firstOfEach(
    parsed.models,
    knownIds,
    ({ id }) => id,
    (_facts, id) => id,
  );
  const again = new Set(parsed.readings.filter((reading) => !readings.has(reading)));
  return {
    ...parsed,
    readings: parsed.readings.flatMap((reading) =>
      again.has(reading) ? [] : { ...reading, model: knownOr(knownIds, reading.model) },
    ),
    models: parsed.models.flatMap((facts) => (models.has(facts) ? withKnownIds(facts, knownIds) : [])),
    skipped: [...parsed.skipped, ...[...again].map(skippedSpelling)],
  };
}

const placeOf = ({ key }: Reading, id: string): string => offerId(id, key);

/** The rows whose place no other spelling has: the known id comes before all others of it, then the first in order. */
function firstOfEach<Row>(
  rows: readonly Row[],
  knownIds: Spellings,
  idOf: (row: Row) => string | null,
  placeOfRow: (row: Row, id: string) => string,
): ReadonlySet<Row> {
  const named = rows.flatMap((row) => {
    const id = idOf(row);
    return id === null ? [] : [{ row, id, place: placeOfRow(row, knownIds.get(id) ?? id), isRespelled: knownIds.has(id) }];
  });
  const takenBy = new Map<string, string>();
  for (const { id, place } of named.toSorted((a, b) => Number(a.isRespelled) - Number(b.isRespelled) || compareText(a.id, b.id)))
    if (!takenBy.has(place)) takenBy.set(place, id);
  const again = new Set(named.flatMap(({ row, id, place }) => (takenBy.get(place) === id ? [] : [row])));
  return new Set(rows.filter((row) => !again.has(row)));
}

const withKnownIds = (facts: ModelFacts, knownIds: Spellings): ModelFacts => ({
  ...facts,
  id: knownIds.get(facts.id) ?? facts.id,
  aliasOf: knownOr(knownIds, facts.aliasOf),
});

const knownOr = (knownIds: Spellings, id: string | null): string | null => (id === null ? null : (knownIds.get(id) ?? id));

const skippedSpelling = ({ upstreamId }: Reading): Skipped => ({
  subject: upstreamId,
  why: "another spelling of an id listed beside it",
});

/** So many are named; a whole list that is written in another way is one line all the same. */
const MOST_NAMED = 5;

function finding(knownIds: Spellings): Finding {
  const named = [...knownIds].slice(0, MOST_NAMED).map(([id, knownId]) => `${id} for ${knownId}`);
  const others = knownIds.size - named.length;
  const detail = `spelled otherwise than before, and the same models as before: ${named.join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
  return { rule: "idRespelled", action: "note", scope: "source", subject: "openrouter-models", detail };
}
