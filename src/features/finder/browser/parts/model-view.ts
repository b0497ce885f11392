import { keepColumnWidths } from "../../../../site/browser/column-widths.ts";
import { requireElement } from "../../../../site/browser/require-element.ts";
import { formatCount, formatPlural } from "../../../../site/format.ts";
import { REGION_NAMES } from "../../../../site/platform/region-words.ts";
import { sortHeader } from "../../../../table/browser/sort-header.ts";
import { isFolded, tableWindow } from "../../../../table/browser/table-window.ts";
import type { SortDirection } from "../../../../table/sort-direction.ts";
import {
  chosenWorkload,
  type FinderData,
  type FinderWorkload,
  findModels,
  monthWord,
  platformNamesAt,
  upperMonthUsd,
} from "../../find-models.ts";
import { type FinderSort, type FinderState, orderOf, SORTS } from "../../finder-state.ts";
import { filtersOffers } from "../../matching-offers.ts";
import type { MatchingPlaces } from "./later-files.ts";
import { type ModelTableRow, modelTableRows, type OtherNames, readyForQueries, renamedRows, showMonth } from "./model-rows.ts";
import { columnShower } from "./shown-columns.ts";

/** A list of models as a state wants it. */
export interface ModelView {
  /** Shows its rows, order, months, columns and count. */
  draw(state: FinderState): void;
  /** Lets queries find models by other names too. */
  rename(names: OtherNames): void;
  /** Lets regions, data policies and contexts choose among sellers. */
  place(places: MatchingPlaces): void;
  /** What was drawn last. */
  shown(): Shown;
  /** Who sells any of its models. */
  readonly platforms: readonly string[];
}

interface Shown {
  readonly rows: readonly ModelTableRow[];
  readonly data: FinderData;
}

/** What Finder.astro and ModelTable.astro have drawn. */
export interface FinderElements {
  readonly form: HTMLFormElement;
  readonly table: HTMLTableElement;
  /** The rows of all models, those outside of the page among them. */
  readonly elements: readonly HTMLTableRowElement[];
}

/** The columns of ModelTable.astro. */
const COLUMNS: readonly FinderSort[] = ["name", "list", "month", "seller", "discount", "platforms", "context", "released"];

/** Draws what the finder finds into the table of models; `onSort` gets the column whose button was pressed. */
export function modelView(
  { form, table, elements }: FinderElements,
  data: FinderData,
  onSort: (column: FinderSort) => void,
): ModelView {
  const body = requireElement(table, "tbody", HTMLTableSectionElement);
  const nothing = requireElement(table, "#nothing", HTMLTableSectionElement);
  const order = requireElement(table, "#order", HTMLElement);
  /** It says of which day the use is, too. */
  const usualOrder = order.textContent;
  let rows = modelTableRows(elements, data);
  let matching: MatchingPlaces | null = null;
  let shown: Shown = { rows, data };
  const defaultWorkload = data.workloads[0]?.id ?? "";
  const header = sortHeader(table, COLUMNS, onSort);
  const months = monthShower(table, defaultWorkload);
  const columns = columnShower(table);
  const showRows = rowShower(table, body, elements);
  keepColumnWidths(table);
  const draw = (state: FinderState) => {
    const narrowed = matching !== null && filtersOffers(state) ? matching.withMatchingOffers(data, matching.places, state) : null;
    const searchedData = narrowed ?? data;
    const { rows: found, isClose } = findModels(rows, searchedData, state);
    shown = { rows: found, data: searchedData };
    const { by, direction } = orderOf(state, defaultWorkload);
    const isOther = months.choose(searchedData, state, narrowed !== null);
    columns.show(state.columns);
    showRows(found, isOther, (row) => {
      months.fill(row);
      columns.fill(row, searchedData);
    });
    nothing.hidden = found.length > 0;
    if (found.length === 0) sayNothingFits(form, nothing, state);
    header.mark(by === "use" ? null : by, direction);
    requireElement(form, "p output", HTMLOutputElement).textContent =
      (isClose && found.length > 0 ? "No model is written like that; closest: " : "") +
      countText(found.length, rows.length) +
      (found.length < rows.length ? cheapestText(shown, state) : "");
    order.textContent = orderText(form, by, direction) ?? usualOrder;
  };
  return {
    draw,
    rename: (names) => {
      rows = renamedRows(rows, data.ids, names);
      readyForQueries(rows);
    },
    place: (read) => {
      matching = read;
    },
    shown: () => shown,
    platforms: platformNamesAt(
      data,
      rows.map(({ at }) => at),
    ),
  };
}

/** The word is in a field that may be folded away, and so is what a link asked for: both are shown. */
function sayNothingFits(form: HTMLFormElement, nothing: HTMLElement, { query }: FinderState): void {
  requireElement(nothing, "td", HTMLElement).textContent =
    `No model fits ${query === "" ? "all of this" : `“${query}” with these filters`}.`;
  requireElement(form, "details", HTMLDetailsElement).open = true;
}

/** `37 of 405 models`, `405 models`. */
const countText = (found: number, all: number): string =>
  found === all ? formatPlural(all, "model") : `${formatCount(found)} of ${formatPlural(all, "model")}`;

/** `; cheapest: Gemini 2.5 Flash, $12.30 at Google Vertex`; empty where none of them has a month that may win. Free is no price to be first with. */
function cheapestText({ rows, data }: Shown, state: FinderState): string {
  const workload = chosenWorkload(data, state);
  const upper = ({ at }: ModelTableRow) => upperMonthUsd(workload?.months[at] ?? null) ?? 0;
  const priced = rows.filter((row) => upper(row) > 0 && data.sellers[workload?.cheapest[row.at] ?? -1] !== undefined);
  const best = priced.reduce<ModelTableRow | null>(
    (first, row) => (first === null || upper(row) < upper(first) ? row : first),
    null,
  );
  if (best === null || workload === null) return "";
  return `; cheapest: ${best.name}, ${monthWord(workload.months[best.at] ?? null)} at ${data.sellers[workload.cheapest[best.at] ?? -1]}`;
}

/** Null = as the page itself says it. */
function orderText(form: HTMLFormElement, by: FinderSort, direction: SortDirection): string | null {
  const isUsual = direction === SORTS[by];
  if (isUsual && by === "use") return null;
  const [chosen] = requireElement(form, "[name=sort]", HTMLSelectElement).selectedOptions;
  return `Sorted by ${chosen?.text}${isUsual ? "" : ", last first"}.`;
}

/**
 * Shows found rows, each up to date. The same rows in the same order stay, all of them where all were asked for, and as they are until their months
 * are others; on a page that has them all at first, also then.
 */
function rowShower(
  table: HTMLTableElement,
  body: HTMLTableSectionElement,
  built: readonly HTMLTableRowElement[],
): (found: readonly ModelTableRow[], isOther: boolean, fill: (row: ModelTableRow) => void) => void {
  let shown = isFolded(table) ? null : built;
  const rows = tableWindow(table, "model");
  return (found, isOther, fill) => {
    const isSame = found.length === shown?.length && found.every(({ element }, at) => element === shown?.[at]);
    if (isSame && (!isOther || shown === built)) return found.filter(({ element }) => element.isConnected).forEach(fill);
    shown = found.map(({ element }) => element);
    const thunks = found.map((row) => () => {
      fill(row);
      return row.element;
    });
    rows.show([{ body, heads: [], rows: thunks }], isSame ? "again" : "sight");
  };
}

/** The months of the workload that is shown: a row is written when they are others than it has. `choose` returns whether they are others now. */
function monthShower(table: HTMLTableElement, defaultWorkload: string): { choose: typeof choose; fill: typeof fill } {
  const defaultKey = `["${defaultWorkload}",false]`;
  let key = defaultKey;
  let shown: { readonly workload: FinderWorkload; readonly data: FinderData; readonly isUsual: boolean } | null = null;
  const written = new WeakMap<HTMLTableRowElement, string>();
  /** `isNarrowed`: of the sellers that are left, which come later than what leaves them. */
  function choose(data: FinderData, state: FinderState, isNarrowed: boolean): boolean {
    const wanted = chosenWorkload(data, state);
    const { region, dataPolicy, minContextTokens } = state;
    const isOther = isNarrowed || (state.unconfirmed && wanted?.reported !== undefined);
    const next = JSON.stringify([
      wanted?.id,
      isOther,
      ...(isOther ? [isNarrowed, state.unconfirmed, region, dataPolicy, minContextTokens] : []),
    ]);
    if (wanted === null || next === key) return false;
    key = next;
    shown = { workload: wanted, data, isUsual: wanted.id === defaultWorkload && !isNarrowed };
    requireElement(table, "#month", HTMLElement).textContent = wanted.meaning + (isNarrowed ? whereText(region) : "");
    return true;
  }
  function fill(row: ModelTableRow): void {
    if (shown === null || (written.get(row.element) ?? defaultKey) === key) return;
    written.set(row.element, key);
    showMonth(row, shown.workload, shown.data, shown.isUsual);
  }
  return { choose, fill };
}

/** `, at sellers that name the EU as their region`; nothing for any region. */
function whereText(region: FinderState["region"]): string {
  if (region === "") return "";
  return region === "global"
    ? ", at global endpoints"
    : `, at sellers that name ${REGION_NAMES[region] ?? region} as their region`;
}
