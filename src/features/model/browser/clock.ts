import { DAY_MINUTES } from "../../../domain/money/weekday.ts";
import { type PriceClock, priceClock, shiftedClock } from "../../../domain/offer/price-clock.ts";
import { createElement } from "../../../site/browser/create-element.ts";
import { createSvg } from "../../../site/browser/create-svg.ts";
import { notLoaded } from "../../../site/browser/not-loaded.ts";
import { readerClock } from "../../../site/browser/reader-clock.ts";
import { requireElement } from "../../../site/browser/require-element.ts";
import { type ClockMonths, clockMonths, monthsText, nowText, weekView } from "../../../site/words/price-clock-text.ts";
import { clockBars, DAY_PIXELS, dayPercent } from "../clock-strip.ts";
import { offerWords } from "../offer-order.ts";
import { offersUrl } from "../offers-state.ts";
import { loadOfferData, type OfferData } from "./parts/offer-data.ts";

/** Turns the price clock of a model's page to the reader's own hours, and says what it costs now and what it will. */

const REFRESH_MS = 20_000;
const HURRY_MS = 600;

const box = requireElement(document, "#clock", HTMLElement);
const zone = requireElement(box, ".zone", HTMLElement);
const button = requireElement(box, "button", HTMLButtonElement);
const sections = [...box.querySelectorAll<HTMLElement>("[data-offer]")];

async function start(): Promise<void> {
  const modelId = requireElement(document, "code.id", HTMLElement).textContent?.trim() ?? "";
  const data = await loadOfferData(modelId).catch(() => null);
  if (data === null) {
    button.replaceWith(notLoaded("The offers’ data"));
    return;
  }
  run(data);
}

function run(data: OfferData): void {
  let isLocal = true;
  const draw = () => {
    for (const section of sections) drawSection(section, data, isLocal ? "local" : "utc");
    zone.textContent = isLocal ? `your time (${readerClock().zone})` : "UTC";
    button.textContent = isLocal ? "Show UTC" : "Now, in my time";
  };
  const drawnAt = performance.now();
  button.addEventListener("click", ({ timeStamp }) => {
    // A click that was meant for what was there before this script came is done already.
    if (timeStamp - drawnAt < HURRY_MS) return;
    isLocal = !isLocal;
    draw();
  });
  // The workload may be another one since: it is in the address.
  box.addEventListener("pointerenter", draw);
  setInterval(draw, REFRESH_MS);
  draw();
}

function drawSection(section: HTMLElement, data: OfferData, zoneShown: "local" | "utc"): void {
  const isLocal = zoneShown === "local";
  const offer = data.offers.find(({ id }) => id === section.dataset["offer"]);
  const utc = offer === undefined ? null : priceClock(offer);
  if (offer === undefined || utc === null) return;
  const { minute, aheadMinutes } = readerClock();
  const clock = isLocal ? shiftedClock(utc, aheadMinutes) : utc;
  const { lines, label } = weekView(clock, isLocal ? "your time" : "UTC");
  const months = monthsOf(offer, data);
  requireElement(section, "svg", SVGElement).setAttribute("aria-label", label);
  requireElement(section, ".week", SVGElement).replaceChildren(...barElements(clock), ...(isLocal ? [nowMark(minute)] : []));
  requireElement(section, ".now", HTMLElement).textContent = isLocal ? nowText(clock, minute, months) : monthsText(months);
  requireElement(section, "ul", HTMLUListElement).replaceChildren(...lines.map((line) => createElement("li", {}, line)));
}

/** The months of the workload that is in the address. */
function monthsOf(offer: OfferData["offers"][number], { offers, sellersJson: { presets }, sellers }: OfferData): ClockMonths {
  const { preset, workload } = offersUrl(presets, offerWords(offers, sellers)).read(new URLSearchParams(location.search)).state;
  return clockMonths(offer, offers, { ...workload, name: preset.name }, sellers);
}

const barElements = (clock: PriceClock): readonly SVGElement[] => clockBars(clock).map((bar) => createSvg("rect", { ...bar }));

/** A line through the present hour of the present day. */
function nowMark(minute: number): SVGElement {
  const x = dayPercent(minute % DAY_MINUTES);
  const top = Math.floor(minute / DAY_MINUTES) * DAY_PIXELS;
  return createSvg("line", {
    x1: x,
    x2: x,
    y1: String(top - 3),
    y2: String(top + DAY_PIXELS),
    stroke: "var(--ink)",
    "stroke-width": "3",
  });
}

// Last, when all of this file stands. The loader takes the module for ready when this is done.
await start();
