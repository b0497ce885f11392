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
    createElement("fieldset", {}, createElement("legend", {}, "Your own workload"), ...fields),
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
  { name: "in", label: "Input tokens a request" },
  { name: "out", label: "Output tokens a request" },
  { name: "cached", label: "Cached input, %" },
  { name: "written", label: "Cache writes, % of input" },
  {
    name: "keep",
    label: "Cache TTL",
    options: [
      ["5m", "5 minutes"],
      ["1h", "1 hour"],
    ],
  },
  { name: "batch", label: "Via Batch API, % of requests" },
  { name: "peak", label: "In peak hours, %", placeholder: "spread evenly" },
  { name: "top-up", label: "Top-up, $" },
  {
    name: "pay",
    label: "Payment",
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
