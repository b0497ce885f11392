import { byLabel } from "../../../../site/address/option.ts";

/** Gives the selects of these names their options by name: makers and platforms are hundreds, which no page carries for who filters nothing. */
export function addChoices(
  form: HTMLFormElement,
  ids: Readonly<Record<string, readonly string[]>>,
  names: Readonly<Record<string, Readonly<Record<string, string>>>>,
): void {
  for (const [name, values] of Object.entries(ids)) {
    const select = form.elements.namedItem(name);
    if (!(select instanceof HTMLSelectElement)) continue;
    const options = values.map((value) => ({ value, label: names[name]?.[value] ?? value })).sort(byLabel);
    // An option that a link brought with it has the bare id for a name.
    select.replaceChildren(...[...select.options].slice(0, 1), ...options.map(({ value, label }) => new Option(label, value)));
  }
}
