import type { SearchJson } from "../../../data/json/search-json.ts";
import { loadJson } from "../../../site/browser/load-json.ts";
import { requireElement } from "../../../site/browser/require-element.ts";
import { entriesOf, findEverything, type SearchEntry } from "../find-everything.ts";
import css from "../search.css?inline";
import { foundList } from "./parts/found-list.ts";
import { sayWhatIsMeant } from "./parts/missing-page.ts";

/** The search in the head of every page: models, makers, platforms and pages by their names. Its index comes when it is first asked for. */

const form = requireElement(document, ".site-head form", HTMLFormElement);
const field = requireElement(form, "#q", HTMLInputElement);
/** Where the form leads without this script: the list of models. */
const base = new URL("./", form.action).href;

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);
const list = foundList(field, base);

/** What the list was made for. */
let shown = "";
let index: Promise<readonly SearchEntry[] | null> | null = null;

const readIndex = () => loadJson<SearchJson>(`${base}api/search.json`);

/** Null where it does not load; the next letter asks again. */
async function entries(): Promise<readonly SearchEntry[] | null> {
  index ??= readIndex().then(entriesOf);
  try {
    return await index;
  } catch {
    index = null;
    return null;
  }
}

async function show(): Promise<void> {
  const query = field.value.trim();
  if (query === "") return list.close();
  const all = await entries();
  // Something else was typed meanwhile, or the reader has left.
  if (query !== field.value.trim() || document.activeElement !== field) return;
  shown = query;
  if (all === null) list.say("The search did not load. Enter looks through the list of models.");
  else list.show(findEverything(all, query), query);
}

/** Opens what is marked: the first, if nothing else was chosen. */
async function enter(event: Event): Promise<void> {
  event.preventDefault();
  const all = await entries();
  if (all === null) return form.submit();
  if (!list.isOpen() || shown !== field.value.trim()) await show();
  const url = list.marked();
  if (url !== null) location.assign(url);
}

field.addEventListener("input", show);
field.addEventListener("focus", show);
field.addEventListener("focusout", () => list.close());
form.addEventListener("submit", enter);
field.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (list.isOpen()) list.move(event.key === "ArrowDown" ? 1 : -1);
    else void show();
  } else if (event.key === "Escape") {
    if (list.isOpen()) list.close();
    else field.value = "";
  }
});

/** Only the page of an address that leads nowhere has it. */
const meant = document.querySelector("#meant");
if (meant !== null) sayWhatIsMeant(meant, base, await readIndex());

// What was typed while this file was on its way.
void show();
