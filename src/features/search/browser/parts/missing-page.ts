import type { SearchJson } from "../../../../data/json/search-json.ts";
import { createElement } from "../../../../site/browser/create-element.ts";
import { meantBy } from "../../missing-address.ts";

/** On the page of an address that leads nowhere: says what may be meant by it, or opens a comparison that needs no page of its own. */
export function sayWhatIsMeant(place: Element, base: string, index: SearchJson): void {
  const { comparison, entries } = meantBy(location.pathname.slice(new URL(base).pathname.length), index);
  if (comparison !== null) location.replace(base + comparison);
  if (entries.length === 0) return;
  const links = entries.map(({ title, path }) => createElement("li", {}, createElement("a", { href: base + path }, title)));
  place.replaceChildren("Perhaps you mean:", createElement("ul", {}, ...links));
}
