// The only script a page runs by itself. It stands inline in every page, its hash in the Content-Security-Policy, at most 400 bytes:
// so it is JavaScript, short on purpose. A test holds what it does.
const page = document;
const root = page.documentElement.dataset;
const MODULE = "[data-module]";
const load = (element) => element && import(element.dataset.module);
let stored = {};
try {
  stored = localStorage;
} catch {
  // Blocked storage: a choice lasts as long as the page.
}
// "1" dark, "0" light; before anything is drawn.
root.dark = stored.dark || +matchMedia("(prefers-color-scheme:dark)").matches;
onclick = (event) => {
  if (event.target.id === "dark") stored.dark = root.dark = 1 - root.dark;
};
// An element that names its module gets it when a pointer or the focus first comes near, or at once when the URL carries state.
addEventListener("focusin", (onpointerover = (event) => load(event.target.closest?.(MODULE))));
onload = () => location.search && page.querySelectorAll(MODULE).forEach(load);
