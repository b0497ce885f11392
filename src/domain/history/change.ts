import { z } from "zod";
import { compareText } from "../money/compare-text.ts";
import { usdPerMTokText } from "../money/money.ts";
import { Meter } from "../offer/meter.ts";
import { Tier } from "../offer/offer.ts";
import { readOfferId } from "../offer/offer-id.ts";
import { SourceId } from "../source/source-ref.ts";

/**
 * Why a line of history is more, or less, than a price that moved; null is a plain line.
 *
 * - `transient`: back to the price of up to three days ago; `foldTransients` makes one event of it
 * - `repointed`: the upstream id means another model from here on, at whatever price
 * - `vanished`: the offer is no longer listed
 * - `returned`: a figure that was gone, or an offer that was, is back
 * - `noPrice`: still listed, but at zero without being free: unknown
 * - `clock`: a time window came or went, or the base card took over a window's price
 * - `unitChange`: the figure is counted in another unit from here on
 * - `correction`: the copy was wrong before, the seller changed nothing
 * - `otherSource`: another source speaks for this figure from here on
 * - `renumbered`: two offers that differ in price only (`#2`) changed places
 */
export const CHANGE_NOTES = [
  "transient",
  "repointed",
  "vanished",
  "returned",
  "noPrice",
  "clock",
  "unitChange",
  "correction",
  "otherSource",
  "renumbered",
] as const;
export const ChangeNote = z.enum(CHANGE_NOTES);
export type ChangeNote = z.output<typeof ChangeNote>;

const line = {
  /** The day it was seen: a recording's own day, for a night its *as of*. */
  day: z.iso.date(),
  offerId: z.string(),
  meter: Meter,
  /** `conditionKey` of the card, null = the base card. */
  condition: z.string().nullable(),
  /** Null = not known before: first seen, or (`returned`) gone in between. */
  old: usdPerMTokText.nullable(),
  /** Null = no figure any more. */
  new: usdPerMTokText.nullable(),
  note: ChangeNote.nullable(),
  /**
   * The day of the reading before, where days lie between the two: it changed at some time between them. Absent = on `day`, as far as anybody
   * knows.
   */
  notBefore: z.iso.date().optional(),
  /** The id of the source that says so. `openrouter-models` is a routed price: it moves with the hosts. */
  source: SourceId,
};

/** One figure of one offer that changed on one day: a line of `data/generated/history`. */
export const ChangeRow = z.strictObject(line);
export type ChangeRow = z.output<typeof ChangeRow>;

/** A line with what its offer id says, as the public API shows it. */
export const Change = z.strictObject({
  day: line.day,
  model: z.string(),
  offerId: line.offerId,
  platform: z.string(),
  host: z.string().nullable(),
  region: z.string().nullable(),
  tier: Tier,
  meter: line.meter,
  condition: line.condition,
  old: line.old,
  new: line.new,
  note: line.note,
  source: line.source,
  notBefore: line.notBefore,
});
export type Change = z.output<typeof Change>;

/** A line with what its offer id says. */
export function changeOf(row: ChangeRow): Change {
  const { model, platform, host, region, tier } = readOfferId(row.offerId);
  return { day: row.day, model, offerId: row.offerId, platform, host, region, tier, ...withoutId(row) };
}

/** One line of a history file, its fields always in this order. */
export function changeLine({ day, offerId, ...change }: Change): string {
  return JSON.stringify(ChangeRow.encode({ day, offerId, ...withoutId(change) }));
}

function withoutId({ meter, condition, old, new: now, note, source, notBefore }: Omit<ChangeRow, "day" | "offerId">) {
  return { meter, condition, old, new: now, note, source, ...(notBefore === undefined ? {} : { notBefore }) };
}

/** By day, offer, condition (the base card first) and meter. Lines of one figure on one day stay in the order they were seen. */
export function compareChanges(a: Change, b: Change): number {
  return (
    compareText(a.day, b.day) ||
    compareText(a.offerId, b.offerId) ||
    compareText(a.condition ?? "", b.condition ?? "") ||
    compareText(a.meter, b.meter)
  );
}
