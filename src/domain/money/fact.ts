import { z } from "zod";
import { compareText } from "./compare-text.ts";
import { Confidence } from "./confidence.ts";
import { WebUrl } from "./web-url.ts";

/** As the text dates itself: `2026`, `2026-10`, `2026-10-03`. A part that is missing counts as its first day. */
export const FactDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);
export type FactDate = z.output<typeof FactDate>;

/** One thing somebody said on one day, with where. */
export interface Fact<T> {
  readonly value: T;
  readonly sourceUrl: string;
  readonly date: FactDate;
  readonly confidence: Confidence;
  /** The text has no date: `date` is the day we read our copy of it. */
  readonly undated?: true | undefined;
  readonly validFrom?: string | undefined;
  /** The first day on which it no longer held. */
  readonly validTo?: string | undefined;
  readonly note?: string | undefined;
}

/** The schema of a fact whose value is `value`. */
export const factOf = <S extends z.ZodType>(value: S) =>
  z.strictObject({
    value,
    sourceUrl: WebUrl,
    date: FactDate,
    confidence: Confidence,
    undated: z.literal(true).optional(),
    validFrom: z.iso.date().optional(),
    validTo: z.iso.date().optional(),
    note: z.string().optional(),
  });

/** All stored versions of one fact. Two that disagree both stay, each with its date; `factOn` picks. */
export const versionsOf = <S extends z.ZodType>(value: S) => z.array(factOf(value)).min(1);

/** `"2026-10"` → `"2026-10-01"`. */
export const firstDayOf = (date: FactDate): string =>
  date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;

/**
 * What held on a day, as far as was read: of the versions not ruled out by `validFrom`/`validTo`, the newest one read by that day; if all
 * were read later, the oldest of those. One that was announced counts from its `validFrom`, so that what was read in between does not outlive it. A
 * dated text goes before one without a date, unless that one says itself since when it holds. Equal days: the more confident, then the first in the
 * file. Null without any. OpenRouter's own-key allowance read on 2026-08-05 (1M requests) and 2026-10-10 ($25,000): the first on 2026-08-22.
 */
export function factOn<T>(versions: readonly Fact<T>[] | undefined, day: string): Fact<T> | null {
  const holding = (versions ?? []).filter(({ validFrom, validTo }) => (validFrom ?? "") <= day && day < (validTo ?? "9999"));
  const dated = holding.filter(isDated);
  const usable = dated.length > 0 ? dated : holding;
  const pastFacts = usable.filter((fact) => dayOf(fact) <= day);
  if (pastFacts.length > 0)
    return pastFacts.toSorted((a, b) => compareText(countsFrom(b), countsFrom(a)) || compareConfidence(a, b))[0] ?? null;
  return usable.toSorted((a, b) => compareText(dayOf(a), dayOf(b)) || compareConfidence(a, b))[0] ?? null;
}

/** The value `factOn` picks, or null. */
export const valueOn = <T>(versions: readonly Fact<T>[] | undefined, day: string): T | null =>
  factOn(versions, day)?.value ?? null;

/**
 * Days on which two versions say different things and nothing tells which of them holds: read on one day, with one confidence. Of each such pair the
 * first such day, beside versions that end before they begin.
 */
export function contradictions(versions: readonly Fact<unknown>[]): readonly string[] {
  const backwards = versions.filter(({ validFrom, validTo }) => validTo !== undefined && validTo <= (validFrom ?? ""));
  const pairs = versions.flatMap((fact, index) => versions.slice(index + 1).map((other) => [fact, other] as const));
  return [
    ...backwards.map(({ validFrom = "", validTo = "" }) => `${validFrom} to ${validTo}`),
    ...pairs.filter(([a, b]) => isUnclear(a, b)).map(([a, b]) => later(countsFrom(a), countsFrom(b))),
  ];
}

function isUnclear(a: Fact<unknown>, b: Fact<unknown>): boolean {
  const isSideBySide = (a.validFrom ?? "") < (b.validTo ?? "9999") && (b.validFrom ?? "") < (a.validTo ?? "9999");
  const isAlike = countsFrom(a) === countsFrom(b) && a.confidence === b.confidence && isDated(a) === isDated(b);
  return isSideBySide && isAlike && JSON.stringify(a.value) !== JSON.stringify(b.value);
}

/** What was known once and is not any more: versions of it all ended by a day, and none follows. */
export const endedBy = (versions: readonly Fact<unknown>[], day: string): boolean =>
  versions.length > 0 && versions.every(({ validTo }) => validTo !== undefined && validTo <= day);

const isDated = ({ undated, validFrom }: Fact<unknown>): boolean => undated !== true || validFrom !== undefined;

/** The day it was read, or the later one from which it was announced to hold. */
const countsFrom = (fact: Fact<unknown>): string => later(dayOf(fact), fact.validFrom ?? "");

const later = (a: string, b: string): string => (a > b ? a : b);

const dayOf = (fact: Fact<unknown>): string => firstDayOf(fact.date);

const compareConfidence = (a: Fact<unknown>, b: Fact<unknown>): number =>
  Confidence.options.indexOf(a.confidence) - Confidence.options.indexOf(b.confidence);
