import { sayNotLoaded } from "../../../site/browser/not-loaded.ts";
import { requireElement } from "../../../site/browser/require-element.ts";
import { csvFile, saveFile } from "../../../site/browser/save-file.ts";
import { urlHistory } from "../../../site/browser/url-history.ts";

/** Chooses rows and columns of the table of differences where it is: `?maker=openai&columns=azure,openrouter`. */

const form = requireElement(document, "#delta-filter", HTMLFormElement);
const maker = requireElement(form, "[name=maker]", HTMLSelectElement);
const boxes = [...form.querySelectorAll<HTMLInputElement>("[name=column]")];
const table = requireElement(document, "#deltas", HTMLTableElement);
const nothing = requireElement(table, "#nothing", HTMLTableSectionElement);
const rows = [...table.querySelectorAll<HTMLTableRowElement>("tr[data-maker]")];
/** The model and its list price are before the platforms. */
const FIXED = 2;
const bar = urlHistory();

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => {
  show();
  const query = new URLSearchParams(location.search);
  const chosen = boxes.filter(({ checked }) => checked).map(({ value }) => value);
  setOrDelete(query, "maker", maker.value);
  setOrDelete(query, "columns", chosen.length === boxes.length ? "" : chosen.join(","));
  bar.go(query.size === 0 ? "" : `?${query.toString().replaceAll("%2C", ",")}`);
});
const csv = requireElement(form, "[name=csv]", HTMLButtonElement);
csv.addEventListener("click", () => {
  csvFile(shownRecords()).then(
    (file) => saveFile(file, "price-deltas.csv"),
    () => sayNotLoaded(csv),
  );
});
addEventListener("popstate", readAddress);
readAddress();

function readAddress(): void {
  const query = new URLSearchParams(location.search);
  const wanted = query.get("maker") ?? "";
  maker.value = [...maker.options].some(({ value }) => value === wanted) ? wanted : "";
  const columns = query.get("columns")?.split(",") ?? [];
  const known = boxes.filter(({ value }) => columns.includes(value));
  for (const box of boxes) box.checked = known.length === 0 || known.includes(box);
  show();
}

function show(): void {
  for (const row of rows) row.hidden = maker.value !== "" && row.dataset["maker"] !== maker.value;
  table.toggleAttribute("data-searched", maker.value !== "");
  nothing.hidden = rows.some(({ hidden }) => !hidden);
  for (const [at, { checked }] of boxes.entries())
    for (const row of table.rows) row.cells[at + FIXED]?.toggleAttribute("hidden", !checked);
}

/** What a reader sees, as lines of text: a difference as it is written, empty where nothing is sold. */
function shownRecords(): readonly (readonly string[])[] {
  return [...table.rows]
    .filter((row) => row.parentElement !== nothing && row.getClientRects().length > 0)
    .map((row) => [...row.cells].filter(({ hidden }) => !hidden).map((cell) => cellText(cell)));
}

/** The first cell says the list price again for a phone: its link is the model's name. */
const cellText = (cell: HTMLTableCellElement): string =>
  (cell.scope === "row" ? cell.querySelector("a")?.textContent : cell.innerText)?.trim() ?? "";

function setOrDelete(query: URLSearchParams, name: string, value: string): void {
  if (value === "") query.delete(name);
  else query.set(name, value);
}
