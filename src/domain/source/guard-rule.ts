import { z } from "zod";
import { MAX_PRICE_RATIO, MAX_SOURCE_SHRINK, MAX_USD_PER_MTOK, MEDIAN_DAYS } from "./guard-limits.ts";

/** Every rule between what a source says and what the site shows (design §4), by the name its findings carry. */
export const GuardRuleName = z.enum([
  "sourceFailed",
  "sourceEmpty",
  "sourceShrink",
  "bodyLost",
  "rowUnreadable",
  "priceZero",
  "priceTooHigh",
  "priceJump",
  "priceReset",
  "twoOffersOneId",
  "modelUnresolved",
  "unreadMeter",
]);
export type GuardRuleName = z.output<typeof GuardRuleName>;

/** What a rule does, for its readers. */
export interface GuardRule {
  /** What stays at its last good reading. `nothing`: the offer is marked, its figures go through. */
  readonly holds: "source" | "offer" | "nothing";
  /** Whether the same again on a second day is believed. */
  readonly isAcceptedOnSecondDay: boolean;
  /** What it objects to, with its limit. */
  readonly says: string;
}

export const GUARD_RULES = {
  sourceFailed: { holds: "source", isAcceptedOnSecondDay: false, says: "A source that cannot be read" },
  sourceEmpty: { holds: "source", isAcceptedOnSecondDay: false, says: "A source without offers" },
  sourceShrink: {
    holds: "source",
    isAcceptedOnSecondDay: true,
    says: `A source that lost over ${MAX_SOURCE_SHRINK * 100} % of its offers`,
  },
  bodyLost: { holds: "offer", isAcceptedOnSecondDay: false, says: "A part of a source that cannot be read" },
  rowUnreadable: {
    holds: "offer",
    isAcceptedOnSecondDay: false,
    says: "A row whose price is negative or no number, or in a shape nobody reads",
  },
  priceZero: {
    holds: "offer",
    isAcceptedOnSecondDay: false,
    says: "A paid price that turns zero or is gone, without a free variant or a curated line that explains it",
  },
  priceTooHigh: {
    holds: "offer",
    isAcceptedOnSecondDay: false,
    says: `A price above $${MAX_USD_PER_MTOK.toLocaleString("en-US")} per million tokens`,
  },
  priceJump: {
    holds: "offer",
    isAcceptedOnSecondDay: true,
    says: `A price that moved over ${MAX_PRICE_RATIO} times against the last reading and away from its ${MEDIAN_DAYS}-day median, by one factor for the whole card, alone, or by a power of ten`,
  },
  priceReset: {
    holds: "nothing",
    isAcceptedOnSecondDay: false,
    says: `A price that moved so far on a card whose figures moved by factors of their own, as a new price list's do`,
  },
  twoOffersOneId: { holds: "offer", isAcceptedOnSecondDay: true, says: "An id listed twice with different prices" },
  modelUnresolved: { holds: "offer", isAcceptedOnSecondDay: true, says: "An id that no longer leads to a model" },
  unreadMeter: {
    holds: "nothing",
    isAcceptedOnSecondDay: false,
    says: "A pricing key nobody reads: something may cost money that no meter shows",
  },
} as const satisfies Record<GuardRuleName, GuardRule>;
