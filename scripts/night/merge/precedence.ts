import { CLOUDS } from "../../../src/domain/platform/clouds.ts";
import { type Mirror, mirrorOf } from "../../../src/domain/platform/mirror.ts";
import type { AgeClass } from "../../../src/domain/source/age-class.ts";
import { disagrees } from "../../../src/domain/source/disagreement.ts";
import { EVIDENCE, type Evidence } from "../../../src/domain/source/evidence-class.ts";
import { ageClass, isWithinBudget } from "../../../src/domain/source/price-age.ts";
import { sourceFacts } from "../../../src/domain/source/sources.ts";
import { isWitnessFor } from "../../../src/domain/source/witness.ts";
import type { Reading } from "../sources/source.ts";
import type { StoredReading } from "./reading-row.ts";

/** A reading of a model's offer. */
export interface MatchedReading {
  readonly model: string;
  readonly reading: StoredReading;
}

/** What the order of trust depends on beside the reading. */
export interface TrustContext {
  readonly asOf: string;
  readonly mirrors: readonly Mirror[];
}

/** Whether what the reading leaves out is not sold there: its source writes whole cards. */
export const isComplete = ({ source }: Reading): boolean => sourceFacts(source.id).isWholeCard;

/** Whether people wrote the reading down, with a page and a day. */
export const isCurated = ({ source }: Reading): boolean => sourceFacts(source.id).copies === "transcribed";

/**
 * The place of a reading among those of its offer, lower is better: how its price is known, then the order of its sources; past its budget of
 * days behind all that are within it, past 60 days behind those too. Of models.dev's copy of Venice's API of this week, a
 * transcript of Venice's page and LiteLLM's row: the copy, the transcript, LiteLLM; a month later the transcript, the copy, LiteLLM.
 */
export function precedence(row: MatchedReading, rows: readonly MatchedReading[], context: TrustContext): number {
  const { reading } = row;
  const { rank } = sourceFacts(reading.source.id);
  // LiteLLM keeps the regional rows of clouds, which models.dev prints at list.
  const source = CLOUDS.has(reading.key.platform) ? rank.clouds : rank.elsewhere;
  const place = EVIDENCE.indexOf(evidenceOf(row, rows, context.mirrors)) + source / MORE_THAN_SOURCES;
  return place + BEHIND_BY_AGE[ageClass({ readings: [reading.source], isConfirmed: false, isContradicted: false }, context.asOf)];
}

const MORE_THAN_SOURCES = 100;

/** Behind every reading within its budget that nothing speaks against. */
export const OUTDATED_RANK = 10;
const BEHIND_BY_AGE: Readonly<Record<AgeClass, number>> = { fresh: 0, aging: 20, expired: 30 };

function evidenceOf({ model, reading }: MatchedReading, rows: readonly MatchedReading[], mirrors: readonly Mirror[]): Evidence {
  const { copies } = sourceFacts(reading.source.id);
  if (copies !== "catalogue") return copies;
  if (mirrorOf(mirrors, reading.source.id, { platform: reading.key.platform, model }) !== null) return "mirror";
  return rows.some((other) => confirms(other.reading, reading)) ? "corroborated" : "reported";
}

/**
 * Whether one reading is a second witness for the input and output of another. A row that a guard holds speaks by its last good figures, as one
 * that was not read does: a source that was not read well takes no place away and gives none.
 */
export const confirms = (by: StoredReading, of: StoredReading): boolean =>
  isWitnessFor(of.source.id, by.source.id, of.key.platform) && isSameHeadline(of, by);

const isSameHeadline = (a: StoredReading, b: StoredReading): boolean =>
  (["input", "output"] as const).every((meter) => a.prices[meter] !== undefined && b.prices[meter] !== undefined) &&
  !disagrees(a.prices, b.prices, ["input", "output"]);

/** Not read again within its source's budget of days: it steps behind those that were. */
export const isTooOld = ({ source }: Reading, asOf: string): boolean => !isWithinBudget(source, asOf);
