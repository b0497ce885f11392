import { compareText } from "../../../src/domain/money/compare-text.ts";
import type { Quality } from "../../../src/domain/quality/quality.ts";
import type { QualityAlias } from "../../../src/domain/quality/quality-alias.ts";
import type { QualityScore } from "../../../src/domain/quality/quality-score.ts";
import type { Finding } from "../../../src/domain/source/finding.ts";
import { likelyName } from "./likely-name.ts";
import { unmatchedNames } from "./match-scores.ts";
import type { QualityModel } from "./quality-data.ts";
import type { QualitySource, ScoreReading } from "./quality-source.ts";

/** Of the models in most use every one should be rated, or somebody should know why not. */
export const WATCHED_BY_USE = 100;

/** A source that lost more than this share of the scores it had for our models has renamed its rows or broken: it is held. */
export const MAX_LOST_SHARE = 0.1;

/** The hold on a source whose scores vanished, or null. Nothing is lost on the first night. */
export function lostScores(source: string, before: readonly QualityScore[], now: readonly QualityScore[]): Finding | null {
  const models = new Set(now.map(({ model }) => model));
  const had = [...new Set(before.map(({ model }) => model))];
  const lost = had.filter((model) => !models.has(model)).toSorted(compareText);
  if (lost.length <= had.length * MAX_LOST_SHARE) return null;
  const detail = `${lost.length} of ${had.length} models lost their score: ${lost.slice(0, 5).join(", ")}`;
  return { rule: "qualityScoresLost", action: "hold", scope: "source", subject: source, detail };
}

/** A model that had a score yesterday and has none now: its row was renamed or removed. */
export function lostScoreNotes(
  source: string,
  before: readonly QualityScore[],
  now: readonly QualityScore[],
): readonly Finding[] {
  const models = new Set(now.map(({ model }) => model));
  return before
    .filter(({ model }) => !models.has(model))
    .map(({ model, name }) => noteFinding("qualityScoreLost", "model", model, `${source} no longer has ${JSON.stringify(name)}`));
}

/** Models in wide use that no source rates. */
export const unratedNotes = (rows: readonly Quality[], models: readonly QualityModel[]): readonly Finding[] => {
  const rank = new Map(watched(models).map(({ id, usageRank }) => [id, usageRank]));
  return rows
    .filter(({ model, status }) => status === "notRated" && rank.has(model))
    .map(({ model }) =>
      noteFinding("qualityNotRated", "model", model, `number ${rank.get(model)} by use has no score at any source`),
    );
};

/** Names that look like a model in wide use which this source does not score yet, and that no alias mentions: a person must look. */
export function likelyNameNotes(
  source: QualitySource,
  readings: readonly ScoreReading[],
  aliases: readonly QualityAlias[],
  models: readonly QualityModel[],
): readonly Finding[] {
  const scored = new Set(
    aliases.filter((alias) => alias.source === source.id && alias.match !== "near").map(({ model }) => model),
  );
  const byLikelyName = Map.groupBy(unmatchedNames(readings, aliases), likelyName);
  return watched(models)
    .filter(({ id }) => !scored.has(id))
    .flatMap(({ id }) => {
      const names = byLikelyName.get(likelyName(id)) ?? [];
      const shown = names.map((name) => JSON.stringify(name)).join(", ");
      return names.length === 0
        ? []
        : [noteFinding("qualityNameUnmatched", "model", id, `${source.id} has ${shown}, which no alias mentions`)];
    });
}

/** Reference models that lost their rating: the field is smaller than people chose it. */
export const fieldNotes = (chosen: readonly string[], rated: ReadonlySet<string>): readonly Finding[] =>
  chosen
    .filter((model) => !rated.has(model))
    .map((model) =>
      noteFinding("qualityFieldUnrated", "curated", "quality-field.json", `${model} has no quality and is left out of the field`),
    );

/** A finding that holds nothing back: it is only reported. */
export const noteFinding = (rule: string, scope: Finding["scope"], subject: string, detail: string): Finding => ({
  rule,
  action: "note",
  scope,
  subject,
  detail,
});

const watched = (models: readonly QualityModel[]): readonly QualityModel[] =>
  models.filter(({ usageRank }) => usageRank !== null && usageRank <= WATCHED_BY_USE).toSorted((a, b) => compareText(a.id, b.id));
