import type { Model } from "../../../src/domain/model/model.ts";
import { normaliseModelId } from "../../../src/domain/model/model-slug.ts";
import type { Unmatched } from "../../../src/domain/model/unmatched.ts";
import { daysBetween } from "../../../src/domain/money/days.ts";
import type { Finding } from "../../../src/domain/source/finding.ts";
import { MAX_SOURCE_SHRINK, NIGHTS_AT_FIRST_HAND } from "../../../src/domain/source/guard-limits.ts";
import { acceptedFindings, findingSubject, holdReading } from "../guards/guard-reading.ts";
import { modelUnresolved } from "../guards/model-unresolved.ts";
import { findingOf, type Objection } from "../guards/objection.ts";
import type { MatchedReading } from "../merge/precedence.ts";
import { readingId, type StoredReading } from "../merge/reading-row.ts";
import type { Curated } from "../pipeline/curated.ts";
import type { Store } from "../pipeline/store.ts";
import { type LeftOutRow, leaveOut } from "./left-out.ts";
import { type Match, type Matcher, matcher } from "./match.ts";
import type { MatchedBy } from "./matched-by.ts";
import { sellingWords } from "./selling-words.ts";

export interface MatchInput {
  /** By source. */
  readonly readings: ReadonlyMap<string, readonly StoredReading[]>;
  readonly models: readonly Model[];
  readonly curated: Curated;
  readonly before: Store;
  readonly asOf: string;
}

export interface MatchedReadings {
  readonly matched: readonly MatchedReading[];
  readonly unmatched: readonly Unmatched[];
  /** Rows of no model that are left out by rule, by source and reason. */
  readonly leftOut: readonly LeftOutRow[];
  /** The readings again: those whose model got lost tonight are held. */
  readonly readings: ReadonlyMap<string, readonly StoredReading[]>;
  readonly findings: readonly Finding[];
}

/**
 * Which model each reading is of. One that had a model last night and has none tonight is held there for three nights; where a tenth of a source's
 * rows lose theirs together it is a maker that was renamed, and they stay until somebody writes down where they lead, as does one between two models.
 */
export function matchReadings({ readings, models, curated, before, asOf }: MatchInput): MatchedReadings {
  const rules = { aliases: curated.aliases, neverJoin: curated.neverJoin };
  const tonight = matcher({ models, ...rules });
  let lastNight: Matcher | null = null;
  const yesterday = (): Matcher => {
    lastNight ??= matcher({ models: before.models, ...rules });
    return lastNight;
  };
  const known = new Set(before.models.map(({ id }) => id));
  const modelLastNight = (last: StoredReading): Match => {
    const heldAt = last.held?.rule === "modelUnresolved" ? last.held.ledTo : undefined;
    return heldAt !== undefined && known.has(heldAt.model)
      ? { kind: "known", modelId: heldAt.model, by: heldAt.by }
      : yesterday().reading(last);
  };
  const rows = [...readings].flatMap(([source, sourceReadings]) => {
    const last = new Map((before.readings.get(source) ?? []).map((reading) => [readingId(reading), reading]));
    const matches = sourceReadings.map((reading) =>
      findModel(reading, last.get(readingId(reading)) ?? null, tonight, modelLastNight),
    );
    const lost = matches.filter(({ objection }) => objection !== null).length;
    return matches.map((each) => ({ source, ...place(each, lost > sourceReadings.length * MAX_SOURCE_SHRINK) }));
  });
  const open = rows.filter(({ isUnmatched }) => isUnmatched).map(({ source, reading }) => ({ source, reading }));
  const { unmatched, leftOut } = leaveOut(open, asOf);
  const bySource = Map.groupBy(rows, ({ source }) => source);
  return {
    matched: rows.flatMap(({ model, by, reading }) => (model === null ? [] : [{ model, reading: asSold(reading, model, by) }])),
    unmatched: distinct(
      unmatched.map(({ source, reading }) => ({ source, platform: reading.key.platform, upstreamId: reading.upstreamId })),
    ),
    leftOut,
    readings: new Map([...readings.keys()].map((id) => [id, (bySource.get(id) ?? []).map(({ reading }) => reading)])),
    findings: rows.flatMap(({ finding }) => finding ?? []),
  };
}

interface Placed {
  readonly reading: StoredReading;
  /** Null: it is of no model. */
  readonly model: string | null;
  /** Null where no rule of tonight found it. */
  readonly by: MatchedBy | null;
  /** True where nobody knows the model; false where it is left out on purpose. */
  readonly isUnmatched: boolean;
  readonly finding: Finding | null;
}

interface Found {
  readonly reading: StoredReading;
  readonly last: StoredReading | null;
  readonly tonight: Match;
  /** The model it is of tonight, or was of last night; null = of none. */
  readonly model: string | null;
  readonly by: MatchedBy | null;
  readonly objection: Objection | null;
}

/** `modelLastNight`: what a row was of; one that is held because its id leads nowhere remembers it, for last night's models no longer say. */
function findModel(
  reading: StoredReading,
  last: StoredReading | null,
  tonight: Matcher,
  modelLastNight: (last: StoredReading) => Match,
): Found {
  const matchTonight = tonight.reading(reading);
  if (matchTonight.kind !== "unmatched" || last === null) {
    const model = matchTonight.kind === "known" ? matchTonight.modelId : null;
    return {
      reading,
      last,
      tonight: matchTonight,
      model,
      by: matchTonight.kind === "known" ? matchTonight.by : null,
      objection: null,
    };
  }
  const was = modelLastNight(last);
  return {
    ...{ reading, last, tonight: matchTonight },
    model: was.kind === "known" ? was.modelId : null,
    by: was.kind === "known" ? was.by : null,
    objection: modelUnresolved(matchTonight, was, tonight.candidates(reading)),
  };
}

function place({ reading, last, tonight, model, by, objection }: Found, isMass: boolean): Placed {
  if (reading.leftOut !== null) return { reading, model: null, by: null, isUnmatched: false, finding: null };
  if (objection === null || last === null)
    return { reading, model, by, isUnmatched: tonight.kind === "unmatched", finding: null };
  const since = last.held?.rule === objection.rule ? last.held.since : null;
  if (
    since !== null &&
    !isMass &&
    objection.ends === undefined &&
    daysBetween(since.slice(0, 10), reading.source.readAt.slice(0, 10)) >= NIGHTS_AT_FIRST_HAND - 1
  ) {
    const because = `it has led nowhere for ${NIGHTS_AT_FIRST_HAND} nights and is no offer any more`;
    const accepted = { rule: objection.rule, since, because };
    const [finding = null] = acceptedFindings(accepted, findingSubject(reading));
    return { reading: { ...reading, accepted }, model: null, by: null, isUnmatched: true, finding };
  }
  const held = isMass && objection.ends === undefined ? { ...objection, ends: MASS_ENDS } : objection;
  return {
    reading: holdReading(reading, last, held),
    model,
    by,
    isUnmatched: false,
    finding: findingOf(held, findingSubject(reading)),
  };
}

const MASS_ENDS = `until aliases.json or makers.json names the model: over ${MAX_SOURCE_SHRINK * 100} % of the source lead nowhere`;

/** Where somebody looked up which model a name means, the words that are not the model's own name say how it is sold. */
function asSold(reading: StoredReading, model: string, by: MatchedBy | null): StoredReading {
  if (by !== "alias" && by !== "canonicalId") return reading;
  const { tier, variant } = sellingWords(normaliseModelId(reading.upstreamId), normaliseModelId(model));
  const { key } = reading;
  if (tier === null && variant === null) return reading;
  const words = [key.variant, variant].filter((word) => word !== null);
  return {
    ...reading,
    key: {
      ...key,
      tier: key.tier === "standard" && tier !== null ? tier : key.tier,
      variant: words.length === 0 ? null : words.join("-"),
    },
  };
}

function distinct(rows: readonly Unmatched[]): Unmatched[] {
  const byName = new Map(rows.map((row) => [`${row.source} ${row.platform} ${row.upstreamId}`, row]));
  return [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
