import type { Offer } from "../../../../domain/offer/offer.ts";
import { curlText } from "../../../../domain/request/curl.ts";
import { useOffer as requestFor } from "../../../../domain/request/use-offer.ts";
import type { AssessedOffer } from "../../../../domain/source/assessed-offer.ts";
import { copyText } from "../../../../site/browser/copy-text.ts";
import { createElement } from "../../../../site/browser/create-element.ts";
import { sellerText } from "../../../../site/words/seller-label.ts";
import { offerAnchor } from "../../../../table/offer-cells.ts";
import type { OfferData } from "./offer-data.ts";
import type { OfferTableRow } from "./offer-rows.ts";

/** Gives every row whose platform's address is known a button; `onPick` gets the row's fragment. */
export function addUseButtons(rows: readonly OfferTableRow[], data: OfferData, onPick: (anchor: string) => void): void {
  for (const { offer, element } of rows) {
    if (!isUsable(offer) || commandFor(offer, data) === null) continue;
    const label = `Use ${sellerText(offer, data.names)}`;
    const button = createElement(
      "button",
      { type: "button", class: "use", "aria-label": label, "aria-expanded": "false" },
      "Use",
    );
    button.addEventListener("click", () => onPick(offerAnchor(offer)));
    element.cells[0]?.append(button);
  }
}

/** A price that is old, in doubt or known from one catalogue only is nothing to act on. */
const isUsable = ({ evidence, age, doubts }: AssessedOffer): boolean =>
  evidence !== "reported" && age !== "expired" && doubts.length === 0;

/** Shows the request of one row below it, and takes away the one that was shown; null = none. */
export function showRequest(table: HTMLTableElement, row: OfferTableRow | null, data: OfferData): void {
  const command = row === null ? null : commandFor(row.offer, data);
  const open = table.querySelector("tr.request");
  for (const button of table.querySelectorAll(".use")) {
    button.setAttribute("aria-expanded", String(command !== null && row?.element.contains(button) === true));
  }
  if (row === null || command === null) {
    open?.remove();
    return;
  }
  const isSame = open?.querySelector("code")?.textContent === command;
  if (!isSame) open?.remove();
  row.element.after(
    isSame && open !== null && open !== undefined ? open : requestRow(row.offer, command, row.element.cells.length, data),
  );
}

function commandFor(offer: Offer, { platforms }: OfferData): string | null {
  const { api, keyEnv } = platforms[offer.platform] ?? {};
  const request = api === undefined ? null : requestFor(offer, api);
  return api === undefined || request === null ? null : curlText(request, api, keyEnv ?? null);
}

function requestRow(offer: Offer, command: string, columns: number, { names }: OfferData): HTMLTableRowElement {
  const copy = createElement("button", { type: "button" }, "Copy");
  const status = createElement("output");
  copy.addEventListener("click", () => {
    void copyText(command, "Copied.", "select the text.").then((text) => {
      status.textContent = text;
    });
  });
  const blanks = [...new Set(command.match(/\{\w+\}(?=[^\n]*'[ \\]*$)/gm) ?? [])];
  const fill = blanks.length === 0 ? "" : ` Fill in ${blanks.join(" and ")}.`;
  const says = `This request lands on ${sellerText(offer, names)} and nowhere else; the key is your own.${fill}`;
  const box = createElement(
    "div",
    {},
    createElement("p", {}, says),
    createElement("pre", { tabindex: "0" }, createElement("code", {}, command)),
    copy,
    " ",
    status,
  );
  return createElement("tr", { class: "request" }, createElement("td", { colspan: String(columns) }, box));
}
