import type { AccessJson, SellerDialect } from "../../../../data/json/seller-json.ts";
import { takesRequest } from "../../../../domain/request/takes-request.ts";
import type { AssessedOffer } from "../../../../domain/source/assessed-offer.ts";
import { createElement } from "../../../../site/browser/create-element.ts";
import { loadJson, loadOnce } from "../../../../site/browser/load-json.ts";
import * as paths from "../../../../site/paths.ts";
import { sellerText } from "../../../../site/words/seller-label.ts";
import { offerAnchor } from "../../../../table/offer-cells.ts";
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
    const word = takesOrders(offer, data.sellersJson.platforms) ? "Use" : "Report";
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

/**
 * Whether a request is shown that buys an offer. A price in doubt or known from one catalogue only is nothing to act on. One that is old is said to
 * be, and its request lands where it did.
 */
export function takesOrders(
  { evidence, doubts, platform, tier, model }: AssessedOffer,
  platforms: Readonly<Record<string, SellerDialect>>,
): boolean {
  const dialect = platforms[platform]?.dialect;
  const isRelied = evidence !== "reported" && doubts.length === 0;
  return isRelied && dialect !== undefined && takesRequest({ tier, model }, { dialect });
}

/** Where platforms take requests. */
const loadAccess = loadOnce(() => loadJson<AccessJson>(paths.access()));

/**
 * Shows the panel of one row below it, and takes away the one that was shown; null = none. What is in a panel comes when one is first asked for; where
 * that does not load, `onMissing` is called.
 */
export function panelShower(
  table: HTMLTableElement,
  data: OfferData,
  onMissing: () => void,
): (row: OfferTableRow | null) => void {
  let wanted: OfferTableRow | null = null;
  const openPanel = () => table.querySelector<HTMLTableRowElement>("tr.request");
  async function bring(): Promise<void> {
    const [{ panelOf }, access] = await Promise.all([import("./row-panel.ts"), loadAccess("")]);
    if (wanted === null || openPanel() !== null) return;
    const { offer, element } = wanted;
    const isSold = takesOrders(offer, data.sellersJson.platforms);
    element.after(panelOf(wanted, isSold ? (access[offer.platform] ?? null) : null));
  }
  return (row) => {
    if (row === null && wanted === null) return;
    wanted = row;
    for (const button of table.querySelectorAll(".use")) {
      button.ariaExpanded = String(row?.element.contains(button) === true);
    }
    const open = openPanel();
    const isSame = row !== null && open?.dataset["of"] === offerAnchor(row.offer);
    if (isSame) row.element.after(open);
    else open?.remove();
    if (row !== null && !isSame) bring().catch(onMissing);
  };
}
