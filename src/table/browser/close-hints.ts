/** Escape closes what a mark in a table opened, which lies over the row above. */
export function closeHintsOnEscape(table: HTMLTableElement): void {
  table.addEventListener("keydown", ({ key, target }) => {
    if (key === "Escape" && target instanceof Element) target.closest("details")?.removeAttribute("open");
  });
}
