import type { Meter } from "../../domain/offer/meter.ts";
import type { Cell, Column } from "../../table/column.ts";
import type { SortDirection } from "../../table/sort-direction.ts";
import { FREE, priceKey } from "../../table/sort-rows.ts";
import type { RowView } from "../../table/table-view.ts";
import { foldedDays, foldedDelta, foldedMeter, foldedMonth, foldedName } from "./offers/fold-cells.ts";
import type { FoldKind } from "./offers/offer-arrangement.ts";
import type { ModelOfferLine } from "./offers/offer-line.ts";
import { monthCell } from "./offers/offer-month.ts";
import { nameCell } from "./offers/offer-name.ts";
import type { StillCell } from "./offers/still-cells.ts";

/** A column, with the name of its cell where no workload changes that. */
type OfferColumn = Omit<Column<ModelOfferLine>, "cell" | "only" | "isLive"> &
  (
    | { readonly isLive: true; readonly cell: (line: ModelOfferLine) => Cell }
    | { readonly isLive?: never; readonly cell: StillCell }
  ) &
  (
    | { readonly only?: "page"; readonly fold: (rows: readonly ModelOfferLine[], kind: FoldKind) => Cell }
    | { readonly only: "files" }
  );

/**
 * The whole offer table: head, cell, what it sorts by, what the row of a fold says, for the page, the browser, Markdown and CSV. A column more is an
 * entry more here; `still-cells.ts` has the words of those that the browser does not draw.
 */
export const OFFER_COLUMNS = [
  {
    id: "name",
    label: "Platform",
    kind: "text",
    sort: { first: "ascending", key: ({ seller }) => seller.name.toLowerCase() },
    isLive: true,
    cell: nameCell,
    fold: foldedName,
  },
  {
    id: "month",
    label: "Monthly cost",
    kind: "money",
    isMain: true,
    sort: { first: "ascending", key: ({ offer, landed }) => (offer.tier === "free" ? FREE : priceKey(landed?.upperUsd)) },
    isLive: true,
    cell: monthCell,
    fold: foldedMonth,
  },
  {
    id: "delta",
    label: "vs list price",
    kind: "delta",
    sort: { first: "ascending", key: ({ deltas }) => deltas?.bps.input ?? null },
    cell: "delta",
    fold: foldedDelta,
  },
  { id: "delta-usd", label: "vs list price, $", kind: "delta", only: "files", cell: "dollarDelta" },
  meterColumn("input", "Input", "input"),
  meterColumn("output", "Output", "output"),
  meterColumn("cache-read", "Cached input", "cacheRead"),
  meterColumn("cache-write", "Cache writes", "cacheWrite5m"),
  {
    id: "read",
    label: "Source",
    kind: "text",
    only: "page",
    sort: { first: "descending", key: ({ offer }) => offer.restsOn.readAt },
    cell: "source",
    fold: foldedDays,
  },
  { id: "source", label: "Source", kind: "text", only: "files", cell: "sourceName" },
  { id: "evidence", label: "Evidence", kind: "text", only: "files", cell: "evidence" },
  { id: "day", label: "Read", kind: "day", only: "files", cell: "day" },
  { id: "notes", label: "Notes", kind: "prose", only: "files", cell: "warnings" },
] as const satisfies readonly OfferColumn[];

export type OfferColumnId = (typeof OFFER_COLUMNS)[number]["id"];

/** The row that stands for folded ones: how many, from where to where each figure goes, and who they are. */
export const foldRow = (kind: FoldKind, rows: readonly ModelOfferLine[]): RowView => ({
  cells: OFFER_COLUMNS.map((column) => ("fold" in column ? column.fold(rows, kind) : { text: "" })),
});

function meterColumn<Id extends string>(id: Id, label: string, meter: Meter) {
  return {
    ...{ id, label, kind: "money" },
    sort: { first: "ascending", key: ({ offer }) => priceKey(offer.prices[meter]) },
    cell: meter,
    fold: (rows: readonly ModelOfferLine[]) => foldedMeter(rows, meter),
  } as const satisfies OfferColumn & { readonly id: Id };
}

/** What the table can be sorted by; the words of `?sort=`. */
export type OfferSort = Extract<(typeof OFFER_COLUMNS)[number], { readonly sort: unknown }>["id"];

type Sortable = OfferColumn & { readonly id: OfferSort; readonly sort: NonNullable<OfferColumn["sort"]> };

const SORTABLE: readonly Sortable[] = OFFER_COLUMNS.filter((column) => "sort" in column);

export const OFFER_SORTS: readonly OfferSort[] = SORTABLE.map(({ id }) => id);

/** The column that an order of the address sorts by. Throws where there is none. */
export function sortColumn(sort: OfferSort): Sortable {
  const column = SORTABLE.find(({ id }) => id === sort);
  if (column === undefined) throw new Error(`no offer column is sorted by ${sort}`);
  return column;
}

/** The direction that comes first when a reader sorts by a column. */
export const firstDirection = (sort: OfferSort): SortDirection => sortColumn(sort).sort.first;
