import { shownText, type TypedQuery, textsToMend } from "../../../../site/address/field.ts";
import { createElement } from "../../../../site/browser/create-element.ts";
import { controlText, fillForm, isTypedIn } from "../../../../site/browser/form-state.ts";
import { requireElement } from "../../../../site/browser/require-element.ts";
import { showProblems } from "../../../../site/browser/show-problems.ts";
import { type BestState, bestTexts, isCustomBar } from "../../best-state.ts";
import type { BestView } from "../../best-view.ts";
import { markText } from "../../words/best-marks.ts";
import { sliderStep, worseAnswerAt, worseAnswerText } from "../../worse-answer.ts";

/** The controls of BestForm.astro. */
const LISTS = ["maker", "platform"] as const;
type List = (typeof LISTS)[number];
const KEYS = { maker: "makers", platform: "platforms" } as const;

/** What the form says, as the query it would be in. */
export function bestQuery(form: HTMLFormElement, state: BestState): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, text] of new FormData(form)) query.set(name, String(text));
  query.set("needs", controlText(form, "needs"));
  if (query.get("bar") === "own") query.set("bar", ownBar(form).value);
  query.set("worse-answer", bestTexts({ ...state, worseAnswerUsd: slid(form, state) }).get("worse-answer") ?? "");
  for (const list of LISTS) query.set(list, state[KEYS[list]].join(","));
  return query;
}

/** Makes the form say a state; fields with a problem keep what was typed. The bar is written as a number, and so are those with a name. */
export function showState(
  form: HTMLFormElement,
  state: BestState,
  { bar, marks }: Pick<BestView, "bar" | "marks">,
  typed: TypedQuery,
): void {
  const { query, problems } = typed;
  const texts = [...bestTexts(state)].map(([name, text]) => [name, shownText(text)] as const);
  const bars = requireElement(form, "[name=bar]", HTMLSelectElement);
  for (const mark of marks) bars.querySelector(`[value=${mark.id}]`)?.replaceChildren(markText(mark));
  const isOwn = isCustomBar(state.bar) || (problems.has("bar") && bars.value === "own");
  const field = ownBar(form);
  const barText = problems.has("bar") ? (query.get("bar") ?? "") : isCustomBar(state.bar) ? state.bar : String(Math.round(bar));
  fillForm(form, new Map([...texts, ...textsToMend(typed), ["bar", isOwn ? "own" : state.bar], ["", ""]]));
  if (!isTypedIn(field)) field.value = barText;
  showWorseAnswer(form, state);
  field.closest("div")?.toggleAttribute("hidden", !isOwn);
  showProblems(form, problems);
}

/** What the slider says; where it was not moved, the state's own price, which may lie between two of its steps. */
function slid(form: HTMLFormElement, { worseAnswerUsd }: BestState): number {
  const step = slider(form).valueAsNumber;
  return step === sliderStep(worseAnswerUsd) ? worseAnswerUsd : worseAnswerAt(step);
}

function showWorseAnswer(form: HTMLFormElement, { worseAnswerUsd }: BestState): void {
  const text = worseAnswerText(worseAnswerUsd);
  slider(form).value = String(sliderStep(worseAnswerUsd));
  slider(form).setAttribute("aria-valuetext", text);
  requireElement(form, "#worse-text", HTMLElement).textContent = text;
}

const slider = (form: HTMLFormElement): HTMLInputElement => requireElement(form, "#worse-answer", HTMLInputElement);

/** A new pick of one of the lists; null = nothing new was picked. */
export function stateWithPick(form: HTMLFormElement, state: BestState, target: EventTarget | null): BestState | null {
  if (!(target instanceof HTMLSelectElement)) return null;
  const list = LISTS.find((id) => id === target.id);
  const id = target.value;
  if (list === undefined) return null;
  requireElement(form, `#${list}`, HTMLSelectElement).selectedIndex = 0;
  const key = KEYS[list];
  return state[key].includes(id) || id === "" ? state : { ...state, [key]: [...state[key], id].sort() };
}

/** A chip for every pick, which takes it away. */
export function showPicks(form: HTMLFormElement, state: BestState, go: (state: BestState) => void): void {
  for (const list of LISTS) {
    const select = requireElement(form, `#${list}`, HTMLSelectElement);
    const chips = state[KEYS[list]].map((id) => chip(nameIn(select, id), () => go(without(state, list, id))));
    requireElement(form, `[data-chosen=${list}]`, HTMLElement).replaceChildren(...chips);
  }
}

const without = (state: BestState, list: List, id: string): BestState => ({
  ...state,
  [KEYS[list]]: state[KEYS[list]].filter((each) => each !== id),
});

function chip(name: string, onClick: () => void): HTMLElement {
  const button = createElement("button", { type: "button", "aria-label": `Take ${name} away` }, `${name} ×`);
  button.addEventListener("click", onClick);
  return button;
}

const ownBar = (form: HTMLFormElement): HTMLInputElement => requireElement(form, "#own-bar", HTMLInputElement);

const nameIn = (select: HTMLSelectElement, id: string): string =>
  [...select.options].find(({ value }) => value === id)?.text ?? id;
