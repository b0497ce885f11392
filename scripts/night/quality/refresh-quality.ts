import type { QualityCredit } from "../../../src/domain/quality/quality-fit.ts";
import { compareQualityScores, type QualityScore } from "../../../src/domain/quality/quality-score.ts";
import type { Finding } from "../../../src/domain/source/finding.ts";
import type { SourceStatus } from "../../../src/domain/source/run.ts";
import { exceptionMatcher } from "../guards/exception-matcher.ts";
import type { Body, Io } from "../sources/source.ts";
import { believedScores, heldScores } from "./believed-scores.ts";
import { epochEci } from "./boards/epoch-eci.ts";
import { livebench, livebenchCoding } from "./boards/livebench.ts";
import { lmarena, lmarenaVision, lmarenaWebdev } from "./boards/lmarena.ts";
import { aliasesAt, matchCosts, matchScores, unmatchedNames } from "./match-scores.ts";
import { type NeedQualityData, needQualityData } from "./need-quality.ts";
import { type QualityData, type QualityModel, qualityData } from "./quality-data.ts";
import { fieldNotes, likelyNameNotes, noteFinding, unratedNotes } from "./quality-findings.ts";
import type { ParsedScores, QualitySource } from "./quality-source.ts";
import type { QualityCurated, QualityReadings } from "./quality-store.ts";

/** In the order of their ids. */
export const QUALITY_SOURCES: readonly QualitySource[] = [
  epochEci,
  livebench,
  livebenchCoding,
  lmarena,
  lmarenaVision,
  lmarenaWebdev,
];

/** What a page must say of each source. */
export const QUALITY_CREDITS: readonly QualityCredit[] = QUALITY_SOURCES.map(({ id, name, url, licence, attribution }) => ({
  id,
  name,
  url,
  licence,
  attribution,
}));

export interface QualityNightInput {
  readonly curated: QualityCurated;
  readonly models: readonly QualityModel[];
  /** Yesterday's readings and what the run said of the quality sources. */
  readonly before: QualityReadings & { readonly statuses: readonly SourceStatus[] };
}

export interface QualityNight extends QualityData, NeedQualityData, QualityReadings {
  readonly findings: readonly Finding[];
  readonly sourceStatuses: readonly SourceStatus[];
}

/**
 * One night of quality: reads the sources, matches their names by curated aliases, fits the one-factor model. A source that was not read
 * keeps its scores in silence; one that failed, lost more than a tenth of its scores or writes them on another scale keeps them and is held until
 * it is read well again, its aliases follow its new names, or a person lets the new scale pass.
 */
export async function refreshQuality(io: Io, { curated, models, before }: QualityNightInput): Promise<QualityNight> {
  const nights: SourceOutcome[] = [];
  for (const source of QUALITY_SOURCES) nights.push(outcomeOf(await readSource(source, io), { curated, models, before }));
  const scores = nights.flatMap((night) => night.scores).toSorted(compareQualityScores);
  const chosen = curated.field.map(({ model }) => model);
  const input = { scores, models, field: chosen, credits: QUALITY_CREDITS };
  const data = qualityData(input);
  const inField = new Set(data.fit?.field.map(({ model }) => model));
  return {
    ...data,
    ...needQualityData(input),
    scores,
    costs: nights.flatMap((night) => night.costs),
    findings: [...nights.flatMap((night) => night.findings), ...unratedNotes(data.rows, models), ...fieldNotes(chosen, inField)],
    sourceStatuses: nights.flatMap((night) => night.status ?? []),
  };
}

interface SourceReading {
  readonly source: QualitySource;
  readonly bodies: readonly Body[];
  /** Null = not read, or failed. */
  readonly parsed: ParsedScores | null;
  readonly failure: string | null;
}

async function readSource(source: QualitySource, io: Io): Promise<SourceReading> {
  try {
    const bodies = await source.read(io);
    return { source, bodies, parsed: bodies.length === 0 ? null : source.parse(bodies), failure: null };
  } catch (error) {
    return { source, bodies: [], parsed: null, failure: error instanceof Error ? error.message : String(error) };
  }
}

interface SourceOutcome extends QualityReadings {
  readonly findings: readonly Finding[];
  /** Null = never read. */
  readonly status: SourceStatus | null;
}

function outcomeOf(
  { source, bodies, parsed, failure }: SourceReading,
  { curated, models, before }: QualityNightInput,
): SourceOutcome {
  const earlier = earlierOutcome(source, before);
  if (parsed === null) return failure === null ? earlier : held(earlier, hold(source, failure));
  const aliases = aliasesAt(source.id, curated.aliases);
  const scores = matchScores(parsed.scores, aliases);
  const exceptions = exceptionMatcher(source.id, curated.guardExceptions);
  const { status } = earlier;
  const weekTo = (status?.status === "held" ? status.readAt : newestOf(bodies)).slice(0, 10);
  const nights = { source, before: earlier.scores, now: scores, weekTo, skipped: parsed.skipped, exceptions };
  const whyHeld = heldScores(nights);
  const names = likelyNameNotes(source, parsed.scores, aliases, models);
  if (whyHeld !== null) return held({ ...earlier, findings: names }, whyHeld);
  const believed = believedScores(nights);
  return {
    scores: believed.scores,
    // A night whose bodies carry no costs at all keeps yesterday's: the scores do not wait for them.
    costs: parsed.costs.length === 0 ? earlier.costs : matchCosts(parsed.costs, aliases),
    findings: [...names, ...believed.findings],
    status: freshStatus({ source, bodies }, parsed, believed.scores, unmatchedNames(parsed.scores, aliases).length),
  };
}

function earlierOutcome({ id }: QualitySource, before: QualityNightInput["before"]): SourceOutcome {
  return {
    scores: before.scores.filter(({ source }) => source === id),
    costs: before.costs.filter(({ source }) => source === id),
    findings: [],
    status: before.statuses.find((status) => status.id === id) ?? null,
  };
}

const hold = ({ id }: QualitySource, failure: string): Finding => ({
  ...noteFinding("qualitySourceFailed", "source", id, failure),
  action: "hold",
});

const held = (before: SourceOutcome, finding: Finding): SourceOutcome => ({
  ...before,
  findings: [...before.findings, finding],
  status: before.status === null ? null : { ...before.status, status: "held", why: finding.detail },
});

function freshStatus(
  { source: { id, name, url, licence }, bodies }: Pick<SourceReading, "source" | "bodies">,
  parsed: ParsedScores,
  scores: readonly QualityScore[],
  unmatched: number,
): SourceStatus {
  const skipped: Record<string, number> = {};
  for (const { why } of parsed.skipped) skipped[why] = (skipped[why] ?? 0) + 1;
  const readAt = newestOf(bodies);
  return {
    ...{ id, name, url, licence, hand: "first", readAt, status: "fresh", why: null },
    bodies: bodies.length,
    readings: scores.length,
    offers: 0,
    skipped,
    unmatched,
  };
}

const newestOf = (bodies: readonly Body[]): string => bodies.map(({ readAt }) => readAt).reduce((a, b) => (a > b ? a : b));
