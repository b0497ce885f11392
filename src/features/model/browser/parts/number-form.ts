import { createElement } from "../../../../site/browser/create-element.ts";

/** The form for a reader's own numbers, its names those of the URL. */
export function numberForm(): HTMLFormElement {
  const fields = FIELDS.map(({ name, label, options, placeholder = "" }) => {
    const control =
      options === undefined
        ? createElement("input", {
            class: "field",
            name,
            placeholder,
            inputmode: "decimal",
            autocomplete: "off",
            spellcheck: "false",
          })
        : createElement(
            "select",
            { class: "field", name },
            ...options.map(([value, text]) => createElement("option", { value }, text)),
          );
    return createElement("div", {}, createElement("label", {}, label, control));
  });
  return createElement(
    "form",
    { class: "panel", "aria-label": "Your own numbers" },
    createElement("fieldset", {}, createElement("legend", {}, "A month of your own"), ...fields),
    createElement("p", { class: "more" }),
  );
}

interface Field {
  readonly name: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly options?: readonly (readonly [value: string, text: string])[];
}

const FIELDS: readonly Field[] = [
  { name: "requests", label: "Requests a month" },
  { name: "in", label: "Tokens in a request" },
  { name: "out", label: "Tokens out of it" },
  { name: "cached", label: "Read from cache, %" },
  { name: "written", label: "Written to cache, %" },
  {
    name: "keep",
    label: "Cache kept for",
    options: [
      ["5m", "5 minutes"],
      ["1h", "1 hour"],
    ],
  },
  { name: "batch", label: "Can wait for a batch, %" },
  { name: "peak", label: "At peak hours, %", placeholder: "spread evenly" },
  { name: "top-up", label: "Top-up, $" },
  {
    name: "pay",
    label: "Paid",
    options: [
      ["card", "by card"],
      ["crypto", "in crypto"],
      ["bank", "by bank transfer"],
      ["invoice", "on invoice"],
    ],
  },
  {
    name: "first-top-up",
    label: "First top-up",
    options: [
      ["no", "no"],
      ["yes", "yes, with its bonus"],
    ],
  },
];
