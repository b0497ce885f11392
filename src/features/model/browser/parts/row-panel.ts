import type { SellerAccess } from "../../../../data/json/seller-json.ts";
import { curlText } from "../../../../domain/request/curl.ts";
import { useOffer as requestFor } from "../../../../domain/request/use-offer.ts";
import type { AssessedOffer } from "../../../../domain/source/assessed-offer.ts";
import { sourceLine } from "../../../../site/address/source-line.ts";
import { adoptStyles } from "../../../../site/browser/adopt-styles.ts";
import { copyText } from "../../../../site/browser/copy-text.ts";
import { createElement } from "../../../../site/browser/create-element.ts";
import css from "../../../../site/styles/offers-request.css?inline";
import { evidenceText } from "../../../../site/words/evidence-text.ts";
import { sellerText } from "../../../../site/words/seller-label.ts";
import { offerAnchor } from "../../../../table/offer-cells.ts";
import { wrongPriceForm } from "../../offers/wrong-price-form.ts";
import type { OfferTableRow } from "./offer-rows.ts";

adoptStyles(css);

/** What opens below an offer's row: how its price is known, a form to report it and, where a platform is to be asked, the request that lands on it. */
export function panelOf({ offer, element }: OfferTableRow, access: SellerAccess | null): HTMLTableRowElement {
  const command = commandFor(offer, access);
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
  return createElement("tr", { class: "request", "data-of": offerAnchor(offer) }, cell);
}

function commandFor(offer: AssessedOffer, access: SellerAccess | null): string | null {
  const { api = null, keyEnv = null } = access ?? {};
  const request = requestFor(offer, api);
  return request === null || api === null ? null : curlText(request, api, keyEnv);
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
