import type { Problems } from "../../../../site/address/field.ts";
import { keepColumnWidths } from "../../../../site/browser/column-widths.ts";
import { createElement } from "../../../../site/browser/create-element.ts";
import { drawPhrases } from "../../../../site/browser/draw-phrases.ts";
import { fillForm } from "../../../../site/browser/form-state.ts";
import { showProblems } from "../../../../site/browser/problem-notes.ts";
import { requireElement } from "../../../../site/browser/require-element.ts";
import { formatCount, formatPlural } from "../../../../site/format.ts";
import { paths } from "../../../../site/paths.ts";
import { answerOf, lowerText } from "../../../../site/words/answer.ts";
import { monthCaption } from "../../../../site/words/month-meaning.ts";
import { regretText } from "../../../../site/words/regret-text.ts";
import { sortHeader } from "../../../../table/browser/sort-header.ts";
import { offerAnchor } from "../../../../table/offer-cells.ts";
import { OFFER_COLUMNS, type OfferSort } from "../../offer-columns.ts";
import { offerWords, orderedOffers } from "../../offer-order.ts";
import { directionOf, isOwn, type OffersState, type OffersUrl } from "../../offers-state.ts";
import { filterForm } from "./filter-form.ts";
import { numberForm } from "./number-form.ts";
import { type OfferData, offerLines, type Ranking, rankingOf } from "./offer-data.ts";
import { keepLiveCells, type OfferTableRow, offerRows, showLiveCells, showOrder } from "./offer-rows.ts";
import { switchShower } from "./switches.ts";
import { addUseButtons, showRequest } from "./use-offer.ts";

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
}

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
  const rowsOf = ({ rows }: Ranking) => offerRows(offerLines(rows, data));
  const first = rowsOf(rankingOf(data, url.defaults.workload, url.defaults.terms));
  addUseButtons(first, data, onUse);
  keepLiveCells(first);
  const showSwitches = switchShower(data);
  for (const live of document.querySelectorAll(".answer, #regret")) live.setAttribute("aria-live", "polite");
  return {
    numbers,
    filters,
    draw: (state, problems, query) => {
      const ranking = rankingOf(data, state.workload, state.terms);
      const rows = rowsOf(ranking);
      const wanted = orderedOffers(rows, state.view, data.sellers);
      showLiveCells(rows);
      showOrder(table, wanted);
      header.mark(state.view.sort, directionOf(state.view));
      showRequest(table, rowInUse(state, rows, ranking), data);
      drawWords(table, state, ranking, data);
      showSwitches(state);
      drawChips(state);
      showPanel(numbers, state.view.show === "numbers");
      showPanel(filters, state.view.show === "filters");
      fillNumbers(numbers, url, state, problems, query);
      drawCalculatorLink(numbers, url.writeNumbers(state, data.modelId));
      fillForm(filters, filterTexts(state));
      requireElement(filters, "output", HTMLOutputElement).textContent =
        `${formatCount(wanted.length)} of ${formatPlural(rows.length, "offer")}`;
    },
  };
}

/** The answer, what a blend would cost, and what the month means. */
function drawWords(table: HTMLTableElement, state: OffersState, ranking: Ranking, { names, offers }: OfferData): void {
  const name = isOwn(state) ? "your own workload" : state.preset.name;
  drawPhrases(requireElement(document, ".answer", HTMLElement), answerOf(ranking, name, names));
  requireElement(document, "#lower", HTMLElement).textContent = lowerText(ranking, names);
  requireElement(document, "#regret", HTMLElement).textContent = regretText(ranking.regret, offers, names);
  const topUpCents = Math.round(state.terms.topUpUsd * 100);
  requireElement(table, "caption", HTMLElement).textContent = monthCaption(state.workload, {
    topUpCents,
    method: state.terms.method,
  });
}

function drawChips(state: OffersState): void {
  const isOwnWorkload = isOwn(state);
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

/** A panel stands below the chips while it is open. */
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

function rowInUse({ view }: OffersState, rows: readonly OfferTableRow[], { cheapest }: Ranking): OfferTableRow | null {
  const anchor = view.use === "cheapest" && cheapest !== null ? offerAnchor(cheapest.offer) : view.use;
  return rows.find(({ offer, element }) => offerAnchor(offer) === anchor && !element.hidden) ?? null;
}
