import { haystackOf, holdsWord, wordsOf } from "../../../domain/text/word-search.ts";
import { requireElement } from "../../../site/browser/require-element.ts";
import { urlHistory } from "../../../site/browser/url-history.ts";
import { formatCount, formatPlural } from "../../../site/format.ts";
import { bringRest } from "../../../table/browser/rest-rows.ts";
import { tableWindow } from "../../../table/browser/table-window.ts";

/**
 * Finds rows of a long table where they are, by name, id or the title of their group: models among a platform's prices, platforms in the list
 * of all. The words are in the address: `?q=opus`. The box that shows all brings this too, for the rows it shows.
 */

const field = requireElement(document, "#price-filter", HTMLInputElement);
const count = requireElement(document, "output[for=price-filter]", HTMLOutputElement);
const table = requireElement(document, "#prices", HTMLTableElement);
const nothing = requireElement(table, "#nothing", HTMLTableSectionElement);
bringRest(table);
const groups = [...table.tBodies].filter((body) => body !== nothing).map(groupOf);
const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
const one = field.dataset["one"] ?? "model";
const rowWindow = tableWindow(table, one);
const bar = urlHistory();

field.addEventListener("input", () => {
  show(field.value);
  const query = new URLSearchParams(location.search);
  if (field.value.trim() === "") query.delete("q");
  else query.set("q", field.value.trim());
  bar.follow(query.size === 0 ? "" : `?${query}`);
});
addEventListener("popstate", readAddress);
readAddress();

function readAddress(): void {
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  show(field.value);
}

function show(query: string): void {
  const words = wordsOf(query);
  const found = groups.map((group) => ({
    ...group,
    rows: group.rows.filter(({ haystack }) => words.every((word) => holdsWord(haystack, word))),
  }));
  const number = found.reduce((sum, { rows }) => sum + rows.length, 0);
  // Before anything is searched for, all rows are there, the later ones behind the box that shows all.
  if (words.length > 0 || table.hasAttribute("data-searched"))
    rowWindow.show(
      found.map(({ body, heads, rows }) => ({
        body,
        heads,
        rows: rows.map(
          ({ element }) =>
            () =>
              element,
        ),
      })),
      words.length === 0 ? "all" : "first",
    );
  table.toggleAttribute("data-searched", words.length > 0);
  nothing.hidden = number > 0;
  count.textContent = words.length === 0 ? "" : `${formatCount(number)} of ${formatPlural(total, one)}`;
}

/** The rows of a group with what a query looks through; a title names none. */
function groupOf(body: HTMLTableSectionElement) {
  const title = body.rows[0]?.textContent ?? "";
  const rows = [...body.rows].flatMap((element) => {
    const link = element.dataset["rest"] === undefined ? null : element.querySelector("a");
    const id = decodeURIComponent(link?.pathname ?? "").replace(/^.*(models|platforms)\/|\/$/g, "");
    return link === null ? [] : [{ element, haystack: haystackOf([link.textContent, id, title]) }];
  });
  return { body, heads: [...body.rows].filter((row) => rows.every(({ element }) => element !== row)), rows };
}
