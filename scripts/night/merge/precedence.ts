import { staleAfterDays } from "../../../src/domain/source/staleness.ts";
import type { Reading } from "../sources/source.ts";

/** A curated row not re-read for so long steps down to a second reading (design §4). */
export const CURATED_MAX_AGE_DAYS = 45;

/** Sources that give a platform's whole own card: nobody fills in what they leave out. */
const OWN_MACHINE_READABLE: ReadonlySet<string> = new Set(["openrouter-models", "openrouter-endpoints"]);

/** Platforms whose regional rows LiteLLM keeps and models.dev prints at list. */
export const CLOUDS: ReadonlySet<string> = new Set(["amazon-bedrock", "google-vertex", "azure"]);

const SECOND_HAND = ["pi-ai", "models.dev", "litellm", "genai-prices"];
const SECOND_HAND_CLOUD = ["litellm", "pi-ai", "models.dev", "genai-prices"];
/** A reading past its source's budget of days stands behind every fresh one. */
const PAST_BUDGET = 20;

export const isComplete = (reading: Reading): boolean => OWN_MACHINE_READABLE.has(reading.source.id);

export const isCurated = (reading: Reading): boolean => reading.source.id === "list-prices";

/**
 * The place of a reading in the order of trust for its platform, lower is better:
 * own machine-readable prices 0, a dated price page 1, then the second-hand sources, last a curated row that is too old.
 */
export function precedence(reading: Reading, asOf: string): number {
  return placeOf(reading, asOf) + (isPastBudget(reading, asOf) ? PAST_BUDGET : 0);
}

const isPastBudget = ({ source }: Reading, asOf: string): boolean => daysBetween(source.readAt, asOf) > staleAfterDays(source.id);

function placeOf(reading: Reading, asOf: string): number {
  if (isComplete(reading)) return 0;
  if (isCurated(reading)) return isTooOld(reading.source.readAt, asOf) ? 9 : 1.5;
  const order = CLOUDS.has(reading.key.platform) ? SECOND_HAND_CLOUD : SECOND_HAND;
  const place = order.indexOf(reading.source.id);
  return place === -1 ? 1 : 2 + place;
}

export function isTooOld(readAt: string, asOf: string): boolean {
  return daysBetween(readAt, asOf) > CURATED_MAX_AGE_DAYS;
}

function daysBetween(readAt: string, day: string): number {
  return (Date.parse(day) - Date.parse(readAt.slice(0, 10))) / 86_400_000;
}
