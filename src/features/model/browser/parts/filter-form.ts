import { createElement } from "../../../../site/browser/create-element.ts";
import { REGION_NAMES } from "../../../../site/platform/region-words.ts";
import { SELLER_KINDS } from "../../offers/filter-words.ts";
import type { OfferWords } from "../../offers-state.ts";

/** The filters of a model's offers: only what there is to choose. */
export function filterForm({ kinds, regions, quantizations }: OfferWords): HTMLFormElement {
  const selects = [
    { name: "kind", label: "Sold by", words: kinds },
    { name: "region", label: "Region", words: regions },
    { name: "quantization", label: "Quantization", words: quantizations },
  ].filter(({ words }) => words.length > 0);
  const fields = selects.map(({ name, label, words }) =>
    createElement(
      "label",
      {},
      label,
      createElement(
        "select",
        { class: "field", name },
        createElement("option", { value: "" }, "any"),
        ...words.map((word) =>
          createElement("option", { value: word }, SELLER_KINDS[word] ?? REGION_NAMES[word]?.replace(/^the /, "") ?? word),
        ),
      ),
    ),
  );
  return createElement(
    "form",
    { class: "panel", "aria-label": "Filter offers" },
    createElement(
      "fieldset",
      {},
      ...fields,
      createElement(
        "label",
        { class: "tick" },
        createElement("input", { type: "checkbox", name: "first-hand", value: "yes" }),
        " the platforms’ own prices only",
      ),
    ),
    createElement("output"),
  );
}
