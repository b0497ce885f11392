import { make } from "../../../../site/browser/make.ts";
import type { OfferWords } from "../../offers-state.ts";

/** The filters of a model's offers: only what there is to choose. */
export function filterForm({ kinds, regions, quantizations }: OfferWords): HTMLFormElement {
  const selects = [
    { name: "kind", label: "Sold by", words: kinds },
    { name: "region", label: "Region", words: regions },
    { name: "quantization", label: "Quantization", words: quantizations },
  ].filter(({ words }) => words.length > 0);
  const fields = selects.map(({ name, label, words }) =>
    make(
      "label",
      {},
      label,
      make(
        "select",
        { class: "field", name },
        make("option", { value: "" }, "any"),
        ...words.map((word) => make("option", { value: word }, KIND_LABELS[word] ?? word)),
      ),
    ),
  );
  return make(
    "form",
    { class: "panel", "aria-label": "Filter offers" },
    make(
      "fieldset",
      {},
      ...fields,
      make(
        "label",
        { class: "tick" },
        make("input", { type: "checkbox", name: "first-hand", value: "yes" }),
        " first-hand prices only",
      ),
    ),
    make("output"),
  );
}

const KIND_LABELS: Readonly<Record<string, string>> = {
  direct: "the maker",
  cloud: "clouds",
  router: "routers",
  host: "hosts",
  reseller: "resellers",
  byok: "own keys",
};
