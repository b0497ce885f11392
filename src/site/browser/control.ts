/** The rows a reader adds to the form and takes away: models, own prices, discounts. */

export type Control = HTMLInputElement | HTMLSelectElement;

/** Whether an element is a field or a list of choices. */
export const isControl = (element: unknown): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
