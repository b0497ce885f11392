import { type Problems, shownText } from "../../../site/address/field.ts";
import { comboBox } from "../../../site/browser/combo-box.ts";
import { createElement } from "../../../site/browser/create-element.ts";
import { fillForm } from "../../../site/browser/form-state.ts";
import { requireElement } from "../../../site/browser/require-element.ts";
import { showProblems } from "../../../site/browser/show-problems.ts";
import { urlHistory } from "../../../site/browser/url-history.ts";
import { listenToShare } from "../../../table/browser/share.ts";
import { chosenView, type LoadedComparison } from "../compare-chosen.ts";
import { type CompareState, compareUrl } from "../compare-state.ts";
import { beyondSix, type ComparedIds, FEWEST_COMPARED, MOST_COMPARED } from "../compared.ts";
import type { ComparisonSection, ComparisonView } from "../comparison-view.ts";
import { choiceFinder, fetchingAhead } from "./parts/choices.ts";
import { type ComparedData, comparedData } from "./parts/compared-data.ts";
import { comparisonDrawer } from "./parts/draw-comparison.ts";

/** Compares what a reader chooses. The state is the URL; data comes a platform or a model at a time; everything is put together here. */

const form = requireElement(document, "#compare", HTMLFormElement);
const message = requireElement(form, "#compare-message", HTMLElement);
const compared = requireElement(document, "#compared", HTMLElement);
const share = requireElement(document, "#share", HTMLElement);
const USUAL = ["#usual-answer", "#usual"].map((selector) => requireElement(document, selector, HTMLElement));
const CHOSEN = ["#to-pairs", "#share"].map((selector) => requireElement(document, selector, HTMLElement));
const KINDS = [
  { kind: "platforms", one: "platform" },
  { kind: "models", one: "model" },
] as const satisfies readonly { readonly kind: keyof ComparedIds; readonly one: string }[];
type Kind = (typeof KINDS)[number]["kind"];
/** What is shared where nothing is compared. */
const NO_TABLE = { label: "", caption: "", columns: [], groups: [] };

function run(data: ComparedData): void {
  const url = compareUrl(data.presets);
  const bar = urlHistory();
  let { state } = url.read(new URLSearchParams(location.search));
  let latest = 0;
  let first: ComparisonSection | null = null;
  const drawComparisons = comparisonDrawer(compared);
  const choices = { platforms: data.platformChoices, models: data.modelChoices };

  /** Shows a state; an answer that comes late gives way to the next. */
  async function show(next: CompareState, problems: Problems = new Map(), beyond: readonly string[] = []): Promise<void> {
    state = next;
    latest += 1;
    const mine = latest;
    showChips(state, choices, takeAway);
    showProblems(form, problems);
    if (showsUsual(state)) return draw("", []);
    const loaded = await data.load(state).catch(() => null);
    if (mine !== latest) return;
    if (loaded === null) return draw("The data did not load. Please reload the page.", []);
    const { views, unknown } = chosenView(state, loaded);
    draw([...leftOut(unknown, beyond), ...tooFew(loaded)].join(" "), views);
  }
  function draw(text: string, views: readonly ComparisonView[]): void {
    message.textContent = text;
    first = views[0]?.sections[0] ?? null;
    drawComparisons(views);
  }
  function go(next: CompareState): void {
    bar.go(url.write(next));
    void show(next);
  }
  function takeAway(kind: Kind, id: string): void {
    go({ ...state, [kind]: state[kind].filter((each) => each !== id) });
    fieldOf(kind).focus();
  }
  function add(kind: Kind, one: string, id: string): void {
    if (state[kind].length < MOST_COMPARED) go({ ...state, [kind]: [...state[kind], id] });
    else message.textContent = `Six is the most that fits side by side: take one ${one} away first.`;
  }

  function take(isPreset: boolean): void {
    const read = url.read(queryOf(isPreset ? null : url.write(state), state));
    bar.follow(url.write(read.state));
    if (isPreset) fillFields(url.texts(read.state));
    void show(read.state, read.problems);
  }
  function openAddress(): void {
    const read = url.read(new URLSearchParams(location.search));
    fillFields(url.texts(read.state));
    void show(read.state, read.problems, beyondSix(new URLSearchParams(location.search)));
  }

  for (const { kind, one } of KINDS) {
    const find = choiceFinder(choices[kind], (id) => state[kind].includes(id));
    comboBox(fieldOf(kind), { find: fetchingAhead(find, (id) => data.fetchAhead(kind, id)), choose: (id) => add(kind, one, id) });
  }
  listenToNumbers(take);
  addEventListener("popstate", openAddress);
  listenToShare(share, { settle: bar.settle, view: () => first?.table ?? NO_TABLE, csvName: "token-parity-comparison.csv" });
  if (location.search !== "") openAddress();
  else void show(state); // The fields stand as they were built.
}

type Choices = Readonly<Record<Kind, ComparedData["modelChoices"]>>;

/** A chip for everything that is compared, which takes it away. */
function showChips(state: ComparedIds, choices: Choices, takeAway: (kind: Kind, id: string) => void): void {
  for (const { kind, one } of KINDS) {
    const nameOf = (id: string) => choices[kind].find((each) => each.id === id)?.name ?? id;
    chipsOf(one).replaceChildren(...state[kind].map((id) => chip(nameOf(id), () => takeAway(kind, id))));
  }
}

const fillFields = (texts: ReadonlyMap<string, string>): void =>
  fillForm(form, new Map([...texts].map(([name, text]) => [name, shownText(text)] as const)));

/** Shows what is there for who has chosen nothing yet, or what for who has; returns which. */
function showsUsual({ platforms, models }: ComparedIds): boolean {
  const isEmpty = platforms.length + models.length === 0;
  for (const part of USUAL) part.hidden = !isEmpty;
  for (const part of CHOSEN) part.hidden = isEmpty;
  return isEmpty;
}

/** Everything of the form but the fields that add a platform or a model; `take` gets whether another workload was chosen. */
function listenToNumbers(take: (isPreset: boolean) => void): void {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement && target.role === "combobox") return;
    take(target instanceof HTMLSelectElement && target.name === "workload");
  });
}

function chip(name: string, act: () => void): HTMLElement {
  const button = createElement("button", { type: "button", "aria-label": `Take ${name} away` }, `${name} ×`);
  button.addEventListener("click", act);
  return button;
}

/** What the form says over what the address said, with what was chosen; another workload (null) brings its own numbers. */
function queryOf(search: string | null, { platforms, models }: ComparedIds): URLSearchParams {
  const query = new URLSearchParams(search ?? "");
  for (const [name, value] of new FormData(form)) query.set(name, String(value));
  if (search === null) for (const { name } of form.querySelectorAll<HTMLInputElement>("details input")) query.delete(name);
  query.set("p", platforms.join());
  query.set("m", models.join());
  return query;
}

const fieldOf = (kind: Kind): HTMLInputElement =>
  requireElement(form, `#add-${KINDS.find((each) => each.kind === kind)?.one ?? ""}`, HTMLInputElement);
const chipsOf = (one: string): HTMLElement => requireElement(form, `[data-chosen=${one}]`, HTMLElement);

const leftOut = (unknown: readonly string[], beyond: readonly string[]): readonly string[] => [
  ...unknown.map((id) => `${id}: nothing we know of, left out.`),
  ...(beyond.length === 0 ? [] : [`Six is the most that fits side by side, left out: ${beyond.join(", ")}.`]),
];

/** One alone is compared with nothing, unless it is on the other kind; what nobody knows counts for none. */
function tooFew({ platforms, models }: LoadedComparison): readonly string[] {
  if (platforms.length > 0 && models.length > 0) return [];
  return [
    ...(platforms.length > 0 && platforms.length < FEWEST_COMPARED ? ["Add a second platform, or a model."] : []),
    ...(models.length > 0 && models.length < FEWEST_COMPARED ? ["Add a second model, or a platform."] : []),
  ];
}

const data = await comparedData().catch(() => null);
if (data === null) message.textContent = "The data did not load. Please reload the page.";
else run(data);
