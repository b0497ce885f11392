/** The rows a reader adds to the form and takes away: models, own prices, discounts. */

export type Control = HTMLInputElement | HTMLSelectElement;

export const isControl = (element: unknown): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
