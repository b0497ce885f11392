import { compareText } from "../../../../domain/money/compare-text.ts";
import type { Sellers } from "../../../../domain/offer/seller.ts";
import { CLOUDS } from "../../../../domain/platform/clouds.ts";
import { haystackOf, holdsWord, wordsOf } from "../../../../domain/text/word-search.ts";
import { createElement } from "../../../../site/browser/create-element.ts";
import { requireElement } from "../../../../site/browser/require-element.ts";
import { PAID_AT_FIELD } from "../../calculator-fields.ts";

/** A box for every platform, those of most readers first: OpenRouter and the clouds, then the makers, then the rest by name; the same to say where a bill is paid. */
export function fillPicker(form: HTMLFormElement, names: ReadonlyMap<string, string>, sellers: Sellers): void {
  const place = (id: string) => (id === "openrouter" || CLOUDS.has(id) ? 0 : sellers.get(id)?.kind === "direct" ? 1 : 2);
  const paidAt = requireElement(form, `select[name="${PAID_AT_FIELD.name}"]`, HTMLSelectElement);
  const byPlace = [...names].toSorted(([a, aName], [b, bName]) => place(a) - place(b) || compareText(aName, bName));
  const chosen = paidAt.value;
  paidAt.replaceChildren(...byPlace.map(([id, name]) => new Option(name, id)));
  paidAt.value = names.has(chosen) ? chosen : (byPlace[0]?.[0] ?? "");
  requireElement(form, "#picker fieldset", HTMLFieldSetElement).append(
    ...byPlace.map(([id, name]) => createElement("label", {}, createElement("input", { type: "checkbox", value: id }), name)),
  );
}

/** The ids that are ticked; none = all. */
export const pickedPlatforms = (form: HTMLFormElement): readonly string[] =>
  boxesOf(form).flatMap(({ value, checked }) => (checked ? [value] : []));

/** Ticks these and no others. */
export function pickPlatforms(form: HTMLFormElement, ids: readonly string[]): void {
  for (const box of boxesOf(form)) box.checked = ids.includes(box.value);
  if (ids.length > 0) requireElement(form, "#picker", HTMLDetailsElement).open = true;
  sayPicked(form);
}

/** What is ticked, in words that stand when the list is closed. */
export function sayPicked(form: HTMLFormElement): void {
  const names = boxesOf(form).flatMap(({ checked, labels }) => (checked ? [labels?.[0]?.textContent ?? ""] : []));
  requireElement(form, "#picker summary span", HTMLElement).textContent = names.length === 0 ? "all" : names.join(", ");
}

/** Shows the platforms whose name holds the words, and those that are ticked. */
export function searchPicker(form: HTMLFormElement, text: string): void {
  const words = wordsOf(text);
  for (const box of boxesOf(form)) {
    const label = box.closest("label");
    const haystack = haystackOf([label?.textContent ?? "", box.value]);
    if (label !== null) label.hidden = !box.checked && !words.every((word) => holdsWord(haystack, word));
  }
}

const boxesOf = (form: HTMLFormElement): readonly HTMLInputElement[] => [
  ...form.querySelectorAll<HTMLInputElement>("#picker input[type=checkbox]"),
];
