import type { Problems } from "../../../../site/address/field.ts";
import { keepColumnWidths } from "../../../../site/browser/column-widths.ts";
import { drawPhrases } from "../../../../site/browser/draw-phrases.ts";
import { whileIdle } from "../../../../site/browser/paint/while-idle.ts";
import { requireElement } from "../../../../site/browser/require-element.ts";
import { answerOf, lowerText, plainText } from "../../../../site/words/answer.ts";
import { monthCaption, monthMeaning } from "../../../../site/words/month-meaning.ts";
import { regretText } from "../../../../site/words/regret-text.ts";
import { sortHeader } from "../../../../table/browser/sort-header.ts";
import { offerAnchor } from "../../../../table/offer-cells.ts";
import { OFFER_COLUMNS, type OfferSort } from "../../offer-columns.ts";
import { orderedOffers, passesFilters } from "../../offer-order.ts";
import { filterWords } from "../../offers/filter-words.ts";
import { arrangedOffers, offersByTier } from "../../offers/offer-arrangement.ts";
import type { ModelOfferLine } from "../../offers/offer-line.ts";
import { directionOf, hasOwnNumbers, type OffersState, type OffersUrl } from "../../offers-state.ts";
import { memoizedRankings, type OfferData, offerLines, type RankedSheet } from "./offer-data.ts";
import type { FormListeners, FormState } from "./offer-forms.ts";
import { chunkShower, drawnChunks, keepLiveCells, type OfferTableRow, rowFinder } from "./offer-rows.ts";
import { onceForEach } from "./once-for-each.ts";
import { addRowButtons, panelShower } from "./row-buttons.ts";
import { switchShower } from "./switches.ts";

/** What the button of each column on the page sorts by; null = it has none, as the dollars, whose order is the percents'. */
const SORTS: readonly (OfferSort | null)[] = OFFER_COLUMNS.filter((column) => !("only" in column) || column.only === "page").map(
  (column) => ("sort" in column ? column.id : null),
);

/** What a model's page shows of a state. */
export interface OffersView {
  /** `query` holds what was typed where there are problems. */
  draw(state: OffersState, problems: Problems, query: URLSearchParams): void;
  /** What is on screen. */
  shown(): readonly ModelOfferLine[];
}

/** Who hears of what a reader does. */
export interface OffersListeners extends FormListeners {
  /** Of a column’s button. */
  readonly onSort: (column: OfferSort) => void;
  /** Of the offer whose request is asked for, by its anchor. */
  readonly onUse: (anchor: string) => void;
  /** Of code that did not load. */
  readonly onMissing: () => void;
}

/** Takes the table of offers over from the page. */
export function offersView(data: OfferData, url: OffersUrl, listeners: OffersListeners): OffersView {
  const table = requireElement(document, "#offers", HTMLTableElement);
  keepColumnWidths(table);
  import("../../../../table/browser/close-hints.ts").catch(() => undefined);
  const header = sortHeader(table, SORTS, listeners.onSort);
  const rowsIn = rowFinder(table);
  const rankingFor = memoizedRankings(data);
  const rankedFor = ({ workload, terms, view }: OffersState) =>
    rankingFor({ workload, terms }, filtersOf(view), (offer) => passesFilters(offer, view, data.sellers));
  const usualOf = onceForEach((ranking: RankedSheet) => {
    const rows = rowsIn(offerLines(ranking.rows, data));
    return { rows, drawn: drawnChunks(arrangedOffers(rows)) };
  });
  const first = usualOf(rankedFor(url.defaults)).rows;
  addRowButtons(table, first, data, listeners.onUse);
  keepLiveCells(first);
  const showSwitches = switchShower(data, url.defaults);
  for (const live of document.querySelectorAll(".answer, #regret")) live.ariaLive = "polite";
  const showChunks = chunkShower(table);
  const showPanel = panelShower(table, data, listeners.onMissing);
  const showForms = formShower(data, url, listeners);
  const drawChips = chipDrawer();
  // The other workloads are a press away.
  whileIdle(
    (function* () {
      for (const { id } of data.sellersJson.presets) {
        const { state } = url.read(new URLSearchParams({ workload: id }));
        yield rankedFor(state);
        yield usualOf(rankedFor(state));
      }
    })(),
  );
  let shown = first;
  return {
    shown: () => shown,
    draw: (state, problems, query) => {
      const { view } = state;
      const ranking = rankedFor(state);
      const usual = usualOf(ranking);
      // What is ranked has passed the filters.
      const [isFlat, { rows }] = [view.sort !== "main", usual];
      const wanted = isFlat ? orderedOffers(rows, view, data.sellers) : rows;
      const inUse = rowInUse(state, wanted, ranking);
      showChunks(isFlat ? drawnChunks(offersByTier(wanted)) : usual.drawn, isFlat, inUse);
      header.mark(view.sort === "main" ? null : view.sort, directionOf(view));
      showPanel(inUse);
      drawWords(state, ranking, data);
      showSwitches(state);
      drawChips(state);
      showForms({ state, problems, query, found: wanted.length });
      shown = wanted;
    },
  };
}

/** Shows the forms below the chips. They come when one of them is first asked for. */
function formShower(
  data: OfferData,
  url: OffersUrl,
  listeners: Pick<OffersListeners, "onNumbers" | "onFilters" | "onMissing">,
): (next: FormState) => void {
  let isAsked = false;
  let show: ((next: FormState) => void) | null = null;
  let wanted: FormState | null = null;
  async function bring(): Promise<void> {
    const { offerForms } = await import("./offer-forms.ts");
    show = offerForms(data, url, listeners);
    if (wanted !== null) show(wanted);
  }
  return (next) => {
    wanted = next;
    if (show !== null) return show(next);
    if (isAsked || next.state.view.show === "") return;
    isAsked = true;
    bring().catch(listeners.onMissing);
  };
}

/** What the filters of a view say: the offers they leave are ranked among themselves, and the headline is theirs. */
const filtersOf = ({ kinds, regions, quantizations, firstHand }: OffersState["view"]): string =>
  JSON.stringify([kinds, regions, quantizations, firstHand]);

/** The answer, what a blend would cost, and what the month means. */
function drawWords(state: OffersState, ranking: RankedSheet, { offers }: OfferData): void {
  const { preset, workload, terms, view } = state;
  const name = hasOwnNumbers(state) ? "your own workload" : preset.name;
  const filters = filterWords(view);
  const answer = ranking.rows.length === 0 ? [{ text: "No offer passes these filters." }] : answerOf(ranking, name, filters);
  const paragraph = requireElement(document, ".answer", HTMLElement);
  if (paragraph.textContent !== plainText(answer)) drawPhrases(paragraph, answer);
  say("#lower", `${lowerText(ranking)}${view.regions.length === 0 ? "" : NO_REGION}`.trim());
  say("#regret", regretText(ranking.regret, offers));
  const month = monthMeaning(workload, { ...terms, topUpCents: Math.round(terms.topUpUsd * 100) });
  say("#lower+p span", month);
  say("#offers caption", monthCaption(month));
}

/** What says the same already is not laid out again, nor read aloud. */
function say(place: string, words: string): void {
  const element = requireElement(document, place, HTMLElement);
  if (element.textContent !== words) element.textContent = words;
}

/** Whoever chose a region does not see these. */
const NO_REGION = " Sellers that name no region are left out.";

/** Says at each chip whether it is what is shown. What the chips lead to is read once. */
function chipDrawer(): (state: OffersState) => void {
  const chips = [...document.querySelectorAll<HTMLAnchorElement>("#workloads a")].map((link) => {
    const query = new URLSearchParams(link.search);
    return { link, workload: query.get("workload"), panel: query.get("show"), isUnconfirmed: query.has("unconfirmed") };
  });
  return (state) => {
    const isOwnWorkload = hasOwnNumbers(state);
    for (const { link, workload, panel, isUnconfirmed } of chips) {
      const isIncluded = isUnconfirmed && state.terms.unconfirmed === "yes";
      const isCurrent = isIncluded || (workload === state.preset.id ? !isOwnWorkload : panel === "numbers" && isOwnWorkload);
      link.ariaCurrent = isCurrent ? "true" : null;
      if (panel !== null) link.ariaExpanded = String(panel === state.view.show);
    }
  };
}

/** The row whose panel is open, where it is in sight. */
function rowInUse({ view }: OffersState, rows: readonly OfferTableRow[], { cheapest }: RankedSheet): OfferTableRow | null {
  if (view.use === "") return null;
  const anchor = view.use === "cheapest" && cheapest !== null ? offerAnchor(cheapest.offer) : view.use;
  return rows.find(({ offer }) => offerAnchor(offer) === anchor) ?? null;
}
