import { z } from "zod";
import { daysBetween } from "../money/days.ts";
import { RATES_SOURCE_ID } from "../money/exchange-rate.ts";
import { WebUrl } from "../money/web-url.ts";
import { QUALITY_SOURCE_IDS } from "../quality/quality-alias.ts";
import { Finding } from "./finding.ts";
import { GuardRuleName } from "./guard-rule.ts";
import { isSourceId, SOURCE_IDS, sourceFacts } from "./sources.ts";

/** Since when a source is held, and what it said instead. */
export const SourceHold = z.strictObject({
  rule: GuardRuleName,
  since: z.iso.datetime(),
  /** When it was first seen so; differs from `since` where the first nights said something else. */
  seenAt: z.iso.datetime(),
  /** How many readings it had then. */
  readings: z.int().nonnegative(),
});
export type SourceHold = z.output<typeof SourceHold>;

export const SourceAcceptance = SourceHold.pick({ rule: true, since: true });
export type SourceAcceptance = z.output<typeof SourceAcceptance>;

/** Which rows left a source on each of the seven days up to its last reading: a list that bleeds a little every night is held all the same. */
export const RowsLost = z
  .array(
    z.strictObject({
      day: z.iso.date(),
      /** How many had been there for a week, and are not back. */
      rows: z.int().nonnegative(),
      /**
       * By row id the last input and output, and cached input where it had one: `"0.25/2/0.025"`, `"–/–"` where nobody can say. A row that comes back is
       * held against these.
       */
      prices: z.record(z.string(), z.string()).optional(),
      /** The same of rows that left within a week of coming: they are no loss. */
      visitors: z.record(z.string(), z.string()).optional(),
      /** By row id its line in `readings/`, where it had a past: figures that had changed, or a hold. */
      past: z.record(z.string(), z.string()).optional(),
    }),
  )
  .readonly();
export type RowsLost = z.output<typeof RowsLost>;

/** Which rows came to a source on each of the seven days up to its last reading: that they go again is no loss. */
export const RowsCame = z.array(z.strictObject({ day: z.iso.date(), ids: z.array(z.string()) })).readonly();
export type RowsCame = z.output<typeof RowsCame>;

/** Scores come out less often than prices. */
const QUALITY_BUDGET_DAYS = 14;

/** How many days before *as of* a reading of any source may lie: `openrouter-models` → 3. */
export const budgetDays = (id: SourceStatus["id"]): number => (isSourceId(id) ? sourceFacts(id).budgetDays : QUALITY_BUDGET_DAYS);

/** How old a source's last good reading is by the day of the data. */
export interface SourceAge {
  readonly days: number;
  /** Past the days it is given: its prices decide only where no fresh one does. */
  readonly isOverBudget: boolean;
}

/** models.dev read on 30 September, by the data of 20 November: 51 days, over its 14. A reading of a later day is no age. */
export function sourceAge({ id, readAt }: Pick<SourceStatus, "id" | "readAt">, asOf: string): SourceAge {
  const days = Math.max(0, daysBetween(readAt.slice(0, 10), asOf));
  return { days, isOverBudget: days > budgetDays(id) };
}

/** Since when a source lists models without facts that it stated before; `acceptedAt`: the reading that was believed, for they had been missing for a week. */
export const FactsLost = z.strictObject({ since: z.iso.datetime(), acceptedAt: z.iso.datetime().nullable() });
export type FactsLost = z.output<typeof FactsLost>;

/** What one night did with one source. */
export const SourceStatus = z.strictObject({
  id: z.enum([...SOURCE_IDS, ...QUALITY_SOURCE_IDS, RATES_SOURCE_ID]),
  name: z.string(),
  url: WebUrl,
  licence: z.string(),
  hand: z.enum(["first", "second"]),
  /** Newest body of the last good reading. */
  readAt: z.iso.datetime(),
  /** `held`: a finding or a failed reading keeps the source at `readAt`. `fresh` says nothing of its age: `sourceAge` does. */
  status: z.enum(["fresh", "held"]),
  /** Why it is held, or null. */
  why: z.string().nullable(),
  /** Absent unless a rule holds the source. */
  hold: SourceHold.optional(),
  /** Absent but on the night a source is believed that was held before. */
  accepted: SourceAcceptance.optional(),
  /** Absent where no row left within a week. */
  left: RowsLost.optional(),
  /** Absent where no row came within a week. */
  came: RowsCame.optional(),
  /** Absent where it says of its models what it said before. */
  factsLost: FactsLost.optional(),
  /** The first good reading of a source whose prices a catalogue had to confirm; absent for the others. */
  firstReadAt: z.iso.datetime().optional(),
  bodies: z.int().nonnegative(),
  readings: z.int().nonnegative(),
  /** Offers whose row comes from this source. */
  offers: z.int().nonnegative(),
  /** How many readings were left out, by reason. */
  skipped: z.record(z.string(), z.int().positive()),
  unmatched: z.int().nonnegative(),
});
export type SourceStatus = z.output<typeof SourceStatus>;

/** data/generated/run.json: the clock of the site and the state of its sources. */
export const Run = z.strictObject({
  schemaVersion: z.literal(1),
  /** The day of the OpenRouter `/models` reading. */
  asOf: z.iso.date(),
  /** The day the data were as of before they jumped over a week at once; absent where they did not. */
  asOfBefore: z.iso.date().optional(),
  sources: z.array(SourceStatus),
  findings: z.array(Finding),
});
export type Run = z.output<typeof Run>;
