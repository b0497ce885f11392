import { compareText } from "../money/compare-text.ts";
import { roundedMedian } from "../money/median.ts";
import type { ModelSheet, SheetRow } from "../reference/model-sheet.ts";
import { isAtList } from "../reference/months/list-month.ts";

/** One standard-tier offer of a platform with its model's sheet. */
export interface PlatformRow {
  readonly sheet: ModelSheet;
  readonly row: SheetRow;
}

/** How a platform prices against list, over the models it sells at the standard tier. */
export interface PlatformSummary {
  readonly models: number;
  readonly offers: number;
  /** Models of which it sets the list price: its own. */
  readonly sets: number;
  /** Offers whose input price can be compared with the maker's list. */
  readonly compared: number;
  readonly cheaper: number;
  readonly equal: number;
  readonly dearer: number;
  /** Median input difference to list, in basis points; null = nothing to compare. */
  readonly medianDeltaBps: number | null;
}

/** All rows of all sheets by platform, each platform's by offer id; a router's hosts count as its own. */
export function rowsByPlatform(sheets: readonly ModelSheet[]): ReadonlyMap<string, readonly PlatformRow[]> {
  const rows = sheets.flatMap((sheet) => sheet.rows.map((row) => ({ sheet, row })));
  return Map.groupBy(
    rows.toSorted((a, b) => compareText(a.row.offer.id, b.row.offer.id)),
    ({ row }) => row.offer.platform,
  );
}

/**
 * A platform's rows counted: models, offers, and how its input prices stand against the makers' list: of −500, 0 and 300 basis points one is
 * cheaper, one equal, one dearer, and the median is 0.
 */
export function summarise(rows: readonly PlatformRow[]): PlatformSummary {
  const deltas = rows.flatMap(({ row, sheet }) => (isComparedWithList(row, sheet) ? [row.deltas?.bps.input ?? 0] : []));
  const count = (test: (bps: number) => boolean) => deltas.filter(test).length;
  return {
    models: new Set(rows.map(({ sheet }) => sheet.model.id)).size,
    offers: rows.length,
    sets: new Set(rows.flatMap(({ row, sheet }) => (isListItself(row, sheet) ? [sheet.model.id] : []))).size,
    compared: deltas.length,
    cheaper: count((bps) => bps < 0),
    equal: count((bps) => bps === 0),
    dearer: count((bps) => bps > 0),
    medianDeltaBps: roundedMedian(deltas),
  };
}

/** Of the offers that `summarise` compares with list, those that something speaks against: they count, and win nothing. */
export const comparedInDoubt = (rows: readonly PlatformRow[]): number =>
  rows.filter(({ row, sheet }) => isComparedWithList(row, sheet) && row.offer.doubts.length > 0).length;

const isListItself = ({ offer }: SheetRow, { reference }: ModelSheet): boolean =>
  reference?.kind === "list" && reference.offer.id === offer.id;

/** Standard tier, current, priced, of a model with a list price other than this very offer. */
export function isComparedWithList({ offer, deltas }: SheetRow, { reference }: ModelSheet): boolean {
  if (reference?.kind !== "list" || offer.tier !== "standard" || offer.status === "retired") return false;
  return !isAtList(offer, reference) && deltas?.bps.input != null;
}
