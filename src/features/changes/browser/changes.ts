import { controlText, fillForm } from "../../../site/browser/form-state.ts";
import { requireElement } from "../../../site/browser/require-element.ts";
import { urlHistory } from "../../../site/browser/url-history.ts";
import { formatCount, formatPlural } from "../../../site/format.ts";
import { ALL_CHANGES, type ChangesState, changesUrl, fitsChange, type MoveFacts, readBps } from "../changes-state.ts";

/** Filters the page of changes where it is: its rows say themselves what they are. The state is the URL. */

interface MoveRow extends MoveFacts {
  readonly element: HTMLTableRowElement;
}

const form = requireElement(document, "#change-filter", HTMLFormElement);
const moves = requireElement(document, "#moves", HTMLElement);
const nothing = requireElement(moves, "#nothing", HTMLElement);
const days = [...moves.querySelectorAll("tbody")];
const rows = days.flatMap((body) => [...body.rows].flatMap(moveRow));
const url = changesUrl(
  [...new Set(rows.map(({ maker }) => maker))].sort(),
  [...new Set(rows.map(({ platform }) => platform))].sort(),
);
const clear = requireElement(form, "[type=reset]", HTMLButtonElement);
const bar = urlHistory();

run();

function run(): void {
  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLSelectElement) go(taken(target.name));
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    go(ALL_CHANGES);
  });
  addEventListener("popstate", () => show(url.read(location.search)));
  show(url.read(location.search));
  // A link with a state is about these rows, and they are below the day's summary.
  if (location.search !== "" && location.hash === "") form.scrollIntoView();
}

/** The state of the address with what the control of this name says. */
function taken(name: string): ChangesState {
  const query = new URLSearchParams(url.write(url.read(location.search)));
  query.set(name, controlText(form, name));
  return url.read(`?${query}`);
}

function go(state: ChangesState): void {
  show(state);
  bar.go(url.write(state));
}

function show(state: ChangesState): void {
  fillForm(form, url.texts(state));
  clear.hidden = url.write(state) === "";
  const found = rows.filter((row) => fitsChange(row, state));
  const wanted = new Set(found.map(({ element }) => element));
  for (const { element } of rows) element.hidden = !wanted.has(element);
  for (const body of days) body.hidden = ![...body.rows].some((row) => wanted.has(row));
  nothing.hidden = found.length > 0;
  // Who asks for something wants all of it, older days too.
  for (const older of moves.querySelectorAll("details")) older.open ||= url.write(state) !== "";
  for (const sheet of moves.querySelectorAll<HTMLElement>(".sheet"))
    sheet.hidden = ![...sheet.querySelectorAll("tbody")].some((body) => !body.hidden);
  requireElement(form, "output", HTMLOutputElement).textContent = countText(found.length);
}

/** `37 of 599 price changes`. */
function countText(found: number): string {
  const all = formatPlural(rows.length, "price change");
  return found === rows.length ? all : `${formatCount(found)} of ${all}`;
}

function moveRow(element: HTMLTableRowElement): readonly MoveRow[] {
  const { maker, platform, word, bps } = element.dataset;
  if (maker === undefined || platform === undefined || bps === undefined) return [];
  if (word !== "seller" && word !== "routed" && word !== "copy") return [];
  return [{ element, maker, platform, word, bps: readBps(bps) }];
}
