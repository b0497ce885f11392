import { createElement } from "../../../../site/browser/create-element.ts";
import { EXTRA_COLUMNS } from "../../extra-columns.ts";
import type { FinderData } from "../../find-models.ts";
import { DEFAULT_COLUMNS, LIST_COLUMNS, type ListColumn } from "../../finder-state.ts";
import type { ModelTableRow } from "./model-rows.ts";

/** Which columns a list has. */
export interface ColumnShower {
  /** Shows the chosen columns and no others; on a phone too, which folds away all but a few of the usual ones. */
  show(columns: readonly ListColumn[]): void;
  /** Fills what a row has in the columns that only some ask for. */
  fill(row: ModelTableRow, data: FinderData): void;
}

/** Shows and hides columns of the table by one style sheet; those that come late are filled once they are asked for. */
export function columnShower(table: HTMLTableElement): ColumnShower {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  let hasExtra = false;
  let css = "";
  return {
    show: (columns) => {
      const isExtraAsked = columns.some((column) => !DEFAULT_COLUMNS.includes(column));
      if (isExtraAsked && !hasExtra) addHeads(table);
      hasExtra ||= isExtraAsked;
      const isUsual = columns.join() === DEFAULT_COLUMNS.join();
      const rules = LIST_COLUMNS.map((column, at) => {
        const display = columns.includes(column) ? "table-cell" : "none";
        return `#models tr > :nth-child(${at + 2}) { display: ${display} }`;
      });
      const next = isUsual && !hasExtra ? "" : (isUsual ? rules.slice(DEFAULT_COLUMNS.length) : rules).join("");
      // A sheet that is replaced styles the whole page again.
      if (next !== css) sheet.replaceSync(next);
      css = next;
    },
    fill: ({ element, at }, data) => {
      if (!hasExtra) return;
      for (const [place, { text }] of EXTRA_COLUMNS.entries()) {
        const cell = element.cells[DEFAULT_COLUMNS.length + 1 + place] ?? createElement("td", { "data-num": "" });
        cell.textContent = text(data, at);
        if (cell.parentElement === null) element.append(cell);
      }
    },
  };
}

function addHeads(table: HTMLTableElement): void {
  for (const { label } of EXTRA_COLUMNS)
    table.tHead?.rows[0]?.append(createElement("th", { scope: "col", "data-num": "" }, label));
}
