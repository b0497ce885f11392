import { address } from "../../../site/browser/address.ts";
import { part } from "../../../site/browser/part.ts";

/** Keeps the box of `UnconfirmedControl.astro` and the address at one: `?unconfirmed=yes`. What the box does is the style sheet's. */
const box = part(document, "#unconfirmed", HTMLInputElement);
const bar = address();

box.addEventListener("input", () => bar.go(box.checked ? "?unconfirmed=yes" : ""));
addEventListener("popstate", readAddress);
if (location.search !== "") readAddress();

function readAddress(): void {
  box.checked = new URLSearchParams(location.search).get("unconfirmed") === "yes";
}
