import { createSvg } from "../../../../site/browser/create-svg.ts";
import { type StripPart, stripKey } from "../../strip/buy-strip.ts";

/** What is read of the drawing of BuyStrip.astro, and changed in it. */
interface StripElement extends Pick<Element, "setAttribute"> {
  querySelector(selector: "g"): Pick<Element, "replaceChildren"> | null;
  readonly nextElementSibling: Pick<Element, "textContent"> | null;
}

/** Draws the parts of BuyStrip.astro again, the same elements, and what is below it. */
export function drawStrip(strip: StripElement, parts: readonly StripPart[]): void {
  strip.setAttribute("aria-label", parts.map(({ title }) => title).join("; "));
  strip.querySelector("g")?.replaceChildren(...parts.map(partOf));
  const key = strip.nextElementSibling;
  if (key !== null) key.textContent = stripKey(parts);
}

function partOf({ number, isHere, title, bar, label }: StripPart): SVGElement {
  const part = createSvg("g", isHere ? { class: "here" } : {}, createSvg("title", {}, title), createSvg("rect", bar));
  if (label === null) return part;
  const words = createSvg("text", label.at, createSvg("tspan", label.isThin ? { class: "thin" } : {}, String(number)));
  if (label.name !== null) words.append(createSvg("tspan", { class: "wide" }, ` ${label.name}`));
  part.append(words);
  return part;
}
