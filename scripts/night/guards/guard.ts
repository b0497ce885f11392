import { daysBetween } from "../../../src/domain/money/days.ts";
import type { Finding } from "../../../src/domain/source/finding.ts";
import { MAX_SHRINK_OVER_MONTHS, MAX_SOURCE_SHRINK, SHRINK_STANDS_DAYS } from "../../../src/domain/source/guard-limits.ts";
import { GUARD_RULES } from "../../../src/domain/source/guard-rule.ts";
import type { RowsLost, SourceAcceptance, SourceHold } from "../../../src/domain/source/run.ts";
import { readingId, type StoredReading, sortedReadings } from "../merge/reading-row.ts";
import type { Skipped } from "../sources/source.ts";
import type { ExceptionMatcher } from "./exception-matcher.ts";
import { findingSubject, type GuardedReading, guardReading, holdReading } from "./guard-reading.ts";
import { type MovedRow, movedRows, movedTogether } from "./moved-together.ts";
import { findingOf, type Objection } from "./objection.ts";
import type { OtherPrices } from "./others.ts";
import { unreadRows } from "./row-unreadable.ts";
import { type Agreement, agreementOf, catalogueDisagrees } from "./source/catalogue-disagrees.ts";
import { cameBackAs, rowsById } from "./source/rows-lost.ts";
import { sourceEmpty } from "./source/source-empty.ts";
import { sourceReshuffled } from "./source/source-reshuffled.ts";
import { sourceScaled } from "./source/source-scaled.ts";
import { sourceShrink } from "./source/source-shrink.ts";
import { aWeekAgo, NOTHING_MOVED, type WeekOfRows, weekAfter, weekBefore } from "./source/week.ts";

/** One source tonight, before and after: what a guard looks at. */
export interface GuardedSource {
  readonly id: string;
  readonly before: readonly StoredReading[];
  /** Null = not read, or failed with `failure`. */
  readonly now: SourceReading | null;
  readonly failure: string | null;
  readonly exceptions: ExceptionMatcher;
  /** Whether somebody wrote down why a row has no token price. */
  readonly isExplained: (reading: StoredReading) => boolean;
  /** False for rows that people write: only the absolute rules look at them. */
  readonly isCompared: boolean;
  readonly others: OtherPrices;
  /** True where its prices count only if a catalogue shows most of the same. */
  readonly isHeldAgainstCatalogues: boolean;
  /** What run.json remembers of the last nights. */
  readonly earlier: EarlierNights | null;
}

interface EarlierNights extends WeekOfRows {
  readonly firstReadAt: string | null;
  readonly hold: SourceHold | null;
  readonly accepted: SourceAcceptance | null;
  readonly readAt: string;
}

/** What a source said tonight. */
export interface SourceReading {
  /** Newest body. */
  readonly readAt: string;
  readonly readings: readonly StoredReading[];
  /** Rows of bodies nobody looked at tonight: they stay as they were. */
  readonly kept: readonly StoredReading[];
  /** Rows of bodies that failed tonight: they stay, and say so. */
  readonly lost: readonly StoredReading[];
  readonly skipped: readonly Skipped[];
}

export interface Guarded extends WeekOfRows {
  readonly readings: readonly StoredReading[];
  readonly findings: readonly Finding[];
  /** Why the whole source stays at its last good reading, or null. */
  readonly sourceHeld: string | null;
  readonly hold: SourceHold | null;
  readonly accepted: SourceAcceptance | null;
  /** Its first good night, where that needed a catalogue's agreement; else null. */
  readonly firstReadAt: string | null;
}

/** The same bodies once more lose nothing upstream: what is missing, curated tables or our own rules leave out now. */
function shrink(source: GuardedSource, all: readonly StoredReading[], readAt: string, week: WeekOfRows): Objection | null {
  const isSameBody = source.earlier !== null && source.earlier.hold === null && source.earlier.readAt === readAt;
  if (isSameBody) return null;
  const { before, lostRecently } = aWeekAgo(week, source.before, all);
  return sourceShrink(before, all, daysSince(source, readAt), lostRecently);
}

/** Holds what a rule objects to: the source as a whole, or single readings, each at its last good figures. */
export function guardSource(source: GuardedSource): Guarded {
  const { now } = source;
  if (now === null) return notRead(source);
  const all = [...now.readings, ...now.kept, ...now.lost];
  const week = weekBefore(source, now.readAt);
  const objection = source.isCompared ? (sourceEmpty(source.before, all) ?? shrink(source, all, now.readAt, week)) : null;
  const isOpen = objection !== null && !source.exceptions.accepts(objection);
  if (isOpen && !hasStood(source, objection, now.readAt, all.length))
    return holdSource(source, objection, now.readAt, all.length);
  const agreement = source.isHeldAgainstCatalogues ? agreementOf(now.readings, source.others.catalogueCards) : null;
  const moved = movedRows(source.before, now.readings);
  const untrue = untruePrices(source, now, moved, agreement);
  if (untrue !== null) return holdSource(source, untrue, now.readAt, all.length);
  const accepted = isOpen ? acceptanceOf(source) : earlierAcceptance(source, now.readAt);
  const rows = guardRows(source, now, { lately: week.left, moved });
  const readings = sortedReadings(rows.flatMap(({ reading }) => reading ?? []));
  return {
    readings,
    findings: [
      ...acceptedFindings(source.id, accepted),
      ...(agreement === null ? [] : firstReadFindings(source, agreement, now)),
      ...rows.flatMap(({ findings }) => findings),
      ...source.exceptions.unused(),
    ],
    sourceHeld: null,
    hold: null,
    accepted,
    // What was looked at and believed does not count again.
    ...(objection === null ? weekAfter(week, source.before, readings, now.readAt) : NOTHING_MOVED),
    firstReadAt: agreement === null ? null : (source.earlier?.firstReadAt ?? now.readAt),
  };
}

/** Why none of a source's prices is believed: they are in another unit, or in each other's places. */
function untruePrices(
  source: GuardedSource,
  { readAt }: SourceReading,
  moved: readonly MovedRow[],
  agreement: Agreement | null,
): Objection | null {
  const objections = [
    ...(source.isCompared ? [sourceScaled(moved), sourceReshuffled(moved)] : []),
    agreement === null ? null : catalogueDisagrees(agreement, { isFirstRead: isFirstRead(source, readAt) }),
  ];
  return objections.find((each) => each !== null && !source.exceptions.accepts(each)) ?? null;
}

/** The same reading once more is the first one once more: same readings, same data. */
const isFirstRead = ({ earlier }: GuardedSource, readAt: string): boolean =>
  earlier === null || earlier.firstReadAt === null || earlier.firstReadAt === readAt;

/** A platform's first good night is reported: a person may look at its prices before anybody relies on them. */
function firstReadFindings(
  source: GuardedSource,
  { shared, agreeing }: Agreement,
  { readAt, readings }: SourceReading,
): readonly Finding[] {
  if (!isFirstRead(source, readAt)) return [];
  const detail = `first read: ${readings.length} rows, of which ${agreeing} of ${shared} are priced as a catalogue prices them`;
  return [{ rule: "firstRead", action: "note", scope: "source", subject: source.id, detail }];
}

const daysSince = ({ earlier }: GuardedSource, readAt: string): number =>
  earlier === null ? 1 : daysBetween(earlier.readAt.slice(0, 10), readAt.slice(0, 10));

/** Not read: everything as it was, without a word. Failed: everything as it was, and a finding. */
function notRead({ id, before, failure, earlier }: GuardedSource): Guarded {
  const lastGood = {
    ...{ readings: before, hold: earlier?.hold ?? null, accepted: earlier?.accepted ?? null },
    ...{ left: earlier?.left ?? [], came: earlier?.came ?? [] },
    firstReadAt: earlier?.firstReadAt ?? null,
  };
  if (failure === null) return { ...lastGood, findings: [], sourceHeld: null };
  return { ...lastGood, findings: [findingOf({ rule: "sourceFailed", detail: failure }, id)], sourceHeld: failure };
}

function holdSource({ id, before, earlier }: GuardedSource, objection: Objection, readAt: string, readings: number): Guarded {
  const hold = earlier?.hold ?? null;
  const seenAt = hold !== null && isAsMany(readings, hold.readings) ? hold.seenAt : readAt;
  return {
    readings: before,
    findings: [findingOf(objection, id)],
    sourceHeld: objection.detail,
    hold: { rule: objection.rule, since: hold?.since ?? readAt, seenAt, readings },
    accepted: null,
    ...{ left: earlier?.left ?? [], came: earlier?.came ?? [] },
    firstReadAt: earlier?.firstReadAt ?? null,
  };
}

/** A shorter list that has lasted for a week is believed, if half of it at least is there. */
function hasStood({ before, earlier }: GuardedSource, { rule }: Objection, readAt: string, readings: number): boolean {
  const hold = earlier?.hold ?? null;
  if (hold === null || hold.rule !== rule || GUARD_RULES[rule].ends !== "week") return false;
  const days = daysBetween(hold.seenAt.slice(0, 10), readAt.slice(0, 10));
  return (
    days >= SHRINK_STANDS_DAYS && isAsMany(readings, hold.readings) && readings >= before.length * (1 - MAX_SHRINK_OVER_MONTHS)
  );
}

const isAsMany = (a: number, b: number): boolean => Math.abs(a - b) <= b * MAX_SOURCE_SHRINK;

const acceptanceOf = ({ earlier }: GuardedSource): SourceAcceptance | null =>
  earlier?.hold == null ? null : { rule: earlier.hold.rule, since: earlier.hold.since };

/** The same reading once more reports its acceptance again: same readings, same data. */
const earlierAcceptance = ({ earlier }: GuardedSource, readAt: string): SourceAcceptance | null =>
  earlier?.readAt === readAt ? earlier.accepted : null;

function acceptedFindings(id: string, accepted: SourceAcceptance | null): readonly Finding[] {
  if (accepted === null) return [];
  const detail = `${accepted.rule} since ${accepted.since.slice(0, 10)}, it has stood for a week: accepted`;
  return [{ rule: "acceptedAfterHold", action: "note", scope: "source", subject: id, detail }];
}

interface SinceLastGood {
  /** The rows that left within a week. */
  readonly lately: RowsLost;
  /** How the prices moved of those that stayed. */
  readonly moved: readonly MovedRow[];
}

function guardRows(source: GuardedSource, now: SourceReading, { lately, moved }: SinceLastGood): readonly GuardedReading[] {
  const before = new Map(withNames(source.before));
  const unread = unreadRows(now.skipped);
  const together = movedTogether(moved);
  const lostRow = rowsById(lately);
  const guarded = withNames(sortedReadings(now.readings)).map(([name, reading]) =>
    guardReading(
      {
        reading,
        before: before.get(name) ?? cameBackAs(reading, lostRow(reading)),
        isListedTwice: unread.isListedTwice(reading),
        isExplained: source.isExplained(reading),
        isCompared: source.isCompared,
        isFirstNight: source.before.length === 0,
        isBack: lostRow(reading)?.whole === null,
        others: source.others,
        together: together.get(reading.key.platform) ?? null,
      },
      source.exceptions,
    ),
  );
  const presentIds = new Set([...now.readings, ...now.kept, ...now.lost].map(readingId));
  const missing = source.before.filter((reading) => !presentIds.has(readingId(reading)));
  const hold = (reading: StoredReading, objection: Objection) => holdUnread(reading, objection, now.readAt, source.exceptions);
  return [
    ...guarded,
    ...now.kept.map((reading) => ({ reading, findings: [] })),
    ...now.lost.map((reading) => hold(reading, { rule: "bodyLost", detail: `${reading.source.url} could not be read` })),
    ...missing.flatMap((reading) => {
      const objection = source.isCompared ? unread.broken(reading) : null;
      return objection === null ? [] : hold(reading, objection);
    }),
  ];
}

/** A row whose text is there and says nothing: nothing but its last good figures can be shown. */
function holdUnread(before: StoredReading, objection: Objection, readAt: string, exceptions: ExceptionMatcher): GuardedReading {
  const { open, leftOutBy } = exceptions.answer(before, [objection]);
  if (leftOutBy.length > 0) return { reading: { ...before, held: null, leftOut: true }, findings: [] };
  if (open.length === 0) return { reading: null, findings: [] };
  const tonight = { ...before, prices: {}, conditions: [], source: { ...before.source, readAt } };
  return { reading: holdReading(tonight, before, objection), findings: [findingOf(objection, findingSubject(before))] };
}

/** Rows by id; the second row of one id is another row every night, because rows come sorted by card. */
function withNames(readings: readonly StoredReading[]): readonly (readonly [string, StoredReading])[] {
  const seen = new Map<string, number>();
  return readings.map((reading) => {
    const id = readingId(reading);
    const place = seen.get(id) ?? 0;
    seen.set(id, place + 1);
    // Nearly every id has one row, and a text made anew is looked up slowly. No id has a line break.
    return [place === 0 ? id : `${id}\n${place}`, reading];
  });
}
