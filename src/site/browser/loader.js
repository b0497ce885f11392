// The only script a page runs by itself. It stands inline in every page, its hash in the Content-Security-Policy, at most 400 bytes:
// so it is JavaScript, short on purpose. A test holds what it does.
const page = document;
// The html element: this runs while the head is read, and nothing stands after it.
const root = page.lastChild.dataset;
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
// `/` leads to the search, unless somebody is typing. False keeps the letter out of the field: focus() gives nothing, which is not above 0.
onkeydown = (event) => event.key !== "/" || event.target.type || q.focus() > 0;
// An element that names its module gets it when a pointer, the keyboard or text first comes near, or at once when the URL carries state.
oninput = onkeyup = onpointerover = (event) => load(event.target.closest?.(MODULE));
onload = () => {
  location.search && page.querySelectorAll(MODULE).forEach(load);
  dark.onclick = () => (stored.dark = root.dark = 1 - root.dark);
};
