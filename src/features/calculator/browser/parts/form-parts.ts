import { lineName } from "../../../../site/address/purchase-fields.ts";
import type { Control } from "../../../../site/browser/control.ts";
import { requireElement } from "../../../../site/browser/require-element.ts";

/** The lines of a month in the form, a model each. */
export const lineSets = (form: HTMLFormElement): readonly HTMLFieldSetElement[] => [
  ...form.querySelectorAll<HTMLFieldSetElement>(".line"),
];

/** Entries of a kind: `entrySets(form, "prices")`. */
export const entrySets = (form: HTMLFormElement, list: "prices" | "discounts"): readonly HTMLFieldSetElement[] => [
  ...form.querySelectorAll<HTMLFieldSetElement>(`#${list} .entry`),
];

/** A row's controls by the name that the first row's have. */
export function controlsOf(set: HTMLElement): ReadonlyMap<string, Control> {
  const controls = [...set.querySelectorAll<Control>("input, select")];
  return new Map(controls.map((control) => [control.dataset["name"] ?? control.name, control]));
}

/** Makes the form have so many lines; new ones are copies of the last, with what is chosen there. */
export function setLineCount(form: HTMLFormElement, many: number): void {
  const sets = lineSets(form);
  for (const set of sets.slice(many)) set.remove();
  const last = sets[Math.min(sets.length, many) - 1];
  for (let count = sets.length; last !== undefined && count < many; count += 1) {
    requireElement(form, "#lines", HTMLElement).append(last.cloneNode(true));
    for (const [name, control] of controlsOf(last)) copyChoice(control, controlsOf(lineSets(form).at(-1) ?? last).get(name));
  }
  renumber(form);
}

/** A copy of a list of choices has the first again: only what is typed is copied with its element. */
function copyChoice(from: Control, to: Control | undefined): void {
  if (to instanceof HTMLSelectElement) to.value = from.value;
}

/** Gives every line the names of its place; the only line cannot be taken away. */
export function renumber(form: HTMLFormElement): void {
  const sets = lineSets(form);
  for (const [index, set] of sets.entries()) {
    for (const [name, control] of controlsOf(set)) {
      control.dataset["name"] = name;
      control.name = lineName(name, index);
    }
    requireElement(set, "legend", HTMLLegendElement).textContent = `Model ${index + 1}`;
    const remove = requireElement(set, "[data-remove]", HTMLButtonElement);
    remove.hidden = sets.length === 1;
    remove.setAttribute("aria-label", `Remove model ${index + 1}`);
    showCount(set);
  }
}

/** Shows the fields of the way the line counts, and hides those of the other. */
export function showCount(set: HTMLElement): void {
  const by = controlsOf(set).get("by")?.value ?? "";
  for (const field of set.querySelectorAll<HTMLElement>("[data-by]"))
    field.hidden = !(field.dataset["by"] ?? "").split(" ").includes(by);
}

/** A new own price or discount at the end of its list. */
export function addEntry(form: HTMLFormElement, kind: "price" | "discount"): HTMLFieldSetElement {
  const template = requireElement(form, `#${kind}-entry`, HTMLTemplateElement);
  const list = requireElement(form, `#${kind}s`, HTMLElement);
  list.append(template.content.cloneNode(true));
  return requireElement(list, ".entry:last-of-type", HTMLFieldSetElement);
}

/** The lines an own price can be for, by the names of their models. */
export function nameLines(form: HTMLFormElement, modelNames: readonly string[]): void {
  for (const set of entrySets(form, "prices")) {
    const select = controlsOf(set).get("price-line");
    if (!(select instanceof HTMLSelectElement)) continue;
    const chosen = select.value;
    select.replaceChildren(...modelNames.map((name, index) => new Option(name, String(index))));
    select.value = Number(chosen) < modelNames.length ? chosen : "0";
  }
}
