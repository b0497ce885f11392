import { requireElement } from "../../../site/browser/require-element.ts";
import { urlHistory } from "../../../site/browser/url-history.ts";

/** Keeps the box of `UnconfirmedControl.astro` and the address at one: `?unconfirmed=yes`. What the box does is the style sheet's. */
const box = requireElement(document, "#unconfirmed", HTMLInputElement);
const bar = urlHistory();

box.addEventListener("input", () => {
  const query = new URLSearchParams(location.search);
  if (box.checked) query.set("unconfirmed", "yes");
  else query.delete("unconfirmed");
  bar.go(query.size === 0 ? "" : `?${query}`);
});
addEventListener("popstate", readAddress);
readAddress();

function readAddress(): void {
  box.checked = new URLSearchParams(location.search).get("unconfirmed") === "yes";
}
