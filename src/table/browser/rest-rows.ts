/**
 * The bodies that `RestTable.astro` keeps as text, taken out of it: they stand nowhere yet. Empty where there is no rest, or where it was taken
 * before.
 */
export function takeRest(): readonly HTMLTableSectionElement[] {
  const restTemplate = document.querySelector("noscript.rest");
  if (restTemplate === null) return [];
  const bodies = new DOMParser().parseFromString(restTemplate.textContent ?? "", "text/html").querySelectorAll("tbody");
  restTemplate.remove();
  return [...bodies].map((body) => document.adoptNode(body));
}

/** Puts the rest into its table, before the last body, which says that nothing was found. A group that goes on keeps its one title. */
export function bringRest(table: HTMLTableElement): void {
  const last = [...table.tBodies].findLast(({ id }) => id !== "nothing");
  for (const [at, body] of takeRest().entries()) {
    const title = titleOf(body);
    if (at === 0 && last !== undefined && title === titleOf(last)) last.append(...[...body.rows].slice(title === "" ? 0 : 1));
    else table.insertBefore(body, table.querySelector("#nothing"));
  }
}

const titleOf = (body: HTMLTableSectionElement): string => body.querySelector("[scope=rowgroup]")?.textContent ?? "";
