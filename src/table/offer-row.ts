import type { Meter } from "../domain/offer/meter.ts";
import type { Names } from "../domain/offer/seller-names.ts";
import type { SheetRow } from "../domain/reference/model-sheet.ts";
import type { SourceRef } from "../domain/source/reading.ts";
import { STALE_RULE } from "../domain/source/staleness.ts";
import { formatDay, formatDelta, formatMeter, formatShortDay, formatUsdDelta, WORDS } from "../site/format.ts";
import { caveatsOf, monthText, TOO_SMALL } from "../site/words/month-cell.ts";
import { type SellerLabel, sellerLabel } from "../site/words/seller-label.ts";
import { sourceName } from "../site/words/source-name.ts";

/** The meters every offer table shows. */
export const TABLE_METERS = ["input", "output", "cacheRead", "cacheWrite5m"] as const satisfies readonly Meter[];

/** The class of a delta cell: side of the list price. */
export type Side = "under" | "over" | "none";

/** A price as a cell: figure or word, and its own source where that is not the row's. */
export interface MeterCell {
  readonly text: string;
  readonly isPrice: boolean;
  readonly source: { readonly url: string; readonly title: string } | null;
}

/** One offer as a table row: text only, nothing left to compute in a template. */
export interface OfferRow {
  /** The row's fragment: the offer id without the model, `@openrouter;host=streamlake`. */
  readonly anchor: string;
  readonly seller: SellerLabel;
  readonly details: string;
  readonly isList: boolean;
  readonly meters: readonly MeterCell[];
  /** `output` is set where it differs from the input's by over a percent. `usd` is the input's, per million tokens. */
  readonly delta: {
    readonly side: Side;
    readonly percent: string;
    readonly output: string | null;
    readonly usd: string;
    readonly note: string | null;
  };
  readonly month: string;
  /** What the month takes for granted, in words; empty = nothing. */
  readonly caveats: string;
  readonly source: { readonly name: string; readonly url: string; readonly day: string; readonly iso: string };
  readonly notes: readonly string[];
}

export function offerRow(row: SheetRow, listId: string | null, names: Names): OfferRow {
  const { offer } = row;
  const seller = sellerLabel(offer, names);
  return {
    anchor: offer.id.slice(offer.model.length),
    seller,
    details: seller.details.join(" · "),
    isList: offer.id === listId,
    meters: TABLE_METERS.map((meter) => meterCell(row, meter)),
    delta: deltaCell(row, listId),
    month: monthText(row),
    caveats: caveatsOf(row).join("; "),
    source: sourceCell(offer.source),
    notes: notesOf(row),
  };
}

function sourceCell(source: SourceRef) {
  return { name: sourceName(source), url: source.url, day: formatShortDay(source.readAt), iso: source.readAt.slice(0, 10) };
}

function meterCell({ offer }: SheetRow, meter: Meter): MeterCell {
  const price = offer.prices[meter];
  const own = offer.meterSources[meter];
  return {
    text: offer.tier === "free" && price === 0 ? WORDS.free : formatMeter(price, offer.gaps[meter]),
    isPrice: price !== undefined && price > 0,
    source: own === undefined ? null : { url: own.url, title: `${sourceName(own)}, ${formatDay(own.readAt)}` },
  };
}

function deltaCell(row: SheetRow, listId: string | null): OfferRow["delta"] {
  const { offer, comparedOn } = row;
  const note = comparedOn === null ? null : `against the list price of ${formatDay(comparedOn)}`;
  const plain = (percent: string, side: Side = "none") => ({ side, percent, output: null, usd: "", note });
  if (offer.id === listId) return plain("list");
  if (offer.tier === "free") return plain(WORDS.free, "under");
  return { ...plain("–"), ...differenceCell(row) };
}

/** The difference where there is one: input's percent and dollars, output's percent where it is another. */
function differenceCell({ deltas }: SheetRow): Partial<OfferRow["delta"]> {
  const { input = null, output = null } = deltas?.bps ?? {};
  const main = input ?? output;
  if (main === null) return {};
  const both = input !== null && output !== null && Math.abs(input - output) >= DIFFERING_BPS;
  if (main === 0 && !both) return { percent: "= list" };
  const usd = (input === null ? deltas?.microUsdPerMTok.output : deltas?.microUsdPerMTok.input) ?? 0;
  return {
    side: (main || (output ?? 0)) < 0 ? "under" : "over",
    percent: main === 0 ? "= list" : formatDelta(main),
    output: both ? formatDelta(output) : null,
    usd: usd === 0 ? "" : formatUsdDelta(usd),
  };
}

/** Input and output further apart than this are told one by one. */
const DIFFERING_BPS = 100;

function notesOf({ offer, standing }: SheetRow): readonly string[] {
  const held = offer.heldBecause === null ? [] : [heldText(offer.heldBecause)];
  const unread = offer.unreadMeters.length === 0 ? [] : [`has an unread meter: ${offer.unreadMeters.join(", ")}`];
  const retires = offer.retiresOn === null ? [] : [`ends ${formatDay(offer.retiresOn)}`];
  const fit = standing === "doesNotFit" ? [TOO_SMALL] : [];
  const ownKey = standing === "ownKey" ? ["your own key"] : [];
  const units = Object.entries(offer.unitPrices)
    .filter(([name]) => name !== "webSearch")
    .map(([name, { amount, per }]) => `${name}: $${amount} per ${per}`);
  return [...held, ...unread, ...retires, ...fit, ...ownKey, ...units];
}

/** `stale: not read again for 17 days, 14 allowed`, or since when a guard holds the row, and why. */
const heldText = ({ rule, since, detail }: NonNullable<SheetRow["offer"]["heldBecause"]>): string =>
  rule === STALE_RULE ? `stale: ${detail}` : `held since ${formatDay(since)}: ${detail}`;
