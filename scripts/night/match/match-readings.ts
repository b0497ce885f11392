import type { Model } from "../../../src/domain/model/model.ts";
import type { Unmatched } from "../../../src/domain/model/unmatched.ts";
import type { Finding } from "../../../src/domain/source/finding.ts";
import { holdReading, isSeenAgain, subjectOf } from "../guards/guard-reading.ts";
import { modelUnresolved } from "../guards/model-unresolved.ts";
import { findingOf } from "../guards/objection.ts";
import type { MatchedReading } from "../merge/merge.ts";
import { readingId, type StoredReading } from "../merge/reading-row.ts";
import type { Curated } from "../pipeline/curated.ts";
import type { Store } from "../pipeline/store.ts";
import { type Matcher, matcher } from "./match.ts";

export interface MatchInput {
  /** By source. */
  readonly readings: ReadonlyMap<string, readonly StoredReading[]>;
  readonly models: readonly Model[];
  readonly curated: Curated;
  readonly before: Store;
}

export interface MatchedReadings {
  readonly matched: readonly MatchedReading[];
  readonly unmatched: readonly Unmatched[];
  /** The readings again: those whose model got lost tonight are held. */
  readonly readings: ReadonlyMap<string, readonly StoredReading[]>;
  readonly findings: readonly Finding[];
}

/** Which model each reading is of; one that had a model last night and has none tonight is held there for a day. */
export function matchReadings({ readings, models, curated, before }: MatchInput): MatchedReadings {
  const rules = { aliases: curated.aliases, neverJoin: curated.neverJoin };
  const tonight = matcher({ models, ...rules });
  let lastNight: Matcher | null = null;
  const yesterday = (): Matcher => {
    lastNight ??= matcher({ models: before.models, ...rules });
    return lastNight;
  };
  const rows = [...readings].flatMap(([source, own]) => {
    const last = new Map((before.readings.get(source) ?? []).map((reading) => [readingId(reading), reading]));
    return own.map((reading) => ({ source, ...place(reading, last.get(readingId(reading)) ?? null, tonight, yesterday) }));
  });
  const unmatched = rows.flatMap(({ source, reading, isUnmatched }) =>
    isUnmatched ? [{ source, platform: reading.key.platform, upstreamId: reading.upstreamId }] : [],
  );
  const bySource = Map.groupBy(rows, ({ source }) => source);
  return {
    matched: rows.flatMap(({ model, reading }) => (model === null ? [] : [{ model, reading }])),
    unmatched: distinct(unmatched),
    readings: new Map([...readings.keys()].map((id) => [id, (bySource.get(id) ?? []).map(({ reading }) => reading)])),
    findings: rows.flatMap(({ finding }) => finding ?? []),
  };
}

interface Placed {
  readonly reading: StoredReading;
  /** Null: it is of no model. */
  readonly model: string | null;
  /** True where nobody knows the model; false where it is left out on purpose. */
  readonly isUnmatched: boolean;
  readonly finding: Finding | null;
}

function place(reading: StoredReading, last: StoredReading | null, tonight: Matcher, yesterday: () => Matcher): Placed {
  const found = tonight.reading(reading);
  if (found.kind === "known") return { reading, model: found.modelId, isUnmatched: false, finding: null };
  const was = found.kind === "ignored" || last === null ? found : yesterday().reading(last);
  const objection = modelUnresolved(found, was);
  const isBelieved = last?.held?.rule === "modelUnresolved" && isSeenAgain(reading, last.held);
  if (objection === null || was.kind !== "known" || isBelieved) {
    return { reading, model: null, isUnmatched: found.kind === "unmatched", finding: null };
  }
  return {
    reading: holdReading(reading, last, objection),
    model: was.modelId,
    isUnmatched: false,
    finding: findingOf(objection, subjectOf(reading)),
  };
}

function distinct(rows: readonly Unmatched[]): Unmatched[] {
  const byName = new Map(rows.map((row) => [`${row.source} ${row.platform} ${row.upstreamId}`, row]));
  return [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
