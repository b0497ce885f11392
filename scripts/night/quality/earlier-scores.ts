import { addDays } from "../../../src/domain/money/days.ts";
import type { QualityScore } from "../../../src/domain/quality/quality-score.ts";
import { MEDIAN_DAYS } from "../../../src/domain/source/guard-limits.ts";

/** A row of a board, the same every night. */
export const rowKey = ({ model, name, release }: QualityScore): string => JSON.stringify([model, name, release]);

/** The day a week before. */
export const weekBefore = (day: string): string => addDays(day, -MEDIAN_DAYS);

/** Each row as its board had it a week before a day, as far back as it is remembered. */
export function scoresAWeekAgo(scores: readonly QualityScore[], day: string): readonly QualityScore[] {
  const oldest = weekBefore(day);
  return scores.map((row) => ({ ...row, score: row.earlier?.find(({ until }) => until > oldest)?.score ?? row.score }));
}

/**
 * Tonight's rows with what they said within the week up to a day. A row that stands as it was keeps its memory as it is, so that a quiet night
 * rewrites no line.
 */
export function withEarlierScores(
  before: readonly QualityScore[],
  now: readonly QualityScore[],
  weekTo: string,
): readonly QualityScore[] {
  const lastOf = new Map(before.map((score) => [rowKey(score), score]));
  return now.map((score) => {
    const last = lastOf.get(rowKey(score));
    const earlier = last === undefined ? [] : earlierOf(last, score, weekTo);
    return earlier.length === 0 ? score : { ...score, earlier };
  });
}

/** What a row said before is forgotten where it says that again: what lay between was no change. */
function earlierOf(last: QualityScore, now: QualityScore, weekTo: string): NonNullable<QualityScore["earlier"]> {
  const { earlier = [], score } = last;
  if (score === now.score) return earlier;
  const today = now.readAt.slice(0, 10);
  const replaced = earlier.at(-1)?.until === today ? [] : [{ until: today, score }];
  const past = [...earlier, ...replaced].filter(({ until }) => until > weekBefore(weekTo));
  const same = past.findLastIndex((each) => each.score === now.score);
  return same === -1 ? past : past.slice(0, same);
}
