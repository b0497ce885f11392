import type { Finding } from "../../../src/domain/source/finding.ts";
import { SAME_PRICE_RATIO } from "../../../src/domain/source/guard-limits.ts";
import { GUARD_RULES } from "../../../src/domain/source/guard-rule.ts";
import { type Card, cardFigures, isSameCard } from "../merge/card-figures.ts";
import { rememberCards } from "../merge/earlier-cards.ts";
import { type Hold, readingId, type StoredReading } from "../merge/reading-row.ts";
import type { ExceptionDesk } from "./exception-desk.ts";
import { findingOf, type Objection } from "./objection.ts";
import { priceJump } from "./price-jump.ts";
import { priceTooHigh } from "./price-too-high.ts";
import { priceZero } from "./price-zero.ts";
import { twoOffersOneId } from "./two-offers-one-id.ts";
import { unreadMeter } from "./unread-meter.ts";

/** One row tonight, beside what it was. */
export interface GuardedRow {
  readonly reading: StoredReading;
  /** The last good reading; null = never read. */
  readonly before: StoredReading | null;
  readonly isListedTwice: boolean;
  /** Whether somebody wrote down why this id has no token price. */
  readonly isExplained: boolean;
  /** False for rows that people write: only the absolute rules look at them. */
  readonly isCompared: boolean;
}

export interface GuardedReading {
  /** Null: an exception leaves the row out. */
  readonly reading: StoredReading | null;
  readonly findings: readonly Finding[];
}

/** Tonight's figures, or the last good ones with what is held against tonight's. */
export function guardReading(row: GuardedRow, exceptions: ExceptionDesk): GuardedReading {
  const { reading, before } = row;
  const { open, leavesOut } = exceptions.answer(reading, objectionsTo(row));
  if (leavesOut) return { reading: null, findings: [] };
  const subject = subjectOf(reading);
  const marks = open.filter(({ rule }) => GUARD_RULES[rule].holds === "nothing").map((each) => findingOf(each, subject));
  const [worst] = open.filter(({ rule }) => GUARD_RULES[rule].holds !== "nothing").toSorted(refusedFirst);
  if (worst === undefined) {
    const earlier = before === null ? null : keptAcceptance(reading, before);
    return { reading: inTime(reading, before, earlier), findings: [...marks, ...acceptedFindings(earlier, subject)] };
  }
  if (before?.held != null && GUARD_RULES[worst.rule].isAcceptedOnSecondDay && isSeenAgain(reading, before.held)) {
    const accepted = { rule: before.held.rule, since: before.held.since };
    return { reading: inTime(reading, before, accepted), findings: [...marks, ...acceptedFindings(accepted, subject)] };
  }
  return { reading: holdReading(reading, before, worst), findings: [findingOf(worst, subject), ...marks] };
}

/** The name of a row in findings: its source and its id there. */
export const subjectOf = (reading: StoredReading): string => `${reading.source.id} ${readingId(reading)}`;

/** Yesterday's row with tonight's figures beside it; without a yesterday a row without figures. */
export function holdReading(reading: StoredReading, before: StoredReading | null, { rule, detail }: Objection): StoredReading {
  const held = holdOf(reading, before?.held ?? null, { rule, detail });
  return before === null ? { ...reading, prices: {}, conditions: [], held } : { ...before, accepted: null, held };
}

function holdOf(card: Card & Pick<StoredReading, "source">, earlier: Hold | null, { rule, detail }: Objection): Hold {
  const { readAt } = card.source;
  const since = earlier?.since ?? readAt;
  const seenAt = earlier !== null && isSameCard(card, earlier) ? (earlier.seenAt ?? earlier.since) : readAt;
  return { rule, since, seenAt: seenAt === since ? null : seenAt, detail, prices: card.prices, conditions: card.conditions };
}

function objectionsTo({ reading, before, ...row }: GuardedRow): readonly Objection[] {
  const yesterday = row.isCompared && before !== null ? yesterdayOf(reading, before) : null;
  return [
    priceTooHigh(reading),
    priceZero(reading, yesterday, row.isExplained || !row.isCompared),
    ...(yesterday === null ? [] : [priceJump(reading, yesterday), twoOffersOneId(reading, yesterday, row.isListedTwice)]),
    unreadMeter(reading),
  ].filter((objection) => objection !== null);
}

/** The row as it was last night; where this very reading went through already, as it was then: same readings, same findings. */
function yesterdayOf(reading: StoredReading, before: StoredReading): StoredReading {
  const { readAt } = reading.source;
  const replaced = before.earlier.at(-1);
  const isSameReading = before.source.readAt === readAt && isSameCard(before, reading);
  const isChange = before.changedAt === readAt && replaced?.until === readAt.slice(0, 10) && before.accepted === null;
  if (!isSameReading || !isChange || replaced === undefined) return before;
  return { ...before, prices: replaced.prices, conditions: replaced.conditions, earlier: before.earlier.slice(0, -1) };
}

const refusedFirst = (a: Objection, b: Objection): number =>
  Number(GUARD_RULES[a.rule].isAcceptedOnSecondDay) - Number(GUARD_RULES[b.rule].isAcceptedOnSecondDay);

/** Read on a later day than the figures that were held, and saying the same: every figure within a few percent. */
export function isSeenAgain(reading: Card & Pick<StoredReading, "source">, held: Hold): boolean {
  if (reading.source.readAt.slice(0, 10) <= (held.seenAt ?? held.since).slice(0, 10)) return false;
  const [now, then] = [cardFigures(reading), cardFigures(held)];
  return now.size === then.size && [...now].every(([name, { micro }]) => isNear(micro, then.get(name)?.micro));
}

function isNear(a: number, b: number | undefined): boolean {
  return b !== undefined && Math.max(a, b) <= Math.min(a, b) * SAME_PRICE_RATIO;
}

type Acceptance = StoredReading["accepted"];

/** The same reading once more tells of its acceptance once more: same readings, same data. */
function keptAcceptance(reading: StoredReading, before: StoredReading): Acceptance {
  return before.source.readAt === reading.source.readAt ? before.accepted : null;
}

function acceptedFindings(accepted: Acceptance, subject: string): readonly Finding[] {
  if (accepted === null) return [];
  const detail = `${accepted.rule} since ${accepted.since.slice(0, 10)}, seen again on a second day: accepted`;
  return [{ rule: "acceptedAfterHold", action: "note", scope: "offer", subject, detail }];
}

/** A good reading with its memory: when its figures last changed, and which cards it had lately. */
function inTime(reading: StoredReading, before: StoredReading | null, accepted: Acceptance): StoredReading {
  if (before === null) return reading;
  const changedAt = isSameCard(before, reading) ? before.changedAt : reading.source.readAt;
  return { ...reading, changedAt, earlier: rememberCards(before, reading, reading.source.readAt), accepted, held: null };
}
