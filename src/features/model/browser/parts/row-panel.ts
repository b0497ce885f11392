import { curlText } from "../../../../domain/request/curl.ts";
import { useOffer as requestFor } from "../../../../domain/request/use-offer.ts";
import type { AssessedOffer } from "../../../../domain/source/assessed-offer.ts";
import { sourceLine } from "../../../../site/address/source-line.ts";
import { copyText } from "../../../../site/browser/copy-text.ts";
import { createElement } from "../../../../site/browser/create-element.ts";
import { evidenceText } from "../../../../site/words/evidence-text.ts";
import { sellerText } from "../../../../site/words/seller-label.ts";
import { offerAnchor } from "../../../../table/offer-cells.ts";
import { wrongPriceForm } from "../../offers/wrong-price-form.ts";
import type { OfferData } from "./offer-data.ts";
import type { OfferTableRow } from "./offer-rows.ts";

/**
 * Gives every row a button that opens what is below it: how its price is known, the request that lands on it, and a form to report the price.
 * Where nothing hovers the whole row is the button. `onPick` gets the row's fragment.
 */
export function addRowButtons(
  table: HTMLTableElement,
  rows: readonly OfferTableRow[],
  data: OfferData,
  onPick: (anchor: string) => void,
): void {
  for (const { offer, element } of rows) {
    const word = isUsable(offer) && commandFor(offer, data) !== null ? "Use" : "Report";
    const label = `${word} ${sellerText(offer)}`;
    const button = createElement("button", { type: "button", class: "use", "aria-label": label, "aria-expanded": "false" }, word);
    button.addEventListener("click", () => onPick(offerAnchor(offer)));
    element.cells[0]?.append(button);
  }
  if (matchMedia("(hover: hover)").matches) return;
  table.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || target.closest("a, button, input, label, summary, .request") !== null) return;
    const row = target.closest("tr");
    if (row?.id) onPick(row.id);
  });
}

/** Shows the panel of one row below it, and takes away the one that was shown; null = none. */
export function showPanelOf(table: HTMLTableElement, row: OfferTableRow | null, data: OfferData): void {
  const open = table.querySelector<HTMLTableRowElement>("tr.request");
  const anchor = row === null ? "" : offerAnchor(row.offer);
  for (const button of table.querySelectorAll(".use")) {
    button.setAttribute("aria-expanded", String(row?.element.contains(button) === true));
  }
  const isSame = open?.dataset["of"] === anchor;
  if (!isSame) open?.remove();
  row?.element.after(isSame && open !== null ? open : panelOf(row, anchor, data));
}

/** A price that is old, in doubt or known from one catalogue only is nothing to act on. */
const isUsable = ({ evidence, age, doubts }: AssessedOffer): boolean =>
  evidence !== "reported" && age !== "expired" && doubts.length === 0;

function commandFor(offer: AssessedOffer, { sellersJson: { platforms } }: OfferData): string | null {
  const { api, keyEnv } = platforms[offer.platform] ?? {};
  const request = api === undefined ? null : requestFor(offer, api);
  return api === undefined || request === null ? null : curlText(request, api, keyEnv ?? null);
}

function panelOf({ offer, element }: OfferTableRow, anchor: string, data: OfferData): HTMLTableRowElement {
  const command = commandFor(offer, data);
  const known = createElement(
    "p",
    {},
    `${sellerText(offer)}: ${evidenceText(offer)}. `,
    createElement("a", { href: sourceLine(offer.restsOn, offer), rel: "noopener" }, "Where it was read"),
    " · ",
    createElement("a", { href: wrongPriceForm(offer), rel: "noopener" }, "Report a wrong price"),
  );
  const box = createElement("div", {}, known, ...(command === null ? [] : requestParts(offer, command)));
  const cell = createElement("td", { colspan: String(element.cells.length) }, box);
  return createElement("tr", { class: "request", "data-of": anchor }, cell);
}

function requestParts(offer: AssessedOffer, command: string): readonly (Node | string)[] {
  const copy = createElement("button", { type: "button" }, "Copy");
  const status = createElement("output");
  copy.addEventListener("click", () => {
    void copyText(command, "Copied.", "select the text.").then((text) => {
      status.textContent = text;
    });
  });
  const blanks = [...new Set(command.match(/\{\w+\}(?=[^\n]*'[ \\]*$)/gm) ?? [])];
  const fill = blanks.length === 0 ? "" : ` Fill in ${blanks.join(" and ")}.`;
  const says = `This request lands on ${sellerText(offer)} and nowhere else; the key is your own.${fill}`;
  return [
    createElement("p", {}, says),
    createElement("pre", { tabindex: "0" }, createElement("code", {}, command)),
    copy,
    " ",
    status,
  ];
}
