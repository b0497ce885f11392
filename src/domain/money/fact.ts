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
 * were read later, the oldest of those. A dated text goes before one without a date. Equal days: the more confident, then the first in the
 * file. Null without any. OpenRouter's own-key allowance read on 2026-08-05 (1M requests) and 2026-10-10 ($25,000): the first on 2026-08-22.
 */
export function factOn<T>(versions: readonly Fact<T>[] | undefined, day: string): Fact<T> | null {
  const holding = (versions ?? []).filter(({ validFrom, validTo }) => (validFrom ?? "") <= day && day < (validTo ?? "9999"));
  const dated = holding.filter(({ undated }) => undated !== true);
  const usable = dated.length > 0 ? dated : holding;
  const pastFacts = usable.filter((fact) => dayOf(fact) <= day);
  if (pastFacts.length > 0)
    return pastFacts.toSorted((a, b) => compareText(dayOf(b), dayOf(a)) || compareConfidence(a, b))[0] ?? null;
  return usable.toSorted((a, b) => compareText(dayOf(a), dayOf(b)) || compareConfidence(a, b))[0] ?? null;
}

/** The value `factOn` picks, or null. */
export const valueOn = <T>(versions: readonly Fact<T>[] | undefined, day: string): T | null =>
  factOn(versions, day)?.value ?? null;

const dayOf = (fact: Fact<unknown>): string => firstDayOf(fact.date);

const compareConfidence = (a: Fact<unknown>, b: Fact<unknown>): number =>
  Confidence.options.indexOf(a.confidence) - Confidence.options.indexOf(b.confidence);
