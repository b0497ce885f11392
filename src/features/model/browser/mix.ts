import type { MapPoint } from "../../../domain/cost/cheapest-map.ts";
import { createElement } from "../../../site/browser/create-element.ts";
import { notLoaded } from "../../../site/browser/not-loaded.ts";
import { requireElement } from "../../../site/browser/require-element.ts";
import css from "../../../site/styles/mix-map.css?inline";
import { sellerText } from "../../../site/words/seller-label.ts";
import { drawTable } from "../../../table/browser/draw-table.ts";
import { borderTable, breakEvenText, cheapestMonthsText, type MixView, mixView } from "../mix/mix-view.ts";
import { offerWords } from "../offer-order.ts";
import { offersUrl } from "../offers-state.ts";
import { mixDrawing, moveMark } from "./parts/mix-drawing.ts";
import { loadOfferData, type OfferData, optionsOf } from "./parts/offer-data.ts";

/** Draws where each platform is cheapest as the cached share and the output change, for the workload in the address, once somebody asks for it. */

const box = requireElement(document, "#mix", HTMLElement);
const button = requireElement(box, "button", HTMLButtonElement);
const says = requireElement(box, "p", HTMLParagraphElement);
const STEP = 0.05;

async function start(): Promise<void> {
  const modelId = requireElement(document, "code.id", HTMLElement).textContent?.trim() ?? "";
  const data = await loadOfferData(modelId).catch(() => null);
  if (data === null) {
    button.replaceWith(notLoaded("The map"));
    return;
  }
  button.addEventListener("click", () => run(data), { once: true });
}

function run(data: OfferData): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  const place = createElement("div");
  button.replaceWith(place);
  let shown = "";
  const draw = () => {
    const { workload, terms } = offersUrl(data.sellersJson.presets, offerWords(data.offers, data.sellers)).read(
      new URLSearchParams(location.search),
    ).state;
    const key = JSON.stringify([workload, terms]);
    if (key === shown) return;
    shown = key;
    const view = mixView(data.offers, workload, data.sellers, optionsOf(terms));
    says.textContent = view?.says ?? "No map for this workload: fewer than three platforms are in the race.";
    place.replaceChildren(...(view === null ? [] : partsOf(view, data)));
  };
  // The workload may be another one since: it is in the address.
  for (const type of ["pointerenter", "focusin"]) box.addEventListener(type, draw);
  addEventListener("popstate", draw);
  draw();
}

function partsOf(view: MixView, data: OfferData): readonly HTMLElement[] {
  const output = createElement("output", {}, cheapestMonthsText(view, view.mix.workloadPoint));
  const drawing = mixDrawing(view);
  let point: MapPoint = view.mix.workloadPoint;
  const show = (next: MapPoint) => {
    point = [clamp(next[0]), clamp(next[1])];
    moveMark(drawing, point);
    output.textContent = cheapestMonthsText(view, point);
  };
  const plot = requireElement(drawing, ".plot", SVGElement);
  plot.addEventListener("pointermove", ({ clientX, clientY }) => {
    const { left, top, width, height } = plot.getBoundingClientRect();
    show([(clientX - left) / width, 1 - (clientY - top) / height]);
  });
  plot.addEventListener("pointerleave", () => show(view.mix.workloadPoint));
  drawing.addEventListener("keydown", (event) => {
    const move = MOVES[event.key];
    if (move === undefined) return;
    event.preventDefault();
    show([point[0] + move[0] * STEP, point[1] + move[1] * STEP]);
  });
  const table = createElement("table", { class: "data-table" });
  drawTable(table, borderTable(view));
  const borders = view.map.borders.length === 0 ? [] : [createElement("div", { class: "sheet" }, table)];
  return [createElement("div", { class: "mix-map" }, drawing, legendOf(view)), output, breakEvenForm(view, data), ...borders];
}

const MOVES: Readonly<Record<string, MapPoint>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

const clamp = (share: number): number => Math.min(1, Math.max(0, share));

function legendOf({ map, nameOf }: MixView): HTMLElement {
  const items = map.regions.map(({ ids }, at) =>
    createElement("li", {}, createElement("b", { class: `r${at % 6}` }, String(at + 1)), ` ${nameOf(ids[0] ?? "")}`),
  );
  return createElement("ul", {}, ...items);
}

/** Two sellers and the cache-hit rate at which they cost the same. */
function breakEvenForm(view: MixView, { offers }: OfferData): HTMLElement {
  const byId = new Map(offers.map((offer) => [offer.id, sellerText(offer)]));
  const nameOf = (id: string) => byId.get(id) ?? id;
  const ids = view.mix.planes.map(({ id }) => id);
  const [a, b] = ["First platform", "Second platform"].map((label, at) => {
    const select = createElement(
      "select",
      { class: "field", "aria-label": label },
      ...ids.map((id) => createElement("option", { value: id }, nameOf(id))),
    );
    select.selectedIndex = at;
    return select;
  });
  const output = createElement("output");
  const tell = () => {
    output.textContent = breakEvenText(view, a?.value ?? "", b?.value ?? "", nameOf);
  };
  tell();
  const form = createElement("p", { class: "acts" }, "Break-even cache-hit rate of ", a ?? "", b ?? "", output);
  form.addEventListener("input", tell);
  return form;
}

// Last, when all of this file stands. The loader takes the module for ready when this is done.
await start();
