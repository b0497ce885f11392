import { drawTable } from "../../../../table/browser/draw-table.ts";
import type { ComparisonSection, ComparisonView } from "../../comparison-view.ts";

/** Draws comparisons with the markup of a pair's page: answer, notes, tables. */
export function drawComparisons(place: HTMLElement, views: readonly ComparisonView[]): void {
  place.replaceChildren(...views.flatMap(viewParts));
}

function viewParts({ title, answer, notes, sections }: ComparisonView): readonly HTMLElement[] {
  const heading = text("h2", title);
  heading.className = "text-xl";
  const sentence = text("p", answer);
  sentence.className = "answer text-ink";
  const list = document.createElement("ul");
  list.append(...notes.map((note) => text("li", note)));
  return [heading, sentence, ...(notes.length === 0 ? [] : [list]), ...sections.flatMap(sectionParts)];
}

function sectionParts({ title, text: line, table: view }: ComparisonSection): readonly HTMLElement[] {
  const sheet = document.createElement("section");
  sheet.className = "sheet";
  sheet.tabIndex = 0;
  sheet.ariaLabel = view.label;
  const table = document.createElement("table");
  table.className = "data-table";
  drawTable(table, view);
  sheet.append(table);
  const meaning = text("p", line);
  meaning.className = "muted mb-3";
  return [text("h3", title), meaning, sheet];
}

function text<Name extends keyof HTMLElementTagNameMap>(name: Name, words: string): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = words;
  return element;
}
