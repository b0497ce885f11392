/** Keeps a table's columns as wide as all its rows make them, so that nothing jumps sideways while rows come and go. */
export function keepColumnWidths(table: HTMLTableElement): void {
  const cells = [...(table.tHead?.rows[0]?.cells ?? [])];
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
