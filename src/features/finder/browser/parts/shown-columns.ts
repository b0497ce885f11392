import { createElement } from "../../../../site/browser/create-element.ts";
import { formatCount, formatPrice, WORDS } from "../../../../site/format.ts";
import type { FinderData } from "../../find-models.ts";
import { LIST_COLUMNS, type ListColumn, USUAL_COLUMNS } from "../../finder-state.ts";
import type { ModelRow } from "./model-rows.ts";

/** What stands in the columns that are there only for who asks. */
const EXTRA: readonly (readonly [label: string, text: (data: FinderData, at: number) => string])[] = [
  ["Quality", ({ quality }, at) => countText(quality[at])],
  ["Lowest input", ({ lowestInput }, at) => priceText(lowestInput[at])],
];

/** Shows the chosen columns and no others; on a phone too, which folds away all but a few of the usual ones. */
export function columnShower(
  table: HTMLTableElement,
  rows: readonly ModelRow[],
): (columns: readonly ListColumn[], data: FinderData) => void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  let hasExtra = false;
  return (columns, data) => {
    const isExtraAsked = columns.some((column) => !USUAL_COLUMNS.includes(column));
    if (isExtraAsked && !hasExtra) addExtra(table, rows);
    hasExtra ||= isExtraAsked;
    if (hasExtra) fillExtra(rows, data);
    const isUsual = columns.join() === USUAL_COLUMNS.join();
    const rules = LIST_COLUMNS.map((column, at) => {
      const display = columns.includes(column) ? "table-cell" : "none";
      return `#models tr > :nth-child(${at + 2}) { display: ${display} }`;
    });
    sheet.replaceSync(isUsual && !hasExtra ? "" : (isUsual ? rules.slice(USUAL_COLUMNS.length) : rules).join(""));
  };
}

function addExtra(table: HTMLTableElement, rows: readonly ModelRow[]): void {
  for (const [label] of EXTRA) {
    table.tHead?.rows[0]?.append(createElement("th", { scope: "col", "data-num": "" }, label));
    for (const { element } of rows) element.append(createElement("td", { "data-num": "" }));
  }
}

function fillExtra(rows: readonly ModelRow[], data: FinderData): void {
  for (const { element, at } of rows)
    for (const [place, [, text]] of EXTRA.entries()) {
      const cell = element.cells[USUAL_COLUMNS.length + 1 + place];
      if (cell !== undefined) cell.textContent = text(data, at);
    }
}

const countText = (count: number | null | undefined): string => (count == null ? "not rated" : formatCount(count));
const priceText = (micro: number | null | undefined): string =>
  micro == null ? WORDS.unknown : micro === 0 ? WORDS.free : formatPrice(micro);
