import { z } from "zod";
import {
  MAX_CONDITION_RATIO,
  MAX_METER_RATIO,
  MAX_MOVED_SHARE,
  MAX_PEER_RATIO,
  MAX_PRICE_RATIO,
  MAX_SHRINK_OVER_MONTHS,
  MAX_SOURCE_SHRINK,
  MAX_USD_PER_MTOK,
  MAX_WEEK_RATIO,
  MEDIAN_DAYS,
  MIN_CACHE_RATIO,
  MIN_PLATFORMS_SCALED,
  MIN_ROWS_RESHUFFLED,
  MIN_SHARED_ROWS,
  NIGHTS_AT_FIRST_HAND,
  SHRINK_STANDS_DAYS,
} from "./guard-limits.ts";

/** Every rule between what a source says and what the site shows, by the name its findings carry. */
export const GuardRuleName = z.enum([
  "sourceFailed",
  "sourceEmpty",
  "sourceShrink",
  "sourceScaled",
  "sourceReshuffled",
  "catalogueDisagrees",
  "bodyLost",
  "rowUnreadable",
  "priceZero",
  "priceTooHigh",
  "priceJump",
  "priceReset",
  "meterGone",
  "meterOdd",
  "meterOrder",
  "sellersDisagree",
  "twoOffersOneId",
  "modelUnresolved",
  "unreadMeter",
  "qualityRescaled",
]);
export type GuardRuleName = z.output<typeof GuardRuleName>;

/**
 * What ends a hold. `read`: it can be read again. `mended`: upstream
 * mends it. `line`: somebody writes down what it means. `witness`: another source or the platform itself says the same. `week`: it lasts for a week.
 * `nights`: it stands for three nights.
 */
export type HoldEnd = "read" | "mended" | "line" | "witness" | "week" | "nights";

/** What a rule does, for its readers. */
export interface GuardRule {
  /** What stays at its last good reading. `nothing`: the offer is marked, its figures go through. */
  readonly holds: "source" | "offer" | "nothing";
  /** Null where it holds nothing. */
  readonly ends: HoldEnd | null;
  /** What it objects to, with its limit. */
  readonly says: string;
}

export const GUARD_RULES = {
  sourceFailed: { holds: "source", ends: "read", says: "A source that cannot be read" },
  sourceEmpty: { holds: "source", ends: "mended", says: "A source without offers" },
  sourceShrink: {
    holds: "source",
    ends: "week",
    says: `A source that lost over ${MAX_SOURCE_SHRINK * 100} % of its offers in a week; where it was not read for longer, over ${MAX_SOURCE_SHRINK * 100} % a week, and never over ${MAX_SHRINK_OVER_MONTHS * 100} %`,
  },
  sourceScaled: {
    holds: "source",
    ends: "mended",
    says: `A source of which most prices moved by one factor at ${MIN_PLATFORMS_SCALED} platforms or more: another unit or currency`,
  },
  sourceReshuffled: {
    holds: "source",
    ends: "mended",
    says: `A source of at least ${MIN_ROWS_RESHUFFLED} prices of which over ${MAX_MOVED_SHARE * 100} % moved since it was read last, each by its own factor: rows or columns in each other’s places`,
  },
  catalogueDisagrees: {
    holds: "source",
    ends: "mended",
    says: `A platform’s own prices, as our job reads them, of which a catalogue shows under half, or five of them in another unit or currency, over ${MIN_SHARED_ROWS} rows or more; on the first night over however few`,
  },
  bodyLost: { holds: "offer", ends: "read", says: "A part of a source that cannot be read" },
  rowUnreadable: {
    holds: "offer",
    ends: "mended",
    says: "A row whose price is negative or no number, or in a shape nobody reads",
  },
  priceZero: {
    holds: "offer",
    ends: "line",
    says: "A paid price that turns zero or is gone, without a free variant or a curated line that explains it",
  },
  priceTooHigh: {
    holds: "offer",
    ends: "mended",
    says: `A price above $${MAX_USD_PER_MTOK.toLocaleString("en-US")} per million tokens`,
  },
  priceJump: {
    holds: "offer",
    ends: "witness",
    says: `A price that moved over ${MAX_PRICE_RATIO} times against the last reading, or over ${MAX_WEEK_RATIO} times within ${MEDIAN_DAYS} days, and away from its ${MEDIAN_DAYS}-day median, by one factor for the whole card, alone, by a power of ten or by an exchange rate`,
  },
  priceReset: {
    holds: "nothing",
    ends: null,
    says: `A price that moved so far on a card whose figures moved by factors of their own, as a new price list’s do`,
  },
  meterGone: {
    holds: "offer",
    ends: "week",
    says: "A meter that had a price and is zero or gone, on a card whose input and output stand as they were, unless it was without it within the week",
  },
  meterOdd: {
    holds: "offer",
    ends: "witness",
    says: `A meter a card did not have, far from the others: a cache read under 1/${Math.round(1 / MIN_CACHE_RATIO)} of input, a cache write or reasoning over ${MAX_METER_RATIO} times input or output, a tier over ${MAX_CONDITION_RATIO} times the base price`,
  },
  meterOrder: {
    holds: "offer",
    ends: "witness",
    says: "A new card whose meters are in no order: a cache read above input, a long prompt cheaper than a short one, output under input at second hand",
  },
  sellersDisagree: {
    holds: "offer",
    ends: "witness",
    says: `A new offer at over ${MAX_PEER_RATIO} times or under 1/${MAX_PEER_RATIO} of what its model’s other sellers ask`,
  },
  twoOffersOneId: { holds: "offer", ends: "witness", says: "An id listed twice with different prices" },
  modelUnresolved: { holds: "offer", ends: "nights", says: "An id that no longer leads to a model" },
  unreadMeter: {
    holds: "nothing",
    ends: null,
    says: "A pricing key nobody reads: something may cost money that no meter shows",
  },
  qualityRescaled: {
    holds: "source",
    ends: "mended",
    says: "A leaderboard that writes its scores on another scale, at once or a little every night of a week, or a score far from what it was",
  },
} as const satisfies Record<GuardRuleName, GuardRule>;

const PERSON = "a person lets it pass (guard-exceptions.json)";

/** What a person can do or wait for while something is held, in words: `read` → `until it can be read again`. */
export const HOLD_ENDS = {
  read: "until it can be read again",
  mended: `until upstream mends it, or ${PERSON}`,
  line: "until it is paid again, or free-prices.json says what zero means",
  witness: `until another source agrees, the platform itself says so for ${NIGHTS_AT_FIRST_HAND} nights, or ${PERSON}`,
  week: `until it has stood for ${SHRINK_STANDS_DAYS} days, ${NIGHTS_AT_FIRST_HAND} nights at the platform itself, or ${PERSON}`,
  nights: `until it has stood for ${NIGHTS_AT_FIRST_HAND} nights, or aliases.json names the model`,
} as const satisfies Record<HoldEnd, string>;
