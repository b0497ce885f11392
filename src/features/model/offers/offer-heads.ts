import type { Meter } from "../../../domain/offer/meter.ts";
import { caveatsOf, monthText } from "../../../site/words/month-cell.ts";
import type { Cell, Column, Note } from "../../../table/column.ts";
import { type OfferLine, warningNotes } from "../../../table/offer-cells.ts";
import type { SortDirection } from "../../../table/sort-direction.ts";
import { FREE, priceKey } from "../../../table/sort-rows.ts";
import type { OfferSeller } from "./offer-line.ts";

/** An offer of a model as its page's table shows it. */
export interface ModelOfferLine extends OfferLine, OfferSeller {
  /** Null = a source named this platform for the first time, and nobody has written down its facts yet. */
  readonly platformPath: string | null;
}

/** A column without its cells. */
type OfferHead = Omit<Column<ModelOfferLine>, "cell">;

/** The columns of the offer table, with what they sort by. What stands in each is in `offer-columns.ts`, for all but those a workload changes. */
export const OFFER_HEADS = [
  {
    id: "name",
    label: "Platform",
    kind: "text",
    isLive: true,
    sort: { first: "ascending", key: ({ seller }) => seller.name.toLowerCase() },
  },
  {
    id: "month",
    label: "Monthly cost",
    kind: "money",
    isMain: true,
    isLive: true,
    sort: { first: "ascending", key: ({ offer, landed }) => (offer.tier === "free" ? FREE : priceKey(landed?.upperUsd)) },
  },
  {
    id: "delta",
    label: "vs list price",
    kind: "delta",
    sort: { first: "ascending", key: ({ deltas }) => deltas?.bps.input ?? null },
  },
  { id: "delta-usd", label: "vs list price, $", kind: "delta", only: "files" },
  meterHead("input", "Input", "input"),
  meterHead("output", "Output", "output"),
  meterHead("cache-read", "Cached input", "cacheRead"),
  meterHead("cache-write", "Cache writes", "cacheWrite5m"),
  {
    id: "read",
    label: "Source",
    kind: "text",
    only: "page",
    sort: { first: "descending", key: ({ offer }) => offer.restsOn.readAt },
  },
  { id: "source", label: "Source", kind: "text", only: "files" },
  { id: "evidence", label: "Evidence", kind: "text", only: "files" },
  { id: "day", label: "Read", kind: "day", only: "files" },
  { id: "notes", label: "Notes", kind: "prose", only: "files" },
] as const satisfies readonly OfferHead[];

function meterHead<Id extends string>(id: Id, label: string, meter: Meter) {
  return {
    ...{ id, label, kind: "money" },
    sort: { first: "ascending", key: ({ offer }) => priceKey(offer.prices[meter]) },
  } as const satisfies OfferHead & { readonly id: Id };
}

export type OfferColumnId = (typeof OFFER_HEADS)[number]["id"];

/** What the table can be sorted by; the words of `?sort=`. */
export type OfferSort = Extract<(typeof OFFER_HEADS)[number], { readonly sort: unknown }>["id"];

interface Sortable extends OfferHead {
  readonly id: OfferSort;
  readonly sort: NonNullable<Column<ModelOfferLine>["sort"]>;
}

const SORTABLE: readonly Sortable[] = OFFER_HEADS.filter((column) => "sort" in column);

export const OFFER_SORTS: readonly OfferSort[] = SORTABLE.map(({ id }) => id);

/** The column that an order of the address sorts by. Throws where there is none. */
export function sortColumn(sort: OfferSort): Sortable {
  const column = SORTABLE.find(({ id }) => id === sort);
  if (column === undefined) throw new Error(`no offer column is sorted by ${sort}`);
  return column;
}

/** The direction that comes first when a reader sorts by a column. */
export const firstDirection = (sort: OfferSort): SortDirection => sortColumn(sort).sort.first;

/** The cells that a workload changes. */
export const LIVE_CELLS = { name: nameCell, month: monthCell } as const satisfies Record<
  Extract<(typeof OFFER_HEADS)[number], { readonly isLive: true }>["id"],
  (line: ModelOfferLine) => Cell
>;

function nameCell(line: ModelOfferLine): Cell {
  const { name, via, details } = line.seller;
  const notes = [...(via === null ? [] : [`via ${via}`]), ...(details.length === 0 ? [] : [details.join(" · ")])];
  return {
    text: name,
    ...(line.platformPath === null ? {} : { href: line.platformPath }),
    notes: [...notes, ...warningNotes(line).flatMap((note) => shortNote(note, line))],
    file: [name, ...notes].join(", "),
  };
}

/** Beside its source and day a row need not say them again: `older`, and nothing of one catalogue's word. */
function shortNote(note: Note, { ineligible }: ModelOfferLine): readonly Note[] {
  if (typeof note !== "string") return [note];
  if (ineligible === "unconfirmed") return [];
  return [{ text: ineligible === "expired" ? "too old" : "older", tone: "wide" }];
}

/** What keeps a month from winning and is no fault of it. */
const COMPARABLE: readonly (ModelOfferLine["ineligible"] | null)[] = [null, "otherTier", "free"];

/** Whether a row's month is one to compare: neither held, nor old, nor in doubt. */
export const isMonthComparable = ({ ineligible }: Pick<ModelOfferLine, "ineligible">): boolean => COMPARABLE.includes(ineligible);

/** What months take for granted, for the mark beside them: `some: every request waits for the batch` where not each of several does. */
export function monthHint(lines: readonly ModelOfferLine[]): Pick<Cell, "hint"> {
  const each = lines.map((line) => caveatsOf(line, "exceptRange"));
  const hints = [...new Set(each.flat())].map((text) => `${each.every((own) => own.includes(text)) ? "" : "some: "}${text}`);
  return hints.length === 0 ? {} : { hint: hints.join("; ") };
}

function monthCell(line: ModelOfferLine): Cell {
  const text = monthText(line);
  const figure = line.landed === null || line.offer.tier === "free" ? {} : { figure: line.landed.upperUsd };
  const counts = isMonthComparable(line) ? {} : ({ side: "muted" } as const);
  return { text, ...figure, ...counts, file: text, ...monthHint([line]) };
}
