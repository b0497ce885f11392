import { priceRangeProblem } from "../../../../domain/money/price-range.ts";
import { createElement } from "../../../../site/browser/create-element.ts";

/** Says below a price's field why what is there asks for nothing, and takes it back once it does. */
export function showPriceProblem(field: HTMLInputElement): void {
  const id = `problem-${field.name}`;
  document.getElementById(id)?.remove();
  const problem = priceRangeProblem(field.value);
  if (problem === null) {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
    return;
  }
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", id);
  field.after(createElement("span", { id, class: "over", role: "status" }, problem));
}

/** The names of the fields that take such expressions. */
export const isPriceField = (target: HTMLInputElement): boolean => target.name === "max-input" || target.name === "max-month";
