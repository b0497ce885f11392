import { type Announcement, announcementState } from "../../../src/domain/history/announcement.ts";
import { addDays } from "../../../src/domain/money/days.ts";
import type { ListPrice } from "../../../src/domain/offer/list-price.ts";
import type { Offer } from "../../../src/domain/offer/offer.ts";

/** How near the end of a price must be to be said wherever the price wins. */
const NEAR_DAYS = 14;

interface SaidEnds {
  readonly announcements: readonly Announcement[];
  readonly listPrices: readonly ListPrice[];
  readonly asOf: string;
}

/**
 * Offers with the last certain day of their price, where that lies within 14 days: by the card's own end, by an announced rise or the end of
 * a promotion, or by an open promise. GPT-5.6 Sol, promised at least until 2026-11-21 → that day, seen on 2026-11-20.
 */
export function withPriceEnds(offers: readonly Offer[], { announcements, listPrices, asOf }: SaidEnds): readonly Offer[] {
  const until = addDays(asOf, NEAR_DAYS);
  const isNear = (day: string | null): day is string => day !== null && day >= asOf && day <= until;
  const announced = announcements.flatMap((each) => {
    const day = lastDayOf(each, asOf);
    return isNear(day) ? [{ each, day }] : [];
  });
  const dated = listPrices.flatMap((row) => {
    const day = row.validTo === null ? null : addDays(row.validTo, -1);
    return (row.validFrom ?? "") <= asOf && isNear(day) ? [{ row, day }] : [];
  });
  return offers.map((offer) => {
    const ends = [
      ...announced.filter(({ each }) => each.platform === offer.platform && each.model === offer.model),
      ...dated.filter(({ row }) => isOf(row, offer)),
    ].map(({ day }) => day);
    const [first] = ends.toSorted();
    return first === undefined ? offer : { ...offer, priceEndsOn: first };
  });
}

const isOf = (row: ListPrice, { platform, upstreamId, region, tier }: Offer): boolean =>
  row.platform === platform && row.upstreamId === upstreamId && row.region === region && row.tier === tier;

/** The last day of the price an announcement mentions; null where it mentions none, or is not ahead. */
function lastDayOf(announcement: Announcement, asOf: string): string | null {
  const { kind, effectiveOn, atLeastUntil } = announcement;
  if (kind !== "priceRise" && kind !== "promotionEnds") return null;
  if (announcementState(announcement, asOf) !== "ahead") return null;
  return effectiveOn === null ? atLeastUntil : addDays(effectiveOn, -1);
}
