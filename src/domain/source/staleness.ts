import { daysBetween } from "../money/days.ts";
import type { Offer } from "../offer/offer.ts";
import { SOURCES } from "./sources.ts";

/** The rule a stale offer is held by. */
export const STALE_RULE = "stale";

type Dated = Pick<Offer, "source" | "meterSources">;

/**
 * The reading that makes an offer stale, or null: its row, input or output was last read longer before *as of* than the source's budget.
 * Read by models.dev on 8 August: not stale on the 22nd, stale on the 23rd. A reading of a later day than *as of* is fresh.
 */
export function staleReading({ source, meterSources }: Dated, asOf: string): Dated["source"] | null {
  const readings = [source, meterSources.input, meterSources.output].filter((reading) => reading !== undefined);
  return readings.find(({ id, readAt }) => daysBetween(readAt.slice(0, 10), asOf) > SOURCES[id].budgetDays) ?? null;
}

/**
 * The offer as it may be shown on a day: a stale one is held at its last reading, so that rows say so and no ranking counts it. What a guard
 * holds, and what is retired, stays as it is.
 */
export function withStaleness<Sold extends Offer>(offer: Sold, asOf: string): Sold {
  const reading = offer.status === "current" ? staleReading(offer, asOf) : null;
  if (reading === null) return offer;
  const detail = `not read again for ${daysBetween(reading.readAt.slice(0, 10), asOf)} days, ${SOURCES[reading.id].budgetDays} allowed`;
  return { ...offer, status: "held", heldBecause: { rule: STALE_RULE, since: reading.readAt, detail } };
}

/** How many of the offers are left out for being stale: what a ranking says below its rows. */
export const countStale = (offers: readonly Pick<Offer, "heldBecause">[]): number =>
  offers.filter(({ heldBecause }) => heldBecause?.rule === STALE_RULE).length;
