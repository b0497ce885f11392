import type { Finding } from "../../../src/domain/source/finding.ts";
import { STANDS_RATIO } from "../../../src/domain/source/guard-limits.ts";
import { GUARD_RULES } from "../../../src/domain/source/guard-rule.ts";
import { isUnitSlip } from "../../../src/domain/source/unit-slip.ts";
import { cardFigures, isSameCard, type PriceCard } from "../merge/card-figures.ts";
import { changedSince, rememberCards } from "../merge/earlier-cards.ts";
import { type Hold, readingId, type StoredReading } from "../merge/reading-row.ts";
import type { ExceptionMatcher } from "./exception-matcher.ts";
import { endOfHold } from "./hold-end.ts";
import { meterGone } from "./meter/meter-gone.ts";
import { meterOdd } from "./meter/meter-odd.ts";
import { meterOrder } from "./meter/meter-order.ts";
import type { MovedTogether } from "./moved-together.ts";
import { findingOf, type Objection } from "./objection.ts";
import type { OtherPrices } from "./others.ts";
import { priceJump } from "./price-jump.ts";
import { priceTooHigh } from "./price-too-high.ts";
import { priceZero } from "./price-zero.ts";
import { sellersDisagree } from "./sellers-disagree.ts";
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
  /** True on the first night of a source: every row is new, and none is held for it. */
  readonly isFirstNight: boolean;
  /** True where it left within the week, and its first meters are all that is remembered: it is no new row. */
  readonly isBack: boolean;
  readonly others: OtherPrices;
  /** How the row's platform moved as a whole, where it did. */
  readonly together: MovedTogether | null;
}

export interface GuardedReading {
  /** Null: an exception leaves the row out. */
  readonly reading: StoredReading | null;
  readonly findings: readonly Finding[];
}

/** Tonight's figures, or the last good ones with what is held against tonight's. */
export function guardReading(row: GuardedRow, exceptions: ExceptionMatcher): GuardedReading {
  const { reading, before } = row;
  const pending = pendingInSlip(row);
  const objections = pending === null ? objectionsTo(row) : [pending, ...objectionsTo(row)];
  if (objections.length === 0 && before?.accepted == null) return { reading: inTime(reading, before, null), findings: [] };
  const { open, leftOutBy } = exceptions.answer(reading, objections);
  if (leftOutBy.length > 0) return { reading: leaveOut(row, leftOutBy), findings: [] };
  const subject = findingSubject(reading);
  const marks = open.filter(({ rule }) => GUARD_RULES[rule].holds === "nothing").map((each) => findingOf(each, subject));
  const judged = open
    .filter(({ rule }) => GUARD_RULES[rule].holds !== "nothing")
    .map((objection) => ({ objection, end: endOfHold(row, objection, holdOf(reading, before?.held ?? null, objection)) }));
  const worst = judged.find(({ end }) => end === null);
  if (worst !== undefined) {
    const { objection } = worst;
    const isPending = objection === pending && before !== null;
    const held = isPending ? before : holdReading(reading, before, objection);
    return { reading: held, findings: [findingOf(objection, subject), ...marks] };
  }
  const accepted = judged[0]?.end ?? (before === null ? null : earlierAcceptance(reading, before));
  return { reading: inTime(reading, before, accepted), findings: [...marks, ...acceptedFindings(accepted, subject)] };
}

/**
 * What a row was held for already, while its whole platform is written down in another unit: the slip may by chance bring the row near to its
 * last good price, which proves nothing. It stays as it was until the platform is itself again.
 */
function pendingInSlip({ before, together, isCompared }: GuardedRow): Objection | null {
  const held = before?.held ?? null;
  if (held === null || before === null || !isCompared || !hasPrice(before)) return null;
  return together !== null && isUnitSlip(together.factor) ? { rule: held.rule, detail: held.detail } : null;
}

/** The name of a row in findings: its source and its id there. */
export const findingSubject = (reading: StoredReading): string => `${reading.source.id} ${readingId(reading)}`;

/** Yesterday's row with tonight's figures beside it; without a yesterday a row without figures. */
export function holdReading(reading: StoredReading, before: StoredReading | null, objection: Objection): StoredReading {
  const held = holdOf(reading, before?.held ?? null, objection);
  return before === null ? { ...reading, prices: {}, conditions: [], held } : { ...before, accepted: null, leftOut: null, held };
}

function holdOf(card: PriceCard & Pick<StoredReading, "source">, earlier: Hold | null, objection: Objection): Hold {
  const { rule } = objection;
  const { readAt } = card.source;
  const since = earlier?.since ?? readAt;
  const seenAt = earlier?.rule === rule && stands(card, earlier) ? (earlier.seenAt ?? earlier.since) : readAt;
  const { prices, conditions } = card;
  const { detail, ledTo } = objection;
  const seenLater = seenAt === since ? null : seenAt;
  return { rule, since, seenAt: seenLater, detail, ...(ledTo === undefined ? {} : { ledTo }), prices, conditions };
}

/** The same figures, each near the one that was held first: dynamic prices never repeat to the last digit. */
function stands(now: PriceCard, then: PriceCard): boolean {
  const [figures, held] = [cardFigures(now), cardFigures(then)];
  return figures.size === held.size && [...figures].every(([name, { micro }]) => isNear(micro, held.get(name)?.micro));
}

function isNear(a: number, b: number | undefined): boolean {
  return b !== undefined && Math.max(a, b) <= Math.min(a, b) * STANDS_RATIO;
}

/**
 * A row that is no reading tonight, as an exception says: it keeps what it was, so that the same objection stands tomorrow. One that never had a
 * past needs no memory where the rule looks at tonight's row alone.
 */
function leaveOut({ reading, before }: GuardedRow, by: readonly Objection[]): StoredReading | null {
  if (before !== null) return { ...before, accepted: null, held: null, leftOut: true };
  const needsMemory = by.some(({ rule }) => LOOK_AT_NEW_ROWS.has(rule));
  return needsMemory ? { ...reading, prices: {}, conditions: [], leftOut: true } : null;
}

const LOOK_AT_NEW_ROWS: ReadonlySet<Objection["rule"]> = new Set(["meterOdd", "meterOrder", "sellersDisagree"]);

function objectionsTo(row: GuardedRow): readonly Objection[] {
  const { reading, before } = row;
  const yesterday = row.isCompared && before !== null ? yesterdayOf(reading, before) : null;
  return [
    priceTooHigh(reading),
    priceZero(reading, yesterday, { isExplained: row.isExplained || !row.isCompared }),
    ...(isNew(row) ? newRowObjections(row) : []),
    ...(yesterday === null ? [] : changeObjections(row, yesterday)),
    unreadMeter(reading),
  ].filter((objection) => objection !== null);
}

/** A row never read before, under a new id, or without a price until now. */
const isNew = ({ reading, before, isCompared, isFirstNight, isBack }: GuardedRow): boolean =>
  isCompared && !isFirstNight && hasPrice(reading) && (before === null ? !isBack : !hasPrice(before));

const hasPrice = ({ prices }: PriceCard): boolean => prices.input !== undefined || prices.output !== undefined;

const newRowObjections = ({ reading, others }: GuardedRow): readonly Objection[] =>
  [meterOdd(reading, null), meterOrder(reading), sellersDisagree(reading, others.pricesLastNight(reading))].filter(
    (objection) => objection !== null,
  );

function changeObjections(
  { reading, before, isListedTwice, isBack }: GuardedRow,
  yesterday: StoredReading,
): readonly (Objection | null)[] {
  // What nearly every row is on nearly every night, and no rule below objects to.
  if (before === yesterday && isSameCard(reading, before)) return [];
  const isOrderLost = before !== null && hasPrice(before) && meterOrder(before) === null && !isSameCard(reading, before);
  return [
    priceJump(reading, yesterday),
    before === null ? null : meterGone(reading, before),
    // Nobody can say what a row that is back did not have.
    isBack || !hasPrice(yesterday) ? null : meterOdd(reading, yesterday),
    isOrderLost ? meterOrder(reading) : null,
    twoOffersOneId(reading, yesterday, isListedTwice),
  ];
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

type Acceptance = StoredReading["accepted"];

/** The same reading once more reports its acceptance again: same readings, same data. */
function earlierAcceptance(reading: StoredReading, before: StoredReading): Acceptance {
  return before.source.readAt === reading.source.readAt ? before.accepted : null;
}

/** What the report says on the night a row is believed. */
export function acceptedFindings(accepted: Acceptance, subject: string): readonly Finding[] {
  if (accepted === null) return [];
  const detail = `${accepted.rule} since ${accepted.since.slice(0, 10)}, ${accepted.because}: accepted`;
  return [{ rule: "acceptedAfterHold", action: "note", scope: "offer", subject, detail }];
}

/** A good reading with its memory: when its figures last changed, and which cards it had recently. */
function inTime(reading: StoredReading, before: StoredReading | null, accepted: Acceptance): StoredReading {
  // A row whose figures never went through has no past to remember.
  if (before === null || (!hasPrice(before) && (before.held !== null || before.leftOut !== null)))
    return { ...reading, accepted };
  const { readAt } = reading.source;
  const changedAt = changedSince(before, reading, readAt);
  return { ...reading, changedAt, earlier: rememberCards(before, reading, readAt), accepted, held: null };
}
