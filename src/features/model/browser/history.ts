import { readSellersJson, type SellersJson } from "../../../data/json/seller-json.ts";
import { createElement } from "../../../site/browser/create-element.ts";
import { loadJson } from "../../../site/browser/load-json.ts";
import { requireElement } from "../../../site/browser/require-element.ts";
import { paths } from "../../../site/paths.ts";
import css from "../../../site/styles/price-chart.css?inline";
import type { HistoryJson } from "../past/history-rows.ts";

/** Puts a chart to hover, zoom and compare in the place of the drawn one, once somebody asks for it. */

const box = requireElement(document, "#price-chart", HTMLElement);
const button = requireElement(box, "button", HTMLButtonElement);

button.addEventListener("click", () => void open(), { once: true });

async function open(): Promise<void> {
  button.disabled = true;
  const modelId = requireElement(document, "code.id", HTMLElement).textContent?.trim() ?? "";
  const loaded = await Promise.all([
    import("../islands/price-chart.tsx"),
    loadJson<HistoryJson>(paths.api.history(modelId)),
    loadJson<SellersJson>(paths.sellers()),
  ]).catch(() => null);
  if (loaded === null) {
    button.replaceWith(
      createElement("span", { class: "over", role: "status" }, "The chart did not load. Please reload the page."),
    );
    return;
  }
  const [{ mountPriceChart }, history, sellers] = loaded;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  const place = createElement("div", { class: "price-chart" });
  box.replaceChildren(place);
  mountPriceChart(place, {
    history,
    names: readSellersJson(sellers).names,
    first: (box.dataset["offers"] ?? "").split(" "),
    asOf: box.dataset["to"] ?? "",
  });
}
