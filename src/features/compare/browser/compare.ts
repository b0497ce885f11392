import { requireElement } from "../../../site/browser/require-element.ts";
import { chosenView } from "../compare-chosen.ts";
import { type CompareState, FEWEST_COMPARED, MOST_COMPARED, readCompare, writeCompare } from "../compare-state.ts";
import { comparedData } from "./parts/compared-data.ts";
import { drawComparisons } from "./parts/draw-comparison.ts";

/** Compares what a reader chooses. The state is the URL; data comes a platform at a time; everything is put together here. */

const section = requireElement(document, "#compare", HTMLElement);
const message = requireElement(section, "#compare-message", HTMLElement);
const compared = requireElement(document, "#compared", HTMLElement);
const data = comparedData(section.dataset["platforms"] ?? "", section.dataset["models"] ?? "");
const KINDS = [
  { kind: "platforms", select: chooser("platform"), chips: requireElement(section, "[data-chosen=platform]", HTMLElement) },
  { kind: "models", select: chooser("model"), chips: requireElement(section, "[data-chosen=model]", HTMLElement) },
] as const;

const box = requireElement(section, "[name=unconfirmed]", HTMLInputElement);
let state = readCompare(location.search);
let latest = 0;

type Kind = (typeof KINDS)[number]["kind"];

for (const { kind, select } of KINDS) {
  select.addEventListener("input", () => take(kind, select));
}
box.addEventListener("input", () => go({ ...state, unconfirmed: box.checked }));
addEventListener("popstate", () => void show(readCompare(location.search)));
void show(state);

function take(kind: Kind, select: HTMLSelectElement): void {
  const id = select.value;
  select.selectedIndex = 0;
  if (id === "" || state[kind].includes(id)) return;
  if (state[kind].length < MOST_COMPARED) go({ ...state, [kind]: [...state[kind], id] });
  else say(`Six is the most that fits side by side: take one ${kind === "models" ? "model" : "platform"} away first.`);
}

function go(next: CompareState): void {
  history.pushState(null, "", writeCompare(next) || location.pathname);
  void show(next);
}

/** Shows a state; an answer that comes late gives way to the next. */
async function show(next: CompareState): Promise<void> {
  state = next;
  box.checked = next.unconfirmed;
  latest += 1;
  const mine = latest;
  for (const { kind, select, chips } of KINDS)
    chips.replaceChildren(...state[kind].map((id) => chip(kind, id, nameIn(select, id))));
  const wanted = [...state.platforms, ...state.models].length;
  if (wanted === 0) return draw("", []);
  const loaded = await data.load(state).catch(() => null);
  if (mine !== latest) return;
  if (loaded === null) return draw("The data did not load. Please reload the page.", []);
  const { views, unknown } = chosenView(state, loaded, section.dataset["month"] ?? "");
  draw([...unknown.map((id) => `${id}: nothing we know of, left out.`), ...tooFew(next)].join(" "), views);
}

function draw(text: string, views: Parameters<typeof drawComparisons>[1]): void {
  say(text);
  drawComparisons(compared, views);
}

function say(text: string): void {
  message.textContent = text;
}

/** One alone is compared with nothing. */
function tooFew({ platforms, models }: CompareState): readonly string[] {
  return [
    ...(platforms.length > 0 && platforms.length < FEWEST_COMPARED ? ["Add a second platform."] : []),
    ...(models.length > 0 && models.length < FEWEST_COMPARED ? ["Add a second model."] : []),
  ];
}

function chip(kind: Kind, id: string, name: string): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = `${name} ×`;
  button.ariaLabel = `Take ${name} away`;
  button.addEventListener("click", () => {
    go({ ...state, [kind]: state[kind].filter((each) => each !== id) });
    KINDS.find((each) => each.kind === kind)?.select.focus();
  });
  return button;
}

function chooser(name: string): HTMLSelectElement {
  return requireElement(section, `[data-add=${name}]`, HTMLSelectElement);
}

function nameIn(select: HTMLSelectElement, id: string): string {
  return [...select.options].find(({ value }) => value === id)?.text ?? id;
}
