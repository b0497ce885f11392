import { createElement } from "../../../../site/browser/create-element.ts";
import * as paths from "../../../../site/paths.ts";
import trayCss from "../../../../site/styles/tray.css?inline";
import { isPicked, pickOf, picksQueryFrom, readPicks, type TrayPick, withoutPick, withPick } from "../../compare-tray.ts";

/** Ticks in the lists of a page, and the tray at the foot of the window that leads to the comparison. What is ticked is kept for the session. */

const KEPT = "tray";
/** What the loader asks for with an empty address: the elements that bring the tray's module. */
const LOADS = "t";
const BUTTONS = "[data-tick]";
/** Rows of this page's lists; a comparison has none to tick. */
const ROWS = ".data-table tbody tr";

let picks = readPicks(stored(KEPT));
let isTicking = picks.length > 0;

const tray = createElement("aside", { class: "tray", "aria-label": "To compare" });
const chips = createElement("p", { class: "chips" });
const link = createElement("a", { class: "go" }, "Compare");
const clear = createElement("button", { type: "button" }, "Clear");
const status = createElement("p", { role: "status", class: "muted" });
tray.append(chips, status, clear, link);

/** Puts the tray and what it listens to into the page, once. */
export function startTray(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(trayCss);
  document.adoptedStyleSheets.push(sheet);
  document.body.append(tray);
  clear.addEventListener("click", () => {
    keep([], "Nothing is ticked.");
    document.querySelector<HTMLElement>(BUTTONS)?.focus();
  });
  link.addEventListener("click", leadOn);
  addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.classList.contains("tick-row")) ticked(target);
  });
  new MutationObserver(show).observe(document.querySelector("main") ?? document.body, { childList: true, subtree: true });
  show();
}

/** Shows or hides the ticks. The button of a page that is of one model or platform ticks that too. */
export function pressTick(button: HTMLElement): void {
  isTicking = !isTicking;
  const ofThisPage = isTicking ? pickOf(location.pathname, document.querySelector("h1")?.textContent ?? "", paths.home()) : null;
  const next = ofThisPage === null || button.dataset["tick"] !== "own" ? null : withPick(picks, ofThisPage);
  if (next === null) show();
  else keep(next, isTicking ? "Tick what to compare." : "");
}

function ticked(box: HTMLInputElement): void {
  const pick = pickIn(box.closest("tr"))?.pick ?? null;
  if (pick === null) return;
  const next = box.checked ? withPick(picks, pick) : withoutPick(picks, pick);
  if (next !== null) keep(next, `${pick.name} ${box.checked ? "added" : "taken away"}.`);
  else {
    box.checked = false;
    status.textContent = "Six of a kind fit side by side: take one away first.";
  }
}

function keep(next: readonly TrayPick[], words: string): void {
  picks = next;
  status.textContent = words;
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(picks));
    if (picks.length > 0) sessionStorage.setItem(LOADS, BUTTONS);
    else sessionStorage.removeItem(LOADS);
  } catch {
    // Blocked storage: the ticks last as long as the page.
  }
  show();
}

/** Draws ticks and tray as they stand; a row that has its tick keeps it. */
function show(): void {
  for (const button of document.querySelectorAll(BUTTONS)) button.setAttribute("aria-pressed", String(isTicking));
  for (const row of document.querySelectorAll<HTMLTableRowElement>(ROWS)) showRow(row);
  tray.hidden = picks.length === 0 && !isTicking;
  document.body.style.paddingBlockEnd = tray.hidden ? "" : `${tray.offsetHeight}px`;
  link.hidden = picks.length === 0;
  clear.hidden = picks.length === 0;
  leadOn();
  link.textContent = `Compare ${picks.length}`;
  chips.replaceChildren(...(picks.length === 0 ? ["Tick models or platforms in any list."] : picks.map(chipOf)));
}

/** The workload and the region may have changed since. */
function leadOn(): void {
  const pageWorkload = document.querySelector<HTMLElement>("[data-workload]")?.dataset["workload"] ?? null;
  link.setAttribute("href", paths.comparison(picksQueryFrom(picks, location.search, pageWorkload)));
}

function showRow(row: HTMLTableRowElement): void {
  const found = pickIn(row);
  const tickBox = row.querySelector<HTMLInputElement>(".tick-row");
  if (found === null || !isTicking) {
    tickBox?.remove();
    return;
  }
  const { pick, link: name } = found;
  const box = tickBox ?? createElement("input", { type: "checkbox", class: "tick-row", "aria-label": `Compare ${pick.name}` });
  if (tickBox === null) name.closest("th, td")?.prepend(box);
  box.checked = isPicked(picks, pick);
}

/** What the row is of: where the first of its links leads that leads to a model or a platform. */
function pickIn(row: HTMLTableRowElement | null): { readonly pick: TrayPick; readonly link: HTMLAnchorElement } | null {
  for (const anchor of row?.querySelectorAll("a") ?? []) {
    const isOurs = anchor.origin === location.origin;
    const pick = isOurs ? pickOf(anchor.pathname, anchor.textContent ?? "", paths.home()) : null;
    if (pick !== null) return { pick, link: anchor };
  }
  return null;
}

function chipOf(pick: TrayPick): HTMLElement {
  const button = createElement("button", { type: "button", "aria-label": `Take ${pick.name} away` }, `${pick.name} ×`);
  button.addEventListener("click", () => {
    keep(withoutPick(picks, pick), `${pick.name} taken away.`);
    (tray.querySelector<HTMLElement>(".chips button") ?? document.querySelector<HTMLElement>(BUTTONS))?.focus();
  });
  return button;
}

/** Null where the storage is blocked, too. */
function stored(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
