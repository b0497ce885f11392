import type { QualityScore } from "../../../src/domain/quality/quality-score.ts";
import type { Finding } from "../../../src/domain/source/finding.ts";
import { HOLD_ENDS } from "../../../src/domain/source/guard-rule.ts";
import type { ExceptionMatcher } from "../guards/exception-matcher.ts";
import { findingOf } from "../guards/objection.ts";
import { withEarlierScores } from "./earlier-scores.ts";
import { lostScoreNotes, lostScores } from "./quality-findings.ts";
import type { ParsedScores, QualitySource } from "./quality-source.ts";
import { type BoardNights, oddScores, rescaled } from "./rescaled.ts";

/** One source's scores on two nights. */
export interface ScoreNights extends BoardNights {
  readonly source: QualitySource;
  readonly skipped: ParsedScores["skipped"];
  readonly exceptions: ExceptionMatcher;
}

/** Why nothing of what a source says tonight is believed: most of it is gone, or it is on another scale. Null: it is believed row by row. */
export function heldScores(nights: ScoreNights): Finding | null {
  const { source, before, now, exceptions } = nights;
  const loss = lostScores(source.id, before, now);
  if (loss !== null) return loss;
  const objection = rescaled(nights, source.usualMedian);
  return objection === null || exceptions.accepts(objection) ? null : findingOf(objection, source.id);
}

/** Tonight's scores, and the last ones of rows that are there and say nothing, or nothing that could be. */
export function believedScores(nights: ScoreNights): {
  readonly scores: readonly QualityScore[];
  readonly findings: readonly Finding[];
} {
  const { source, before, now, weekTo, skipped, exceptions } = nights;
  const odd = oddScores(before, now).filter(({ why }) => !exceptions.accepts({ rule: "qualityRescaled", detail: why }));
  const isOdd = new Set(odd.map(({ score }) => score));
  const good = now.filter((score) => !isOdd.has(score));
  const goodKeys = new Set(good.map(keyOf));
  const oddNames = new Set(odd.map(({ score }) => score.name));
  const unread = new Map(skipped.filter(({ why }) => UNREAD.has(why)).map(({ subject, why }) => [subject, why]));
  const last = before.filter((score) => !goodKeys.has(keyOf(score)));
  const kept = last.filter(({ name }) => unread.has(name) || oddNames.has(name));
  // A board that somebody let pass on another scale is held against nothing that it said before.
  const isOtherScale = rescaled(nights, source.usualMedian) !== null;
  const scores = [...(isOtherScale ? good : withEarlierScores(before, good, weekTo)), ...kept];
  return {
    scores,
    findings: [
      ...odd.map((each) => holdOf(each.score.model, each.why)),
      ...kept.filter(({ name }) => !oddNames.has(name)).map((score) => keptNote(score, unread.get(score.name))),
      ...lostScoreNotes(source.id, before, scores),
      ...exceptions.unused(),
    ],
  };
}

/** Reasons a parser gives for a row that is there and says nothing. */
const UNREAD: ReadonlySet<string> = new Set([
  "name stands for several rows",
  "row has the wrong shape",
  "row has no score",
  "row lacks a task",
]);

const keyOf = ({ model, release }: QualityScore): string => JSON.stringify([model, release]);

const holdOf = (model: string, why: string): Finding => ({
  ...({ rule: "qualityRescaled", action: "hold", scope: "model", subject: model } as const),
  detail: `${why}; ${HOLD_ENDS.mended}`,
});

const keptNote = ({ model, source, name, readAt }: QualityScore, why = ""): Finding => ({
  ...({ rule: "qualityScoreKept", action: "note", scope: "model", subject: model } as const),
  detail: `${source} has ${JSON.stringify(name)}, ${why}: its score of ${readAt.slice(0, 10)} stays`,
});
