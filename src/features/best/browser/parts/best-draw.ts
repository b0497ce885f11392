import type { WorkloadPreset } from "../../../../domain/cost/workload.ts";
import { drawPhrases } from "../../../../site/browser/draw-phrases.ts";
import { drawnInTurn } from "../../../../site/browser/paint/draw-in-turn.ts";
import { requireElement } from "../../../../site/browser/require-element.ts";
import { formatPlural } from "../../../../site/format.ts";
import { monthMeaning } from "../../../../site/words/month-meaning.ts";
import { boundedTable } from "../../../../table/browser/bounded-table.ts";
import { drawTable } from "../../../../table/browser/draw-table.ts";
import type { TableView } from "../../../../table/table-view.ts";
import { type BestState, writeBest, writeBestTerms } from "../../best-state.ts";
import type { BestView } from "../../best-view.ts";
import { FOLDED_ROWS, lowerEndText, rankedText } from "../../words/best-words.ts";
import { drawStrip } from "./draw-strip.ts";

/** Writes rankings into the page that RankingPage.astro made, what is visible first; what the order alone changes is one table. */
export function bestDrawer(preset: WorkloadPreset): (view: BestView, state: BestState) => void {
  const form = requireElement(document, "#best", HTMLFormElement);
  const tableOf = (id: string) => requireElement(document, `#${id}`, HTMLTableElement);
  const [table, buys, atBar] = [tableOf("ranking-table"), tableOf("buys-table"), tableOf("bar-table")];
  const drawAll = boundedTable(table, "model", table.closest(".folded")?.querySelector("details"));
  const drawAtBar = drawerOfNews(atBar);
  const draw = drawnInTurn();
  let drawn: BestView["ranking"] | null = null;
  return (view, state) => {
    const leadAway = () => {
      leadOn("#workloads", writeBestTerms(preset, state));
      leadOn("#needs", writeBest(preset, state));
    };
    const words = () => {
      drawWords(view);
      drawStrip(requireElement(document, "#strip", SVGElement), view.strip);
      write("#month", monthMeaning(state));
      leadAway();
    };
    if (view.ranking === drawn) {
      leadAway();
      draw([{ place: table, draw: () => drawAll(view.all, "sight") }]);
    } else
      draw([
        { place: form, draw: words },
        { place: buys, draw: () => drawTable(buys, view.buys) },
        { place: table, draw: () => drawAll(view.all) },
        { place: atBar, draw: () => drawAtBar(view.atBar) },
      ]);
    drawn = view.ranking;
  };
}

/** Draws a table where it says something else than it did: who reaches a quality is the same whatever a worse answer costs. */
function drawerOfNews(table: HTMLTableElement): (view: TableView) => void {
  let drawn = "";
  return (view) => {
    const next = JSON.stringify(view);
    if (next !== drawn) drawTable(table, view);
    drawn = next;
  };
}

function drawWords(view: BestView): void {
  drawPhrases(requireElement(document, "#answer", HTMLElement), view.answer);
  write("#standing", view.standing);
  write("#meaning", view.words.means);
  write("#axis", view.words.axis);
  for (const place of document.querySelectorAll("[data-worse]")) place.textContent = view.words.worse;
  requireElement(document, "#judged", HTMLElement).hidden = view.isOtherScale;
  write("#gaps-text", view.gaps);
  const { rows } = view.ranking;
  requireElement(document, "#lower-end", HTMLElement).hidden = lowerEndText(rows) === "";
  write("#value", rankedText(rows.length));
  write(".folded summary", formatPlural(rows.length - FOLDED_ROWS, "more model"));
  requireElement(document, ".folded details", HTMLElement).hidden = rows.length <= FOLDED_ROWS;
}

const write = (selector: string, text: string): void => {
  requireElement(document, selector, HTMLElement).textContent = text;
};

/** The other rankings are asked for the same. */
function leadOn(selector: string, search: string): void {
  for (const link of requireElement(document, selector, HTMLElement).querySelectorAll("a")) link.search = search;
}
