import { type TypedQuery, textsToMend } from "../../../../site/address/field.ts";
import { adoptStyles } from "../../../../site/browser/adopt-styles.ts";
import { createElement } from "../../../../site/browser/create-element.ts";
import { fillForm } from "../../../../site/browser/form-state.ts";
import { requireElement } from "../../../../site/browser/require-element.ts";
import { showProblems } from "../../../../site/browser/show-problems.ts";
import { formatCount, formatPlural } from "../../../../site/format.ts";
import * as paths from "../../../../site/paths.ts";
import css from "../../../../site/styles/offers-forms.css?inline";
import { offerWords } from "../../offer-order.ts";
import type { OffersState, OffersUrl } from "../../offers-state.ts";
import { filterForm } from "./filter-form.ts";
import { numberForm } from "./number-form.ts";
import type { OfferData } from "./offer-data.ts";

adoptStyles(css);

/** What the forms below the chips show. */
export interface FormState extends TypedQuery {
  readonly state: OffersState;
  /** So many offers pass the filters. */
  readonly found: number;
}

/** Who hears what is typed and chosen in them. */
export interface FormListeners {
  readonly onNumbers: (form: HTMLFormElement) => void;
  readonly onFilters: (form: HTMLFormElement) => void;
}

/** The forms of a model's page, for the reader's own numbers and for filters: each is below the chips while it is open. */
export function offerForms(data: OfferData, url: OffersUrl, { onNumbers, onFilters }: FormListeners): (shown: FormState) => void {
  const [numbers, filters] = [numberForm(), filterForm(offerWords(data.offers, data.sellers))];
  for (const form of [numbers, filters]) form.addEventListener("submit", (event) => event.preventDefault());
  numbers.addEventListener("input", () => onNumbers(numbers));
  filters.addEventListener("input", () => onFilters(filters));
  return ({ state, found, ...typed }) => {
    showForm(numbers, state.view.show === "numbers");
    showForm(filters, state.view.show === "filters");
    fillNumbers(numbers, url.numberTexts(state), typed);
    drawCalculatorLink(numbers, url.writeNumbers(state, data.modelId));
    fillForm(filters, filterTexts(state));
    requireElement(filters, "output", HTMLOutputElement).textContent =
      `${formatCount(found)} of ${formatPlural(data.offers.length, "offer")}`;
  };
}

/** A form is below the chips while it is open. */
function showForm(form: HTMLFormElement, isOpen: boolean): void {
  if (isOpen && !form.isConnected) requireElement(document, "#workloads", HTMLElement).after(form);
  else if (!isOpen) form.remove();
}

/** Fields with a problem keep what was typed. */
function fillNumbers(form: HTMLFormElement, texts: ReadonlyMap<string, string>, typed: TypedQuery): void {
  fillForm(form, new Map([...texts, ...textsToMend(typed)]));
  showProblems(form, typed.problems);
}

const filterTexts = ({ view }: OffersState): ReadonlyMap<string, string> =>
  new Map([
    ["kind", view.kinds.join(",")],
    ["region", view.regions.join(",")],
    ["quantization", view.quantizations.join(",")],
    ["first-hand", view.firstHand ? "yes" : ""],
  ]);

/** There is a link to the calculator when the site has one: then its head leads there. */
function drawCalculatorLink(form: HTMLFormElement, search: string): void {
  const address = paths.calculator();
  if (document.querySelector(`header a[href="${address}"]`) === null) return;
  const link = createElement("a", { href: `${address}${search}` }, "Open these numbers in the calculator");
  requireElement(form, ".more", HTMLParagraphElement).replaceChildren(link, ": several models, budgets, break-even points.");
}
