import type { SearchJson } from "../../../../data/json/search-json.ts";
import { createElement } from "../../../../site/browser/create-element.ts";
import { meantBy } from "../../missing-address.ts";

/** On the page of an address that leads nowhere: says what may be meant by it. */
export function sayWhatIsMeant(place: Element, base: string, index: SearchJson): void {
  const meant = meantBy(location.pathname.slice(new URL(base).pathname.length), index);
  if (meant.length === 0) return;
  const links = meant.map(({ title, path }) => createElement("li", {}, createElement("a", { href: base + path }, title)));
  place.replaceChildren("Perhaps you mean:", createElement("ul", {}, ...links));
}
