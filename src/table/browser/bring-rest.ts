/**
 * Puts the rows that `RestTable.astro` keeps as text into their table, before its last body, which says that nothing was found. A group that
 * goes on keeps its one title. Does nothing where there is no rest, or where it is there already.
 */
export function bringRest(table: HTMLTableElement): void {
  const kept = document.querySelector("noscript.rest");
  if (kept === null) return;
  const bodies = new DOMParser().parseFromString(kept.textContent ?? "", "text/html").querySelectorAll("tbody");
  kept.remove();
  const last = [...table.tBodies].findLast(({ id }) => id !== "nothing");
  for (const [at, body] of [...bodies].entries()) {
    if (at === 0 && last !== undefined && titleOf(body) === titleOf(last)) last.append(...[...body.rows].slice(1));
    else table.insertBefore(body, table.querySelector("#nothing"));
  }
}

const titleOf = (body: HTMLTableSectionElement): string => body.querySelector("[scope=rowgroup]")?.textContent ?? "";
