/** Keeps a table's columns as wide as all its rows make them, so that nothing jumps sideways while rows come and go. */
export function steadyColumns(table: HTMLTableElement): void {
  const cells = [...(table.tHead?.rows[0]?.cells ?? [])];
  const widths = cells.map((cell) => cell.getBoundingClientRect().width);
  for (const [at, cell] of cells.entries()) {
    // An attribute and not a style: a column that is folded away on a phone has no width to keep.
    if (widths[at]) cell.setAttribute("width", String(widths[at]));
  }
  const release = () => {
    for (const cell of cells) cell.removeAttribute("width");
  };
  addEventListener("resize", release, { once: true });
}
