import { daysBetween } from "../../../src/domain/money/days.ts";
import { NIGHTS_AT_FIRST_HAND, SHRINK_STANDS_DAYS } from "../../../src/domain/source/guard-limits.ts";
import { GUARD_RULES } from "../../../src/domain/source/guard-rule.ts";
import { sourceFacts } from "../../../src/domain/source/sources.ts";
import { isUnitSlip } from "../../../src/domain/source/unit-slip.ts";
import { cardFigures } from "../merge/card-figures.ts";
import type { Hold, StoredReading } from "../merge/reading-row.ts";
import type { GuardedRow } from "./guard-reading.ts";
import type { Objection } from "./objection.ts";

/**
 * Why a row is believed though a rule objects to it, or null: it is held. Seen twice proves nothing; another source does, the platform's
 * own word that stands for three nights does, and a whole platform that moved by one factor on a second day, unless the factor is a unit's or a
 * currency's. `hold`: what is held against it, tonight included.
 */
export function endOfHold(row: GuardedRow, { rule }: Objection, hold: Hold): StoredReading["accepted"] {
  const because = reasonToBelieve(row, rule, hold);
  return because === null ? null : { rule, since: hold.since, because };
}

function reasonToBelieve(row: GuardedRow, rule: Objection["rule"], hold: Hold): string | null {
  const { ends } = GUARD_RULES[rule];
  if (ends === "witness") return ownWord(row, hold) ?? anotherSource(row) ?? wholePlatform(row, hold);
  if (ends !== "week") return null;
  const isWeek = daysStood(row, hold) >= SHRINK_STANDS_DAYS;
  return ownWord(row, hold) ?? (isWeek ? `it has stood for ${SHRINK_STANDS_DAYS} days` : null);
}

const daysStood = ({ reading }: GuardedRow, { since, seenAt }: Hold): number =>
  daysBetween((seenAt ?? since).slice(0, 10), reading.source.readAt.slice(0, 10));

/** Not where half of what the platform says moved by one unit's factor: then it is the list that slipped. */
function ownWord(row: GuardedRow, hold: Hold): string | null {
  const isOwn = sourceFacts(row.reading.source.id).copies === "own";
  const isMassSlip = row.together !== null && isUnitSlip(row.together.factor);
  if (!isOwn || isMassSlip || daysStood(row, hold) < NIGHTS_AT_FIRST_HAND - 1) return null;
  return `the platform itself says so for ${NIGHTS_AT_FIRST_HAND} nights`;
}

/** Input and output where they moved, else everything that did; and nothing that moved may stand against it. */
function anotherSource({ reading, before, others }: GuardedRow): string | null {
  const last = cardFigures(before ?? { prices: {}, conditions: [] });
  const moved = [...cardFigures(reading)].flatMap(([name, { micro }]) => (last.get(name)?.micro === micro ? [] : [name]));
  const headline = moved.filter((name) => name === "input" || name === "output");
  const wanted = headline.length > 0 ? headline : moved;
  const witness = wanted.length === 0 ? null : others.witness(reading, { wanted, moved });
  return witness === null ? null : `${witness} says the same`;
}

/** A row that never had a good price moved from none: what its platform does says nothing of it. */
function wholePlatform(row: GuardedRow, hold: Hold): string | null {
  const { together, before } = row;
  if (before === null || cardFigures(before).size === 0) return null;
  if (together === null || !together.isWhole || isUnitSlip(together.factor) || daysStood(row, hold) < 1) return null;
  return `all of ${row.reading.key.platform} moved by one factor of ${together.factor.toPrecision(3)}`;
}
