import { z } from "zod";
import { addDays } from "../../../src/domain/money/days.ts";
import { lowerMedian } from "../../../src/domain/money/median.ts";
import { Condition } from "../../../src/domain/offer/condition.ts";
import { Prices } from "../../../src/domain/offer/meter.ts";
import { MEDIAN_DAYS } from "../../../src/domain/source/guard-limits.ts";
import { isSameCard, type PriceCard } from "./card-figures.ts";

/** A card that was valid on the last days before `until`, when another took its place. */
export const EarlierCard = z.strictObject({
  until: z.iso.date(),
  /** When it had taken the place of the one before it; null = it was the first. Files of before December 2026 do not say. */
  changedAt: z.iso.datetime().nullable().optional(),
  prices: Prices.default({}),
  conditions: z.array(Condition).readonly().default([]),
});
export type EarlierCard = z.output<typeof EarlierCard>;

/** A card and those it replaced, oldest first. */
export interface CardInTime extends PriceCard {
  readonly earlier: readonly EarlierCard[];
  /** When its figures last changed; null = never since we know it. */
  readonly changedAt: string | null;
}

/** What to remember when a card is read: those replaced in the last seven days, and yesterday's if today's is another. */
export function rememberCards(before: CardInTime, now: PriceCard, readAt: string): readonly EarlierCard[] {
  const today = readAt.slice(0, 10);
  const isReplaced = !isSameCard(before, now) && before.earlier.at(-1)?.until !== today;
  if (!isReplaced && before.earlier.length === 0) return before.earlier;
  const oldest = addDays(today, -MEDIAN_DAYS);
  const { prices, conditions, changedAt } = before;
  const replaced = isReplaced ? [{ until: today, prices, conditions, changedAt }] : [];
  return [...before.earlier, ...replaced].filter(({ until }) => until > oldest);
}

/**
 * Since when the card has been what it is today: tonight, where it is another; where it came back within seven days, since it first was: what lay
 * between was no change. `$1 since March, $2 for a night, $1 again` → March.
 */
export function changedSince(before: CardInTime, now: PriceCard, readAt: string): string | null {
  if (isSameCard(before, now)) return before.changedAt;
  const same = before.earlier.findLast((card) => isSameCard(card, now));
  return same?.changedAt === undefined ? readAt : same.changedAt;
}

/**
 * The median of one figure over the seven days before a reading; of an even number the lower middle. Days before the first card we
 * know are at that card. `[$1 until the 9th, then $6]` on the 10th → $1. Null: it had no figure on any of them.
 */
export function medianBefore(
  before: CardInTime,
  readAt: string,
  figureOf: (card: PriceCard) => number | undefined,
): number | null {
  const today = readAt.slice(0, 10);
  const days = Array.from({ length: MEDIAN_DAYS }, (_, index) => addDays(today, -1 - index));
  const figures = days.flatMap((day) => figureOf(before.earlier.find(({ until }) => until > day) ?? before) ?? []);
  return lowerMedian(figures);
}
