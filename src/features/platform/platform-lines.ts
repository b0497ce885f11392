import type { Names } from "../../domain/offer/seller-names.ts";
import { isComparable, type PlatformRow, type PlatformSummary } from "../../domain/platform/platform-summary.ts";
import { formatCount, formatDelta, formatPlural } from "../../site/format.ts";
import { type OfferRow, offerRow } from "../../table/offer-row.ts";

/** Its offers that differ most from list, at the standard tier: cheapest and dearest first. */
export function extremes(rows: readonly PlatformRow[], names: Names, many: number) {
  const compared = rows.filter(({ row, sheet }) => isComparable(row, sheet));
  const sorted = compared.toSorted((a, b) => bpsOf(a) - bpsOf(b) || (a.row.offer.id < b.row.offer.id ? -1 : 1));
  const line = ({ row, sheet }: PlatformRow): PlatformLine => ({ model: sheet.model, row: offerRow(row, null, names) });
  return {
    cheaper: sorted
      .filter((each) => bpsOf(each) < 0)
      .slice(0, many)
      .map(line),
    dearer: sorted
      .filter((each) => bpsOf(each) > 0)
      .slice(-many)
      .toReversed()
      .map(line),
  };
}

export interface PlatformLine {
  readonly model: { readonly id: string; readonly name: string };
  readonly row: OfferRow;
}

export function platformLines(rows: readonly PlatformRow[], names: Names): readonly PlatformLine[] {
  return rows.map(({ row, sheet }) => ({
    model: sheet.model,
    row: offerRow(row, sheet.reference?.kind === "list" ? sheet.reference.offer.id : null, names),
  }));
}

/** `Sells 243 models; at list for half of them: 12 cheaper, 180 equal, 3 dearer`. */
export function platformAnswer({ models, offers, compared, cheaper, equal, dearer, medianDeltaBps }: PlatformSummary): string {
  const size = `Sells ${formatPlural(models, "model")} in ${formatPlural(offers, "offer")}.`;
  if (compared === 0 || medianDeltaBps === null) return `${size} None of them can be compared with a maker’s list price.`;
  const median = medianDeltaBps === 0 ? "at list" : `${formatDelta(medianDeltaBps)} to list`;
  return `${size} Median input price ${median}: of ${formatCount(compared)} comparable offers ${cheaper} are cheaper, ${equal} equal, ${dearer} dearer.`;
}

const bpsOf = ({ row }: PlatformRow): number => row.deltas?.bps.input ?? 0;
