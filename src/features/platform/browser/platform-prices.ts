import { haystackOf, holdsWord, wordsOf } from "../../../domain/text/word-search.ts";
import { requireElement } from "../../../site/browser/require-element.ts";
import { urlHistory } from "../../../site/browser/url-history.ts";
import { formatCount, formatPlural } from "../../../site/format.ts";
import { bringRest } from "../../../table/browser/bring-rest.ts";

/**
 * Finds rows of a long table where they stand, by name, id or the title of their group: models among a platform's prices, platforms in the list
 * of all. The words stand in the address: `?q=opus`. The box that shows all brings this too, for the rows it shows.
 */

const field = requireElement(document, "#price-filter", HTMLInputElement);
const count = requireElement(document, "output[for=price-filter]", HTMLOutputElement);
const table = requireElement(document, "#prices", HTMLTableElement);
const nothing = requireElement(table, "#nothing", HTMLTableSectionElement);
bringRest(table);
const groups = [...table.tBodies].filter((body) => body !== nothing);
const rows = groups.flatMap((body) =>
  [...body.rows].flatMap((element) => {
    const link = element.dataset["rest"] === undefined ? null : element.querySelector("a");
    const id = decodeURIComponent(link?.pathname ?? "").replace(/^.*(models|platforms)\/|\/$/g, "");
    return link === null
      ? []
      : [{ element, body, haystack: haystackOf([link.textContent, id, body.rows[0]?.textContent ?? ""]) }];
  }),
);
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
  const found = rows.filter(({ haystack }) => words.every((word) => holdsWord(haystack, word)));
  const wanted = new Set<Element>(found.flatMap(({ element, body }) => [element, body]));
  for (const { element } of rows) element.hidden = !wanted.has(element);
  for (const body of groups) body.hidden = !wanted.has(body);
  table.toggleAttribute("data-searched", words.length > 0);
  nothing.hidden = found.length > 0;
  count.textContent =
    words.length === 0 ? "" : `${formatCount(found.length)} of ${formatPlural(rows.length, field.dataset["one"] ?? "model")}`;
}
