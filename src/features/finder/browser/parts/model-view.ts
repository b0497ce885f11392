import type { Search } from "../../../../domain/text/word-search.ts";
import { keepColumnWidths } from "../../../../site/browser/column-widths.ts";
import { requireElement } from "../../../../site/browser/require-element.ts";
import { formatCount, formatPlural } from "../../../../site/format.ts";
import { sortHeader } from "../../../../table/browser/sort-header.ts";
import { type ChosenWorkload, chosenWorkload, type FinderData, findModels } from "../../find-models.ts";
import { type FinderState, orderOf, SORTS, type SortKey } from "../../finder-state.ts";
import { type ModelRow, modelRows, rowShower, showMonths } from "./model-rows.ts";

/** The columns of ModelTable.astro. */
const COLUMNS: readonly SortKey[] = ["name", "list", "month", "seller", "discount", "platforms", "context", "released"];

/** Shows a state's rows, order, months and count, and gives what it shows. */
export function modelView(
  form: HTMLFormElement,
  table: HTMLTableElement,
  data: FinderData,
  onSort: (column: SortKey) => void,
): (state: FinderState) => Search<ModelRow> {
  const body = requireElement(table, "tbody", HTMLTableSectionElement);
  const nothing = requireElement(table, "#nothing", HTMLTableSectionElement);
  const rows = modelRows(body, data);
  const defaultWorkload = data.workloads[0]?.id ?? "";
  const [showRows, header] = [rowShower(body), sortHeader(table, COLUMNS, onSort)];
  const showWorkload = workloadShower(table, data, (workload) => showMonths(rows, workload, data));
  keepColumnWidths(table);
  return (state) => {
    const search = findModels(rows, data, state);
    const found = search.rows;
    const { by, direction } = orderOf(state, defaultWorkload);
    showWorkload(state);
    showRows(found.map(({ element }) => element));
    nothing.hidden = found.length > 0;
    header.mark(by === "use" ? null : by, direction);
    requireElement(form, "output", HTMLOutputElement).textContent =
      (search.isClose && found.length > 0 ? "No model is written like that; closest: " : "") +
      countText(found.length, rows.length);
    requireElement(table, "#order", HTMLElement).textContent =
      `Sorted by ${sortWords(form)}${direction === SORTS[by] ? "" : ", last first"}.`;
    return search;
  };
}

/** `37 of 405 models`, `405 models`. */
const countText = (found: number, all: number): string =>
  found === all ? formatPlural(all, "model") : `${formatCount(found)} of ${formatPlural(all, "model")}`;

const sortWords = (form: HTMLFormElement): string =>
  requireElement(form, "[name=sort]", HTMLSelectElement).selectedOptions[0]?.text ?? "";

/** Rewrites the months when the workload is another than before. */
function workloadShower(
  table: HTMLTableElement,
  { workloads }: FinderData,
  showMonthsOf: (workload: FinderData["workloads"][number]) => void,
): (state: ChosenWorkload) => void {
  let shown = `${workloads[0]?.id} false`;
  return (state) => {
    const wanted = chosenWorkload({ workloads }, state);
    const key = `${wanted?.id} ${state.unconfirmed && wanted?.reported !== undefined}`;
    if (wanted === null || key === shown) return;
    shown = key;
    showMonthsOf(wanted);
    requireElement(table, "#month", HTMLElement).textContent = wanted.meaning;
  };
}
