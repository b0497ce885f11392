import { daysBetween } from "../../../src/domain/money/days.ts";
import type { Finding } from "../../../src/domain/source/finding.ts";
import type { Run } from "../../../src/domain/source/run.ts";

/** More days without a list of OpenRouter's models than this are reported, and more days at once than that. */
const MAX_DAYS_STILL = 3;
const MAX_DAYS_JUMPED = 7;

/** The site's clock tonight. */
export interface Clock {
  readonly asOf: string;
  /** The day it jumped from; null = it moved as nights do. */
  readonly asOfBefore: string | null;
  /** The newest day of any body read tonight; null = nothing was read. */
  readonly newestRead: string | null;
  /** The newest day of a list that nobody had read before tonight; null = none is new. */
  readonly newestListNew: string | null;
}

/** The newest list's day, or the day of the data where none is newer: the site's clock never goes back, for the newer list is still in the store. */
export function laterDay(newestList: string | null, asOfBefore: string | null): string | null {
  if (newestList === null || asOfBefore === null) return newestList ?? asOfBefore;
  return newestList > asOfBefore ? newestList : asOfBefore;
}

/** The day the data were as of before, where they moved by over a week at once: kept as long as they are there, so that the same readings tell it again. */
export function jumpedFrom(before: Pick<Run, "asOf" | "asOfBefore"> | null, asOf: string): string | null {
  if (before === null) return null;
  if (before.asOf === asOf) return before.asOfBefore ?? null;
  return daysBetween(before.asOf, asOf) > MAX_DAYS_JUMPED ? before.asOf : null;
}

/**
 * What is odd about the clock: `{ asOf: "2026-08-01", newestRead: "2026-08-06" }` → it stands still; `{ asOf: "2027-05-01", newestListNew:
 * "2026-08-06" }` → it is ahead. A list that is absent, or read once more, says nothing of it.
 */
export function clockFindings({ asOf, asOfBefore, newestRead, newestListNew }: Clock): readonly Finding[] {
  const still = newestRead === null ? 0 : daysBetween(asOf, newestRead);
  const ahead = newestListNew === null ? 0 : daysBetween(newestListNew, asOf);
  const about = { scope: "source", subject: "as of" } as const;
  return [
    ...(still > MAX_DAYS_STILL
      ? [
          {
            ...({ rule: "clockStandsStill", action: "hold", ...about } as const),
            detail: `the site is as of ${asOf} and other sources were read on ${newestRead}: nothing grows stale meanwhile; until a list of OpenRouter's models can be read`,
          },
        ]
      : []),
    ...(ahead > MAX_DAYS_STILL
      ? [
          {
            ...({ rule: "clockAhead", action: "hold", ...about } as const),
            detail: `the site is as of ${asOf}, and the newest list that is new tonight of ${newestListNew}: it does not go back; until a list of a later day is read, or, where that day is yet to come, data/generated is put back to what it was before`,
          },
        ]
      : []),
    ...(asOfBefore !== null
      ? [
          {
            ...({ rule: "clockJumped", action: "note", ...about } as const),
            detail: `the site was as of ${asOfBefore} and is as of ${asOf}: ${daysBetween(asOfBefore, asOf)} days at once`,
          },
        ]
      : []),
  ];
}
