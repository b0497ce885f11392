import { createElement } from "../../site/browser/create-element.ts";
import { painted } from "../../site/browser/paint/painted.ts";
import { formatCount, formatPlural } from "../../site/format.ts";
import css from "../../site/styles/more-rows.css?inline";
import { FIRST_ROWS } from "../first-rows.ts";
import { rowsInSight } from "./rows-in-sight.ts";

/** Rows under one title: each is made, or brought up to date, when it comes into the page. */
export interface WindowSection {
  /** Puts the first of them into its body; absent = all that was there is replaced. */
  readonly put?: (body: HTMLTableSectionElement, rows: readonly HTMLTableRowElement[]) => void;
  readonly body: HTMLTableSectionElement;
  /** What is above its rows whenever one of them does. */
  readonly heads: readonly HTMLTableRowElement[];
  readonly rows: readonly (() => HTMLTableRowElement)[];
}

/**
 * - `first`: the first rows
 * - `sight`: the first rows, those on the screen a frame before the others
 * - `again`: as `sight`, but all rows where all are in the page already
 * - `all`: all rows
 */
type Extent = "first" | "sight" | "again" | "all";

/** A long table whose first rows are in the page, and the rest once somebody asks for it. */
export interface TableWindow {
  /** Shows what is found now, whatever was asked for before. `again` is for the same rows with other figures. */
  show(sections: readonly WindowSection[], extent?: Extent): void;
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
  const below = lineBelow(table);
  let sections: readonly WindowSection[] = [];
  let shownRows = Infinity;
  let frame = 0;
  /** Counts what was shown: what is to follow in the next frame must not follow something else. */
  let turn = 0;
  const total = () => sections.reduce((sum, { rows }) => sum + rows.length, 0);
  function bring(count: number): void {
    cancelAnimationFrame(frame);
    turn += 1;
    fill(table, sections, shownRows, count);
    shownRows = count;
  }
  function grow(count: number): void {
    bring(count);
    say();
  }
  const say = () => sayShown(table, below, { shownRows, all: total(), one });
  /** Those visible first: the page stays as long as it is scrolled. */
  function growTo(most: number): void {
    bring(Math.min(most, rowsInSight(table)));
    const mine = turn;
    if (shownRows === most) say();
    else void painted().then(() => turn === mine && (most > FIRST_ROWS ? showMore() : grow(most)));
  }
  /** Twice as many each frame: the page answers all the while, and lays out each row no more than twice. */
  function showMore(): void {
    grow(Math.min(shownRows * 2, total()));
    if (shownRows < total()) frame = requestAnimationFrame(showMore);
  }
  const showAll = () => {
    if (shownRows < total()) grow(total());
  };
  below.button.addEventListener("click", () => {
    const next = sections.flatMap(({ rows }) => rows)[shownRows];
    showMore();
    next?.().querySelector("a")?.focus({ preventScroll: true });
  });
  fold?.addEventListener("toggle", () => fold.open && showAll());
  const followLink = bringBy(showAll);
  return {
    show: (next, extent = "first") => {
      const isFirst = shownRows === Infinity;
      const isWhole = extent === "all" || fold?.open === true || (extent === "again" && !isFirst && shownRows >= total());
      if (!below.line.isConnected && !fold) placeBelow(table, below);
      sections = next;
      shownRows = 0;
      const most = isWhole ? total() : Math.min(FIRST_ROWS, total());
      if ((extent === "sight" || extent === "again") && !isFirst) growTo(most);
      else grow(most);
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

interface LineBelow {
  readonly line: HTMLElement;
  readonly note: HTMLElement;
  readonly button: HTMLElement;
}

/** The line below a table: the page's own, or a new one that stands nowhere yet. */
function lineBelow(table: HTMLTableElement): LineBelow {
  const line = (table.closest(".sheet") ?? table).nextElementSibling;
  const [note, button] = [line?.querySelector("output"), line?.querySelector("button")];
  if (line instanceof HTMLElement && line.matches(".more-rows") && note && button) return { line, note, button };
  const elements = { note: createElement("output"), button: createElement("button", { type: "button" }) };
  return { ...elements, line: createElement("p", { class: "more-rows muted" }, elements.note, " ", elements.button) };
}

function placeBelow(table: HTMLTableElement, { line }: LineBelow): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  (table.closest(".sheet") ?? table).after(line);
}

/** Says how many rows of all are shown, where that is not all of them. */
function sayShown(
  table: HTMLTableElement,
  { line, note, button }: LineBelow,
  { shownRows, all, one }: { readonly shownRows: number; readonly all: number; readonly one: string },
): void {
  line.hidden = shownRows >= all;
  if (line.hidden) table.removeAttribute("aria-rowcount");
  else table.setAttribute("aria-rowcount", String(all + 1));
  note.textContent = line.hidden ? "" : `Showing ${formatCount(shownRows)} of ${formatPlural(all, one)}.`;
  button.textContent = `Show all ${formatCount(all)}`;
}

const replaceRows = (body: HTMLTableSectionElement, rows: readonly HTMLTableRowElement[]): void => body.replaceChildren(...rows);

/**
 * Puts the rows from one place to another into their bodies, and out of the page the bodies that have none. From 0 on they are filled again. A body
 * that stands where it should is not moved: the reader's place may be in it.
 */
function fill(table: HTMLTableElement, sections: readonly WindowSection[], from: number, to: number): void {
  let first = 0;
  for (const { body, heads, rows, put = replaceRows } of sections) {
    const [begin, end] = [Math.max(0, from - first), to - first];
    const next = rows.slice(begin, Math.max(begin, end)).map((row) => row());
    if (begin === 0) put(body, next.length === 0 ? [] : [...heads, ...next]);
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
