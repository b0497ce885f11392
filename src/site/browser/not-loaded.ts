import { createElement } from "./create-element.ts";

/** Says in the place of what was to come that it did not: `notLoaded("The map")` → `The map did not load. Please reload the page.` */
export const notLoaded = (partName: string): HTMLElement =>
  createElement("span", { class: "over", role: "status" }, `${partName} did not load. Please reload the page.`);

/** Says behind a button that what it asks for did not load; once, however often it is pressed. */
export function sayNotLoaded(button: Element, what = "That"): void {
  if (button.nextElementSibling?.matches(".over[role=status]") !== true) button.after(" ", notLoaded(what));
}
