import type { Problems } from "../../../../site/address/field.ts";
import { keepColumnWidths } from "../../../../site/browser/column-widths.ts";
import { createElement } from "../../../../site/browser/create-element.ts";
import { drawPhrases } from "../../../../site/browser/draw-phrases.ts";
import { fillForm } from "../../../../site/browser/form-state.ts";
import { showProblems } from "../../../../site/browser/problem-notes.ts";
import { requireElement } from "../../../../site/browser/require-element.ts";
import { whileIdle } from "../../../../site/browser/while-idle.ts";
import { formatCount, formatPlural } from "../../../../site/format.ts";
import { paths } from "../../../../site/paths.ts";
import { answerOf, lowerText } from "../../../../site/words/answer.ts";
import { monthCaption, workloadInText } from "../../../../site/words/month-meaning.ts";
import { regretText } from "../../../../site/words/regret-text.ts";
import { sortHeader } from "../../../../table/browser/sort-header.ts";
import { offerAnchor } from "../../../../table/offer-cells.ts";
import type { TableView } from "../../../../table/table-view.ts";
import { OFFER_COLUMNS, type OfferSort } from "../../offer-columns.ts";
import { offerWords, orderedOffers, passesFilters } from "../../offer-order.ts";
import { offerTable } from "../../offer-table.ts";
import { filterWords } from "../../offers/filter-words.ts";
import { arrangedOffers } from "../../offers/offer-arrangement.ts";
import { directionOf, hasOwnNumbers, type OffersState, type OffersUrl } from "../../offers-state.ts";
import { filterForm } from "./filter-form.ts";
import { numberForm } from "./number-form.ts";
import { memoizedRankings, type OfferData, offerLines, type RankedSheet } from "./offer-data.ts";
import { chunkShower, keepLiveCells, type OfferTableRow, rowFinder } from "./offer-rows.ts";
import { addRowButtons, showPanelOf } from "./row-panel.ts";
import { switchShower } from "./switches.ts";

/** What the button of each column on the page sorts by; null = it has none, as the dollars, whose order is the percents'. */
const SORTS: readonly (OfferSort | null)[] = OFFER_COLUMNS.filter((column) => !("only" in column) || column.only === "page").map(
  (column) => ("sort" in column ? column.id : null),
);

/** What a model's page shows of a state, and the two panels below its chips. */
export interface OffersView {
  readonly numbers: HTMLFormElement;
  readonly filters: HTMLFormElement;
  /** `given` holds what was typed where there are problems. */
  draw(state: OffersState, problems: Problems, query: URLSearchParams): void;
  /** What is on screen, as a file has it. */
  table(): TableView;
}

/**
 * Takes the table of offers over from the page. `onSort` gets a column’s button, `onUse` the offer whose request is asked for, by its
 * anchor.
 */
export function offersView(
  data: OfferData,
  url: OffersUrl,
  onSort: (column: OfferSort) => void,
  onUse: (anchor: string) => void,
): OffersView {
  const table = requireElement(document, "#offers", HTMLTableElement);
  const [numbers, filters] = [numberForm(), filterForm(offerWords(data.offers, data.sellers))];
  keepColumnWidths(table);
  const header = sortHeader(table, SORTS, onSort);
  const rowsIn = rowFinder(table);
  const rankingFor = memoizedRankings(data);
  const rankedFor = ({ workload, terms, view }: OffersState) =>
    rankingFor({ workload, terms }, filtersOf(view), (offer) => passesFilters(offer, view, data.sellers));
  const rowsOf = ({ rows }: RankedSheet) => rowsIn(offerLines(rows, data));
  const first = rowsOf(rankedFor(url.defaults));
  addRowButtons(table, first, data, onUse);
  keepLiveCells(first);
  const showSwitches = switchShower(data, url.defaults);
  for (const live of document.querySelectorAll(".answer, #regret")) live.setAttribute("aria-live", "polite");
  const showChunks = chunkShower(table);
  // The other workloads are a press away.
  whileIdle(
    (function* () {
      for (const { id } of data.sellersJson.presets) yield rankedFor(url.read(new URLSearchParams({ workload: id })).state);
    })(),
  );
  let shown = first;
  return {
    numbers,
    filters,
    table: () => offerTable(shown, ""),
    draw: (state, problems, query) => {
      const { view } = state;
      const ranking = rankedFor(state);
      const rows = rowsOf(ranking);
      const wanted = orderedOffers(rows, view, data.sellers);
      const [isFlat, inUse] = [view.sort !== "main", rowInUse(state, wanted, ranking)];
      showChunks(arrangedOffers(wanted, isFlat), isFlat, inUse);
      header.mark(view.sort === "main" ? null : view.sort, directionOf(view));
      showPanelOf(table, inUse, data);
      drawWords(table, state, ranking, data);
      showSwitches(state);
      drawChips(state);
      showPanel(numbers, view.show === "numbers");
      showPanel(filters, view.show === "filters");
      fillNumbers(numbers, url, state, problems, query);
      drawCalculatorLink(numbers, url.writeNumbers(state, data.modelId));
      fillForm(filters, filterTexts(state));
      requireElement(filters, "output", HTMLOutputElement).textContent =
        `${formatCount(wanted.length)} of ${formatPlural(data.offers.length, "offer")}`;
      shown = wanted;
    },
  };
}

/** What the filters of a view say: the offers they leave are ranked among themselves, and the headline is theirs. */
const filtersOf = ({ kinds, regions, quantizations, firstHand }: OffersState["view"]): string =>
  JSON.stringify([kinds, regions, quantizations, firstHand]);

/** The answer, what a blend would cost, and what the month means. */
function drawWords(table: HTMLTableElement, state: OffersState, ranking: RankedSheet, { offers }: OfferData): void {
  const name = `${hasOwnNumbers(state) ? "your own workload" : workloadInText(state.preset.name)}${filterWords(state.view)}`;
  const answer = ranking.rows.length === 0 ? [{ text: "No offer passes these filters." }] : answerOf(ranking, name);
  drawPhrases(requireElement(document, ".answer", HTMLElement), answer);
  requireElement(document, "#lower", HTMLElement).textContent = lowerText(ranking);
  requireElement(document, "#regret", HTMLElement).textContent = regretText(ranking.regret, offers);
  const topUpCents = Math.round(state.terms.topUpUsd * 100);
  requireElement(table, "caption", HTMLElement).textContent = monthCaption(state.workload, {
    topUpCents,
    method: state.terms.method,
  });
}

function drawChips(state: OffersState): void {
  const isOwnWorkload = hasOwnNumbers(state);
  for (const link of document.querySelectorAll<HTMLAnchorElement>("#workloads a")) {
    const linkQuery = new URLSearchParams(link.search);
    const panel = linkQuery.get("show");
    const isIncluded = linkQuery.has("unconfirmed") && state.terms.unconfirmed === "yes";
    const isCurrent =
      isIncluded || (linkQuery.get("workload") === state.preset.id ? !isOwnWorkload : panel === "numbers" && isOwnWorkload);
    if (isCurrent) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
    if (panel !== null) link.setAttribute("aria-expanded", String(panel === state.view.show));
  }
}

/** A panel is below the chips while it is open. */
function showPanel(panel: HTMLFormElement, isOpen: boolean): void {
  if (isOpen && !panel.isConnected) requireElement(document, "#workloads", HTMLElement).after(panel);
  else if (!isOpen) panel.remove();
}

/** Fields with a problem keep what was typed. */
function fillNumbers(
  form: HTMLFormElement,
  url: OffersUrl,
  state: OffersState,
  problems: Problems,
  query: URLSearchParams,
): void {
  const typed = [...problems.keys()].map((name) => [name, query.get(name) ?? ""] as const);
  fillForm(form, new Map([...url.numberTexts(state), ...typed]));
  showProblems(form, problems);
}

const filterTexts = ({ view }: OffersState): ReadonlyMap<string, string> =>
  new Map([
    ["kind", view.kinds.join(",")],
    ["region", view.regions.join(",")],
    ["quantization", view.quantizations.join(",")],
    ["first-hand", view.firstHand ? "yes" : ""],
  ]);

/** There is a link to the calculator when the site has one: then its head leads there. */
function drawCalculatorLink(form: HTMLFormElement, search: string): void {
  const address = paths.calculator();
  if (document.querySelector(`header a[href="${address}"]`) === null) return;
  const link = createElement("a", { href: `${address}${search}` }, "Open these numbers in the calculator");
  requireElement(form, ".more", HTMLParagraphElement).replaceChildren(link, ": several models, budgets, break-even points.");
}

/** The row whose panel is open, where it is visible. */
function rowInUse({ view }: OffersState, rows: readonly OfferTableRow[], { cheapest }: RankedSheet): OfferTableRow | null {
  const anchor = view.use === "cheapest" && cheapest !== null ? offerAnchor(cheapest.offer) : view.use;
  return rows.find(({ offer }) => offerAnchor(offer) === anchor) ?? null;
}
