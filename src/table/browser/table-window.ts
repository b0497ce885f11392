import { createElement } from "../../site/browser/create-element.ts";
import { formatCount, formatPlural } from "../../site/format.ts";
import css from "../../site/styles/more-rows.css?inline";
import { FIRST_ROWS } from "../first-rows.ts";

/** Rows under one title: each is made, or brought up to date, when it comes into the page. */
export interface WindowSection {
  readonly body: HTMLTableSectionElement;
  /** What stands above its rows whenever one of them does. */
  readonly heads: readonly HTMLTableRowElement[];
  readonly rows: readonly (() => HTMLTableRowElement)[];
}

/** A long table whose first rows stand in the page, and the rest once somebody asks for it. */
export interface TableWindow {
  /** Shows what is found now: its first rows, whatever was asked for before, or all of it. */
  show(sections: readonly WindowSection[], isWhole?: boolean): void;
  /** Brings the rest. */
  showAll(): void;
}

/**
 * Bounds a table: before the first `show` it stays as it is, whole or with its first rows and a line below them. Below it stands how many rows are
 * there and a button that brings the others; a page that folds the table itself has that fold (`details`) for it. Printing, the browser's own
 * search (Ctrl-F) and a link to a row that is not there, also the one the page was opened by, bring them by themselves. `one` is what a row is
 * called: `model`.
 */
export function tableWindow(
  table: HTMLTableElement,
  one: string,
  fold: HTMLDetailsElement | null | undefined = null,
): TableWindow {
  const { line, note, button } = lineBelow(table);
  let sections: readonly WindowSection[] = [];
  let shownRows = Infinity;
  let frame = 0;
  function place(): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
    (table.closest(".sheet") ?? table).after(line);
  }
  const total = () => sections.reduce((sum, { rows }) => sum + rows.length, 0);
  function grow(count: number): void {
    cancelAnimationFrame(frame);
    fill(table, sections, shownRows, count);
    shownRows = count;
    say();
  }
  function say(): void {
    const all = total();
    line.hidden = shownRows >= all;
    if (line.hidden) table.removeAttribute("aria-rowcount");
    else table.setAttribute("aria-rowcount", String(all + 1));
    note.textContent = line.hidden ? "" : `Showing ${formatCount(shownRows)} of ${formatPlural(all, one)}.`;
    button.textContent = `Show all ${formatCount(all)}`;
  }
  /** Twice as many each frame: the page answers all the while, and lays out each row no more than twice. */
  function showMore(): void {
    grow(Math.min(shownRows * 2, total()));
    if (shownRows < total()) frame = requestAnimationFrame(showMore);
  }
  const showAll = () => {
    if (shownRows < total()) grow(total());
  };
  button.addEventListener("click", () => {
    const next = sections.flatMap(({ rows }) => rows)[shownRows];
    showMore();
    next?.().querySelector("a")?.focus({ preventScroll: true });
  });
  fold?.addEventListener("toggle", () => fold.open && showAll());
  const followLink = bringBy(showAll);
  return {
    show: (next, isWhole = false) => {
      const isFirst = shownRows === Infinity;
      if (!line.isConnected && !fold) place();
      sections = next;
      shownRows = 0;
      grow(isWhole || fold?.open === true ? total() : Math.min(FIRST_ROWS, total()));
      if (isFirst) followLink();
    },
    showAll,
  };
}

/** Brings all rows where paper, the browser's own search or a link asks for them; returns what follows the link of the address. */
function bringBy(showAll: () => void): () => void {
  const followLink = () => {
    const id = location.hash.slice(1);
    if (id === "" || document.getElementById(id) !== null) return;
    showAll();
    document.getElementById(id)?.scrollIntoView();
  };
  addEventListener("beforeprint", showAll);
  addEventListener("keydown", ({ key, ctrlKey, metaKey }) => {
    if (key === "f" && (ctrlKey || metaKey)) showAll();
  });
  addEventListener("hashchange", followLink);
  return followLink;
}

/** Whether a page has the first rows of a table alone. */
export const isFolded = (table: HTMLTableElement): boolean => lineBelow(table).line.isConnected;

/** The line below a table: the page's own, or a new one that stands nowhere yet. */
function lineBelow(table: HTMLTableElement): {
  readonly line: HTMLElement;
  readonly note: HTMLElement;
  readonly button: HTMLElement;
} {
  const line = (table.closest(".sheet") ?? table).nextElementSibling;
  const [note, button] = [line?.querySelector("output"), line?.querySelector("button")];
  if (line instanceof HTMLElement && line.matches(".more-rows") && note && button) return { line, note, button };
  const made = { note: createElement("output"), button: createElement("button", { type: "button" }) };
  return { ...made, line: createElement("p", { class: "more-rows muted" }, made.note, " ", made.button) };
}

/**
 * Puts the rows from one place to another into their bodies, and out of the page the bodies that have none. From 0 on they are filled anew. A body
 * that stands where it should is not moved: the reader's place may be in it.
 */
function fill(table: HTMLTableElement, sections: readonly WindowSection[], from: number, to: number): void {
  let first = 0;
  for (const { body, heads, rows } of sections) {
    const [begin, end] = [Math.max(0, from - first), to - first];
    const next = rows.slice(begin, Math.max(begin, end)).map((row) => row());
    if (begin === 0) body.replaceChildren(...(next.length === 0 ? [] : heads), ...next);
    else body.append(...next);
    first += rows.length;
  }
  const wanted = sections.flatMap(({ body }) => (body.rows.length === 0 && sections.length > 1 ? [] : [body]));
  for (const body of [...table.tBodies]) if (body.id !== "nothing" && !wanted.includes(body)) body.remove();
  let next: Element | null = table.querySelector("#nothing");
  for (const body of wanted.toReversed()) {
    if (body.parentNode !== table || body.nextElementSibling !== next) table.insertBefore(body, next);
    next = body;
  }
}
