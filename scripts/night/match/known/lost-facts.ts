import type { Model } from "../../../../src/domain/model/model.ts";
import { daysBetween } from "../../../../src/domain/money/days.ts";
import type { Finding } from "../../../../src/domain/source/finding.ts";
import { MAX_SOURCE_SHRINK, MIN_SHARED_ROWS, SHRINK_STANDS_DAYS } from "../../../../src/domain/source/guard-limits.ts";
import type { FactsLost } from "../../../../src/domain/source/run.ts";
import { newestReadAt, type SourceNight } from "../../guards/guard-night.ts";
import { readingId, type StoredReading } from "../../merge/reading-row.ts";
import type { Store } from "../../pipeline/store.ts";
import type { ModelFacts, Parsed, Reading } from "../../sources/source.ts";
import { fillGaps } from "../models.ts";
import { asSpelledTonight } from "./rows-tonight.ts";

export interface KnownFacts {
  readonly sources: readonly SourceNight[];
  readonly findings: readonly Finding[];
  /** Since when which source says too little, by its id. */
  readonly factsLost: ReadonlyMap<string, FactsLost>;
}

type Before = Pick<Store, "models" | "readings" | "run">;

/**
 * The sources with what their models and rows were last night, where a list came without it: over a tenth of its models lack a fact that they
 * had. Such a list was not read well, and rows that are matched by a model's permanent names would lead elsewhere. Its ids and prices stand; what
 * it does not say is as it was, until it is said again or nobody has said it for a week.
 */
export function withKnownFacts(sources: readonly SourceNight[], before: Before): KnownFacts {
  const nights = sources.map((each) => withFactsOf(each, before));
  return {
    sources: nights.map(({ night }) => night),
    findings: nights.flatMap(({ finding }) => finding ?? []),
    factsLost: new Map(nights.flatMap(({ night, lost }) => (lost === null ? [] : [[night.source.id, lost] as const]))),
  };
}

interface FactsNight {
  readonly night: SourceNight;
  readonly lost: FactsLost | null;
  readonly finding: Finding | null;
}

function withFactsOf(night: SourceNight, before: Before): FactsNight {
  const { source, parsed, bodies } = night;
  const earlier = before.run?.sources.find(({ id }) => id === source.id)?.factsLost ?? null;
  const readAt = newestReadAt(bodies);
  if (parsed === null || readAt === null || source.fromCurated === true) return { night, lost: earlier, finding: null };
  // The same reading once more is believed once more: same readings, same data.
  if (earlier?.acceptedAt === readAt) return { night, lost: earlier, finding: acceptedFinding(source.id, earlier) };
  const last = new Map(before.models.filter(({ listedBy }) => listedBy === source.id).map((model) => [model.id, model]));
  const missing = factsMissing(parsed.models, last, FACTS_OF_SOURCE[source.id] ?? OWN_WORDS);
  if (missing.length === 0) return { night, lost: null, finding: null };
  const since = earlier?.acceptedAt === null ? earlier.since : readAt;
  if (daysBetween(since.slice(0, 10), readAt.slice(0, 10)) >= SHRINK_STANDS_DAYS) {
    const lost = { since, acceptedAt: readAt };
    return { night, lost, finding: acceptedFinding(source.id, lost) };
  }
  const rows = before.readings.get(source.id) ?? [];
  return {
    night: { ...night, parsed: withLastNights(parsed, last, rows) },
    lost: { since, acceptedAt: null },
    finding: lostFinding(source.id, missing),
  };
}

type Fact = (typeof OWN_WORDS)[number] | (typeof FIRST_WORDS)[number];

/** What no other source says of a model in its lister's place. */
const OWN_WORDS = ["name", "canonicalSlug", "inputModalities", "outputModalities"] as const;
/** What OpenRouter's list, which speaks first, says of nearly all its models itself. */
const FIRST_WORDS = ["huggingFaceId", "releasedOn", "contextTokens", "tools", "reasoning", "structuredOutput"] as const;
const FACTS_OF_SOURCE: Readonly<Partial<Record<string, readonly Fact[]>>> = {
  "openrouter-models": [...OWN_WORDS, ...FIRST_WORDS],
};

/** `canonicalSlug at 331 of 331`: each fact that over a tenth of the models that had it have no more. */
function factsMissing(
  stated: readonly ModelFacts[],
  last: ReadonlyMap<string, Model>,
  facts: readonly Fact[],
): readonly string[] {
  const pairs = stated.flatMap((now) => {
    const was = now.aliasOf === null ? last.get(now.id) : undefined;
    return was === undefined ? [] : [{ now, was }];
  });
  return facts.flatMap((fact) => {
    const had = pairs.filter(({ was }) => !isEmpty(was, fact));
    const lost = had.filter(({ now }) => isEmpty(now, fact)).length;
    return had.length >= MIN_SHARED_ROWS && lost > had.length * MAX_SOURCE_SHRINK ? [`${fact} at ${lost} of ${had.length}`] : [];
  });
}

function isEmpty(of: Pick<Model, "id" | Fact>, fact: Fact): boolean {
  const value = of[fact];
  return value === null || (Array.isArray(value) && value.length === 0) || (fact === "name" && value === of.id);
}

function withLastNights(parsed: Parsed, last: ReadonlyMap<string, Model>, rows: readonly StoredReading[]): Parsed {
  const lastRows = new Map(asSpelledTonight(rows, parsed.readings).map((row) => [readingId(row), row]));
  const statedIds = new Set(parsed.models.map(({ id }) => id));
  return {
    ...parsed,
    areFactsLost: true,
    readings: parsed.readings.map((reading) => filledRow(reading, lastRows.get(readingId(reading)))),
    models: parsed.models.flatMap((facts) => {
      const was = facts.aliasOf === null ? last.get(facts.id) : undefined;
      if (was === undefined) return [facts];
      const filled = filledFacts(facts, was);
      const aliases = was.aliases.filter((id) => !statedIds.has(id));
      return [filled, ...aliases.map((id) => ({ ...filled, id, aliasOf: facts.id }))];
    }),
  };
}

function filledFacts(facts: ModelFacts, was: Model): ModelFacts {
  const isNamed = !isEmpty(facts, "name");
  return {
    ...fillGaps(facts, was),
    name: isNamed ? facts.name : was.name,
    makerName: isNamed ? facts.makerName : was.makerName,
    canonicalSlug: facts.canonicalSlug ?? was.canonicalSlug,
    inputModalities: isEmpty(facts, "inputModalities") ? was.inputModalities : facts.inputModalities,
    outputModalities: isEmpty(facts, "outputModalities") ? was.outputModalities : facts.outputModalities,
  };
}

function filledRow(reading: Reading, was: StoredReading | undefined): Reading {
  if (was === undefined) return reading;
  return {
    ...reading,
    name: reading.name ?? was.name,
    huggingFaceId: reading.huggingFaceId ?? was.huggingFaceId,
    canonicalSlug: reading.canonicalSlug ?? was.canonicalSlug,
    contextTokens: reading.contextTokens ?? was.contextTokens,
    maxOutputTokens: reading.maxOutputTokens ?? was.maxOutputTokens,
    maxInputTokens: reading.maxInputTokens ?? was.maxInputTokens,
    retiresOn: reading.retiresOn ?? was.retiresOn,
  };
}

function lostFinding(source: string, missing: readonly string[]): Finding {
  const detail = `models came without facts they had (${missing.join(", ")}): what is not said is as it was; until upstream says it again, or has not said it for ${SHRINK_STANDS_DAYS} days`;
  return { rule: "factsLost", action: "hold", scope: "source", subject: source, detail };
}

function acceptedFinding(source: string, { since }: FactsLost): Finding {
  const detail = `factsLost since ${since.slice(0, 10)}, it has stood for a week: accepted`;
  return { rule: "acceptedAfterHold", action: "note", scope: "source", subject: source, detail };
}
