/**
 * Keeps a table's columns as wide as all its rows make them, so that nothing jumps sideways while rows come and go. Where the table fits its frame the
 * first column has what the others leave: longer figures take it from there, and the table does not grow out of its frame.
 */
export function keepColumnWidths(table: HTMLTableElement): void {
  const all = [...(table.tHead?.rows[0]?.cells ?? [])];
  const fits = table.offsetWidth <= (table.parentElement?.clientWidth ?? 0);
  const cells = fits ? all.slice(1) : all;
  const widths = cells.map((cell) => cell.getBoundingClientRect().width);
  for (const [at, cell] of cells.entries()) {
    // A column that is folded away on a phone has no width to keep. A width alone is no least width where the table is wider than its frame.
    if (widths[at]) cell.style.minWidth = cell.style.width = `${widths[at]}px`;
  }
  const release = () => {
    for (const cell of cells) cell.style.minWidth = cell.style.width = "";
  };
  addEventListener("resize", release, { once: true });
}
