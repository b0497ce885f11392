import { createSvg } from "../../../../site/browser/create-svg.ts";
import { type StripPart, stripKey } from "../../buy-strip.ts";

/** Draws the parts of BuyStrip.astro again, the same elements, and what is below it. */
export function drawStrip(strip: SVGElement, parts: readonly StripPart[]): void {
  strip.setAttribute("aria-label", parts.map(({ title }) => title).join("; "));
  strip.querySelector("g")?.replaceChildren(...parts.map(partOf));
  const key = strip.nextElementSibling;
  if (key !== null) key.textContent = stripKey(parts);
}

function partOf({ number, x, width, isHere, isWide, name, title }: StripPart): SVGElement {
  const part = createSvg("g", isHere ? { class: "here" } : {}, createSvg("title", {}, title));
  part.append(createSvg("rect", { x: `${x}%`, width: `${Math.max(0.1, width - 0.2)}%`, height: "26", rx: "3" }));
  if (width <= 1.8) return part;
  const words = createSvg("text", { x: `${x + width / 2}%`, y: "17.5", "text-anchor": "middle" });
  words.append(createSvg("tspan", width < 6 ? { class: "thin" } : {}, String(number)));
  if (isWide) words.append(createSvg("tspan", { class: "wide" }, ` ${name}`));
  part.append(words);
  return part;
}
