import type { Assumption } from "../domain/landed-cost.ts";
import { METERS, type Meter } from "../domain/meter.ts";
import type { SheetRow } from "../domain/model-sheet.ts";
import type { PurchaseAssumption } from "../domain/purchase.ts";
import type { SourceRef } from "../domain/reading.ts";
import { formatDay, formatDelta, formatMeter, formatShortDay, formatUsd, formatUsdDelta, WORDS } from "./format.ts";
import { type Names, type SellerLabel, sellerLabel } from "./seller-label.ts";

/** The meters every offer table shows. */
export const TABLE_METERS = ["input", "output", "cacheRead", "cacheWrite5m"] as const satisfies readonly Meter[];

export type Side = "cheaper" | "dearer" | "equal" | "unknown";

/** A price as a cell: figure or word, and its own source where that is not the row's. */
export interface MeterCell {
  readonly text: string;
  readonly isPrice: boolean;
  readonly source: { readonly url: string; readonly title: string } | null;
}

/** One offer as a table row: text only, nothing left to compute in a template. */
export interface OfferRow {
  readonly id: string;
  readonly seller: SellerLabel;
  readonly isList: boolean;
  readonly isHeld: boolean;
  readonly meters: readonly MeterCell[];
  readonly delta: { readonly side: Side; readonly percent: string; readonly usd: string; readonly note: string | null };
  readonly month: string;
  /** What the month takes for granted, in words; empty = nothing. */
  readonly caveats: readonly string[];
  readonly source: { readonly name: string; readonly url: string; readonly day: string; readonly secondHand: boolean };
  readonly notes: readonly string[];
}

export function offerRow(row: SheetRow, listId: string | null, names: Names): OfferRow {
  const { offer, landed, month } = row;
  return {
    id: offer.id,
    seller: sellerLabel(offer, names),
    isList: offer.id === listId,
    isHeld: offer.status === "held",
    meters: TABLE_METERS.map((meter) => meterCell(row, meter)),
    delta: deltaCell(row, listId),
    month:
      landed === null
        ? WORDS[month.kind === "unpriced" ? month.why : "unknown"]
        : offer.tier === "free"
          ? WORDS.free
          : formatUsd(landed.usd),
    caveats:
      month.kind === "priced" ? [...month.assumptions.map(assumptionText), ...(landed?.assumptions ?? []).map(purchaseText)] : [],
    source: sourceCell(offer.source),
    notes: notesOf(row),
  };
}

export function sourceName({ id, url }: SourceRef): string {
  return id === "list-prices" ? new URL(url).hostname.replace(/^www\./, "") : (SOURCE_NAMES[id] ?? id);
}

const SOURCE_NAMES: Readonly<Record<string, string>> = {
  "openrouter-models": "openrouter.ai",
  "openrouter-endpoints": "openrouter.ai",
  litellm: "LiteLLM",
};

function sourceCell(source: SourceRef) {
  return { name: sourceName(source), url: source.url, day: formatShortDay(source.readAt), secondHand: source.hand === "second" };
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

function deltaCell({ offer, deltas, comparedOn }: SheetRow, listId: string | null): OfferRow["delta"] {
  const { input = null, output = null } = deltas?.bps ?? {};
  const note = comparedOn === null ? null : `against the list of ${formatDay(comparedOn)}`;
  if (offer.id === listId) return { side: "equal", percent: "list", usd: "", note };
  if (offer.tier === "free") return { side: "cheaper", percent: WORDS.free, usd: "", note };
  const bps = input ?? output;
  if (bps === null) return { side: "unknown", percent: "–", usd: "", note };
  const usd = deltas?.microUsdPerMTok.input ?? deltas?.microUsdPerMTok.output ?? 0;
  const differs = input !== null && output !== null && Math.abs(input - output) >= 100;
  const side = input === 0 && (output ?? 0) === 0 ? "equal" : bps < 0 || (bps === 0 && (output ?? 0) < 0) ? "cheaper" : "dearer";
  const percent = side === "equal" ? "= list" : differs ? `${formatDelta(bps)} / ${formatDelta(output)}` : formatDelta(bps);
  return { side, percent, usd: side === "equal" ? "" : formatUsdDelta(usd), note };
}

function notesOf({ offer, standing }: SheetRow): readonly string[] {
  const held =
    offer.heldBecause === null ? [] : [`held since ${formatDay(offer.heldBecause.since)}: ${offer.heldBecause.detail}`];
  const unread = offer.unreadMeters.length === 0 ? [] : [`has an unread meter: ${offer.unreadMeters.join(", ")}`];
  const retires = offer.retiresOn === null ? [] : [`ends ${formatDay(offer.retiresOn)}`];
  const fit = standing === "doesNotFit" ? ["context too small for this workload"] : [];
  const ownKey = standing === "ownKey" ? ["your own key"] : [];
  const units = Object.entries(offer.unitPrices)
    .filter(([name]) => name !== "webSearch")
    .map(([name, { amount, per }]) => `${name}: $${amount} per ${per}`);
  return [...held, ...unread, ...retires, ...fit, ...ownKey, ...units];
}

function assumptionText(assumption: Assumption): string {
  switch (assumption) {
    case "cacheReadBilledAsInput":
      return "no cache-read price: billed as input";
    case "cacheWriteBilledAsInput":
      return "no cache-write price: billed as input";
    case "cacheWrite1hBilledAs5m":
      return "no one-hour write price: billed as five minutes";
    case "batchBilledAsStandard":
      return "no batch price: billed as standard";
    case "allRequestsWait":
      return "every request waits for the batch";
    case "windowsWeighted":
      return "peak and off-peak hours weighted";
    case "reasoningBilledAsOutput":
      return "reasoning billed as output";
    case "unreadMeters":
      return "may cost more: a meter nobody reads";
    default:
      return assumption satisfies never;
  }
}

function purchaseText(assumption: PurchaseAssumption): string {
  switch (assumption) {
    case "feesUnknown":
      return "fees unknown";
    case "topUpFeeUnknown":
      return "top-up fee unknown";
    case "methodNotOffered":
      return "not payable so";
    case "tokenMarkupUnknown":
      return "markup unknown";
    case "subscriptionUnknown":
      return "plan price unknown";
    default:
      return assumption satisfies never;
  }
}

/** The meters no offer table has a column for. */
export const OTHER_METERS = METERS.filter((meter) => !TABLE_METERS.some((shown) => shown === meter));
