import { createElement } from "../../../../site/browser/create-element.ts";
import { drawTable } from "../../../../table/browser/draw-table.ts";
import type { ComparisonSection, ComparisonView } from "../../comparison-view.ts";

/** Draws comparisons with the markup of a pair's page: answer, the table that says it in short, notes, the other tables. */
export function drawComparisons(place: HTMLElement, views: readonly ComparisonView[]): void {
  place.replaceChildren(...views.flatMap(viewParts));
}

function viewParts({ title, answer, notes, sections }: ComparisonView): readonly HTMLElement[] {
  const [first, ...others] = sections;
  return [
    createElement("h2", { class: "text-xl" }, title),
    createElement("p", { class: "answer text-ink" }, answer),
    ...(first === undefined ? [] : sectionParts(first)),
    ...(notes.length === 0
      ? []
      : [createElement("ul", { class: "muted" }, ...notes.map((note) => createElement("li", {}, note)))]),
    ...others.flatMap(sectionParts),
  ];
}

function sectionParts({ id, title, text, table: view }: ComparisonSection): readonly HTMLElement[] {
  const table = createElement("table", { class: "data-table", id: `${id}-table` });
  drawTable(table, view);
  return [
    ...(title === "" ? [] : [createElement("h3", {}, title)]),
    ...(text === "" ? [] : [createElement("p", { class: "muted mb-3" }, text)]),
    createElement("div", { class: "sheet", role: "group", tabindex: "0", "aria-label": view.label }, table),
  ];
}
