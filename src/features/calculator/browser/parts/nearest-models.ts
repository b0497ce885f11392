import { createElement } from "../../../../site/browser/create-element.ts";
import type { KnownIds } from "../../calculator-known.ts";
import type { CalculatorState } from "../../calculator-state.ts";
import { controlsOf, lineSets } from "./form-parts.ts";

/** Below each model that nobody knows, the nearest ones as buttons; elsewhere none. */
export function showNearest(form: HTMLFormElement, { lines }: CalculatorState, { models, nearest }: KnownIds): void {
  for (const [index, set] of lineSets(form).entries()) {
    set.querySelector(".nearest")?.remove();
    const text = lines[index]?.model ?? "";
    const found = models.has(text) ? [] : nearest(text);
    if (found.length === 0) continue;
    const buttons = found.map(({ id, name }) => createElement("button", { type: "button", "data-model": id }, name));
    modelControl(set)
      ?.closest("div")
      ?.append(createElement("p", { class: "chips nearest" }, ...buttons));
  }
}

/** Writes the model of a pressed button into its line. */
export function takeNearest(button: HTMLElement, model: string): void {
  const set = button.closest<HTMLFieldSetElement>(".line");
  const control = set === null ? undefined : modelControl(set);
  if (control === undefined) return;
  control.value = model;
  control.focus();
}

const modelControl = (set: HTMLFieldSetElement) => controlsOf(set).get("model");
