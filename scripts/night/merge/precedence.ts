import { daysBetween } from "../../../src/domain/money/days.ts";
import { sourceFacts } from "../../../src/domain/source/sources.ts";
import type { Reading } from "../sources/source.ts";

/** Platforms whose regional rows LiteLLM keeps and models.dev prints at list. */
export const CLOUDS: ReadonlySet<string> = new Set(["amazon-bedrock", "google-vertex", "azure"]);

export const isComplete = ({ source }: Reading): boolean => sourceFacts(source.id).isWholeCard;

export const isCurated = ({ source }: Reading): boolean => sourceFacts(source.id).copies === "transcribed";

/** Behind every row that still speaks. */
export const OUTDATED_RANK = 9;

/** The place of a reading in the order of trust for its platform, lower is better; last a curated row that is too old. */
export function precedence(reading: Reading, asOf: string): number {
  return placeOf(reading, asOf) + (isTooOld(reading, asOf) ? PAST_BUDGET : 0);
}

/** A reading past its source's budget of days stands behind every fresh one. */
const PAST_BUDGET = 20;

function placeOf(reading: Reading, asOf: string): number {
  if (isCurated(reading) && isTooOld(reading, asOf)) return OUTDATED_RANK;
  const { rank } = sourceFacts(reading.source.id);
  return CLOUDS.has(reading.key.platform) ? rank.clouds : rank.elsewhere;
}

/** Not read again within its source's budget of days: a curated row steps down to a second reading (design §4). */
export const isTooOld = ({ source }: Reading, asOf: string): boolean =>
  daysBetween(source.readAt.slice(0, 10), asOf) > sourceFacts(source.id).budgetDays;
