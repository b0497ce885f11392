import { compareText } from "../../../src/domain/money/compare-text.ts";
import type { MeasuredCost } from "../../../src/domain/quality/measured-cost.ts";
import type { QualityAlias, QualitySourceId } from "../../../src/domain/quality/quality-alias.ts";
import { compareQualityScores, type QualityScore } from "../../../src/domain/quality/quality-score.ts";
import type { CostReading, ScoreReading } from "./quality-source.ts";

/**
 * Scores under our model ids: for every model, source and release the alias of the lowest preference that the source has. Near matches
 * never count.
 */
export function matchScores(readings: readonly ScoreReading[], aliases: readonly QualityAlias[]): readonly QualityScore[] {
  const byName = Map.groupBy(readings, ({ source, name }) => nameKey(source, name));
  const aliasedReadings = usable(aliases).flatMap((alias) =>
    (byName.get(nameKey(alias.source, alias.name)) ?? []).map((reading) => ({ alias, reading })),
  );
  const groups = Map.groupBy(aliasedReadings, ({ alias, reading }) =>
    JSON.stringify([alias.model, alias.source, reading.release]),
  );
  return [...groups.values()]
    .flatMap((group) => group.toSorted((a, b) => a.alias.preference - b.alias.preference).slice(0, 1))
    .map(({ alias, reading }) => scoreRow(alias, reading))
    .toSorted(compareQualityScores);
}

/** Measured costs under our model ids, every effort of its own: a cost belongs to the effort it was measured at. */
export function matchCosts(readings: readonly CostReading[], aliases: readonly QualityAlias[]): readonly MeasuredCost[] {
  const byName = Map.groupBy(usable(aliases), ({ source, name }) => nameKey(source, name));
  return readings
    .flatMap((reading) => (byName.get(nameKey(reading.source, reading.name)) ?? []).map((alias) => costRow(alias, reading)))
    .toSorted((a, b) => compareText(a.model, b.model) || compareText(a.source, b.source) || compareText(a.name, b.name));
}

/** Sources that call models as another one does: LMArena on all its boards, LiveBench in all its tasks. */
const NAMED_LIKE: Readonly<Partial<Record<QualitySourceId, QualitySourceId>>> = {
  "livebench-coding": "livebench",
  "lmarena-vision": "lmarena",
  "lmarena-webdev": "lmarena",
};

/**
 * The aliases as they hold for one source: its own, then those of the source it calls models like, whatever of their efforts it has. What it
 * says itself of a name counts alone.
 */
export function aliasesAt(source: QualitySourceId, aliases: readonly QualityAlias[]): readonly QualityAlias[] {
  const sourceAliases = aliases.filter((alias) => alias.source === source);
  const like = NAMED_LIKE[source];
  if (like === undefined) return aliases;
  const ownNames = new Set(sourceAliases.map(({ name }) => name));
  const borrowed = aliases.filter((alias) => alias.source === like && !ownNames.has(alias.name));
  return [...sourceAliases, ...borrowed.map((alias) => ({ ...alias, source, preference: alias.preference + BORROWED }))];
}

/** A name of the source's own comes before any that is borrowed. */
const BORROWED = 1_000;

/** The source's names that no alias mentions, near ones included. */
export function unmatchedNames(readings: readonly ScoreReading[], aliases: readonly QualityAlias[]): readonly string[] {
  const aliasKeys = new Set(aliases.map(({ source, name }) => nameKey(source, name)));
  const names = readings.filter(({ source, name }) => !aliasKeys.has(nameKey(source, name))).map(({ name }) => name);
  return [...new Set(names)].toSorted(compareText);
}

const usable = (aliases: readonly QualityAlias[]) => aliases.filter(({ match }) => match !== "near");
const nameKey = (source: string, name: string) => `${source} ${name}`;

function scoreRow({ model, match, effort }: QualityAlias, reading: ScoreReading): QualityScore {
  const { source, release, name, score, intervalLow, intervalHigh, intervalLevel, standardError, scoredOn, readAt, url } =
    reading;
  const interval: QualityScore["interval"] = intervalLow === null || intervalHigh === null ? null : [intervalLow, intervalHigh];
  return { model, source, release, name, match, effort, score, interval, intervalLevel, standardError, scoredOn, readAt, url };
}

function costRow({ model, match, effort }: QualityAlias, reading: CostReading): MeasuredCost {
  const { source, release, name, usdPerQuestion, usdPerSuccessfulTask, outputTokensPerQuestion, readAt, url } = reading;
  const tokens = outputTokensPerQuestion === null ? {} : { outputTokensPerQuestion };
  return { model, source, release, name, match, effort, usdPerQuestion, usdPerSuccessfulTask, ...tokens, readAt, url };
}
