import { readSellersJson, type SellersJson } from "../../../data/json/seller-json.ts";
import { spansByOffer } from "../../../domain/history/past/card-span.ts";
import { addDays, daysBetween } from "../../../domain/money/days.ts";
import { createElement } from "../../../site/browser/create-element.ts";
import { createSvg } from "../../../site/browser/create-svg.ts";
import { loadJson } from "../../../site/browser/load-json.ts";
import { notLoaded } from "../../../site/browser/not-loaded.ts";
import { requireElement } from "../../../site/browser/require-element.ts";
import * as paths from "../../../site/paths.ts";
import css from "../../../site/styles/price-chart.css?inline";
import { sellerOfId } from "../../../site/words/seller-label.ts";
import { dayPricesText, moveDays, type NamedFigure } from "../past/day-prices.ts";
import { billedIn, billedSeller, type HistoryFile, linesOfJson } from "../past/history-rows.ts";

/**
 * Tells what a model cost on any day: the one typed, which is in the address (`?on=2026-07-01`), the one under the pointer, or with the arrow
 * keys the days on which a price moved. And puts a chart to zoom and compare in the place of the drawn one, once somebody asks for it.
 */

const box = requireElement(document, "#price-chart", HTMLElement);
const button = requireElement(box, "#explore", HTMLButtonElement);
const field = requireElement(box, "[name=on]", HTMLInputElement);
const output = requireElement(box, "output", HTMLOutputElement);
const drawing = requireElement(box, "svg", SVGElement);
const modelId = requireElement(document, "code.id", HTMLElement).textContent?.trim() ?? "";
const [from = "", to = "", end = ""] = [box.dataset["from"], box.dataset["to"], box.dataset["end"]];
const figures: readonly NamedFigure[] = [...document.querySelectorAll<HTMLElement>("[data-figure]")].map((element) => ({
  offerId: element.dataset["figure"] ?? "",
  name: element.textContent ?? "",
}));

async function start(): Promise<void> {
  const history = await loadJson<HistoryFile>(paths.api.history(modelId)).catch(() => null);
  if (history === null) {
    output.textContent = "The history did not load. Please reload the page.";
    return;
  }
  button.addEventListener("click", () => void explore(history), { once: true });
  run(history);
}

function run(history: HistoryFile): void {
  const lines = linesOfJson(history);
  const pasts = spansByOffer(lines);
  const moves = moveDays(lines, figures);
  const cursor = createSvg("line", { class: "cursor", y2: "100%" });

  function show(day: string): void {
    output.textContent = day === "" ? "" : dayPricesText(pasts, day, figures);
    const x = `${(daysBetween(from, day || from) / daysBetween(from, end)) * 100}%`;
    for (const name of ["x1", "x2"]) cursor.setAttribute(name, x);
    if (day === "") cursor.remove();
    else drawing.append(cursor);
  }
  function choose(day: string): void {
    field.value = day;
    const query = new URLSearchParams(location.search);
    if (day === "") query.delete("on");
    else query.set("on", day);
    window.history.replaceState(null, "", query.size === 0 ? location.pathname : `?${query}`);
    show(day);
  }
  const inRange = (day: string): string => (day >= from && day <= to ? day : "");
  const readAddress = () => {
    field.value = inRange(new URLSearchParams(location.search).get("on") ?? "");
    show(field.value);
  };

  drawing.setAttribute("tabindex", "0");
  drawing.addEventListener("pointermove", ({ clientX }) => {
    const { left, width } = drawing.getBoundingClientRect();
    show(inRange(addDays(from, Math.floor(((clientX - left) / width) * daysBetween(from, end)))) || to);
  });
  drawing.addEventListener("pointerleave", () => show(field.value));
  drawing.addEventListener("keydown", (event) => {
    const now = field.value || to;
    const days = { ArrowLeft: moves.findLast((day) => day < now), ArrowRight: moves.find((day) => day > now) ?? to };
    const day = event.key === "ArrowLeft" || event.key === "ArrowRight" ? days[event.key] : undefined;
    if (day === undefined) return;
    event.preventDefault();
    choose(day);
  });
  field.addEventListener("input", () => choose(inRange(field.value)));
  addEventListener("popstate", readAddress);
  readAddress();
}

/** Hovering, zooming, any platform beside another: a library draws it. */
async function explore(history: HistoryFile): Promise<void> {
  button.disabled = true;
  const loaded = await Promise.all([import("../islands/price-chart.tsx"), loadJson<SellersJson>(paths.sellers())]).catch(
    () => null,
  );
  if (loaded === null) {
    button.replaceWith(notLoaded("The chart"));
    return;
  }
  const [{ mountPriceChart }, sellers] = loaded;
  const { names } = readSellersJson(sellers);
  const currencies = billedIn(history);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  const place = createElement("div", { class: "price-chart" });
  drawing.replaceWith(place);
  button.remove();
  mountPriceChart(place, {
    history,
    sellerOf: (offerId) => billedSeller(sellerOfId(offerId, names), currencies.get(offerId)),
    first: figures.map(({ offerId }) => offerId),
    isInDollars: (offerId) => !currencies.has(offerId),
    asOf: to,
  });
}

// Last, when all of this file stands. The loader takes the module for ready when this is done.
await start();
