import { createElement } from "../../../../site/browser/create-element.ts";
import { type DrawnPart, drawnInTurn } from "../../../../site/browser/paint/draw-in-turn.ts";
import { drawTable } from "../../../../table/browser/draw-table.ts";
import type { ComparisonSection, ComparisonView } from "../../comparison-view.ts";

/** The elements of a section, the same as long as the comparison has one of its id: a reader's place in its table stays. */
interface SectionElements {
  readonly heading: HTMLHeadingElement;
  readonly text: HTMLParagraphElement;
  readonly frame: HTMLDivElement;
  readonly table: HTMLTableElement;
}

/**
 * Draws comparisons with the markup of a pair's page: answer, the table that says it in short, notes, the other tables. What is in sight comes
 * first; a table that is new, or out of sight, after the answer is painted.
 */
export function comparisonDrawer(place: HTMLElement): (views: readonly ComparisonView[]) => void {
  const draw = drawnInTurn();
  let drawn = new Map<string, SectionElements>();
  return (views) => {
    const before = drawn;
    drawn = new Map();
    const nodes: HTMLElement[] = [];
    const parts: DrawnPart[] = [];
    for (const [at, { title, answer, notes, sections }] of views.entries()) {
      nodes.push(createElement("h2", {}, title), createElement("p", { class: "answer" }, answer));
      for (const [index, section] of sections.entries()) {
        const key = `${at}/${section.id}`;
        const elements = before.get(key) ?? newElements(section.id);
        drawn.set(key, elements);
        nodes.push(...shownOf(section, elements), ...(index === 0 ? noteList(notes) : []));
        parts.push({ place: elements.frame, draw: () => drawSection(section, elements) });
      }
    }
    draw([{ place, draw: () => putInOrder(place, nodes) }, ...parts]);
  };
}

function newElements(id: string): SectionElements {
  const table = createElement("table", { class: "data-table", id: `${id}-table` });
  return {
    table,
    heading: createElement("h3"),
    text: createElement("p", { class: "muted" }),
    frame: createElement("div", { class: "sheet", role: "group", tabindex: "0" }, table),
  };
}

function shownOf({ title, text }: ComparisonSection, elements: SectionElements): readonly HTMLElement[] {
  return [...(title === "" ? [] : [elements.heading]), ...(text === "" ? [] : [elements.text]), elements.frame];
}

const noteList = (notes: readonly string[]): readonly HTMLElement[] =>
  notes.length === 0 ? [] : [createElement("ul", { class: "muted" }, ...notes.map((note) => createElement("li", {}, note)))];

function drawSection(
  { title, text, table: view }: ComparisonSection,
  { heading, text: line, frame, table }: SectionElements,
): void {
  heading.textContent = title;
  line.textContent = text;
  frame.setAttribute("aria-label", view.label);
  drawTable(table, view);
}

/** Makes these the children of an element; those that stand where they should are not moved. */
function putInOrder(place: HTMLElement, nodes: readonly HTMLElement[]): void {
  const wanted: ReadonlySet<Node> = new Set(nodes);
  for (const child of [...place.childNodes]) if (!wanted.has(child)) child.remove();
  let next = place.firstChild;
  for (const node of nodes) {
    if (node === next) next = node.nextSibling;
    else place.insertBefore(node, next);
  }
}
