import { compareText } from "../money/compare-text.ts";
import type { ListPrice } from "../offer/list-price.ts";
import type { Offer, SecondReading } from "../offer/offer.ts";

/** A maker's card as it was on an earlier day, and the day it was read for. */
export interface EarlierList {
  readonly day: string;
  readonly offer: Offer;
}

/** What is known of list prices before today's took effect. */
export interface ListPast {
  readonly listPrices: readonly ListPrice[];
  secondsOf(offerId: string): readonly SecondReading[];
}

/**
 * The list price valid on an earlier day, or null where today's card was in force already or nothing older is known: a curated row of
 * that day, else the other source's reading nearest to it from before today's card took effect.
 * GPT-5.6 Sol lists $4 since 2026-08-21; on 2026-08-08 it was $5, so a host read that day at $5 is at list, not 25 % over it.
 */
export function listOnDay(list: Offer, day: string, past: ListPast): EarlierList | null {
  if (list.effectiveFrom === null || day >= list.effectiveFrom) return null;
  const row = past.listPrices.find(
    (each) => isCardOf(each, list) && (each.validFrom ?? "") <= day && day < (each.validTo ?? "9999"),
  );
  if (row !== undefined) return { day, offer: { ...list, prices: row.prices, conditions: row.conditions } };
  const { effectiveFrom } = list;
  const before = past.secondsOf(list.id).filter(({ source }) => source.readAt.slice(0, 10) < effectiveFrom);
  const [nearest] = before.toSorted((a, b) => distance(a, day) - distance(b, day) || compareText(a.source.id, b.source.id));
  if (nearest === undefined) return null;
  return { day: nearest.source.readAt.slice(0, 10), offer: { ...list, prices: nearest.prices, conditions: nearest.conditions } };
}

const isCardOf = (row: ListPrice, list: Offer): boolean =>
  row.platform === list.platform && row.upstreamId === list.upstreamId && row.region === list.region && row.tier === list.tier;

const distance = ({ source }: SecondReading, day: string): number =>
  Math.abs(Date.parse(source.readAt.slice(0, 10)) - Date.parse(day));
