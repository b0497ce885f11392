/** So many rows of a table, or more, reach from its top to the end of the screen. Asked before anything is drawn it costs no layout. */
export const rowsInSight = (table: HTMLTableElement): number =>
  Math.max(1, Math.ceil((innerHeight - table.getBoundingClientRect().top) / leastRowPixels(table)));

/** A row is as high as a line of its name and the room around it, or higher. A height that is no number of pixels (`normal`) counts as none. */
function leastRowPixels(table: HTMLTableElement): number {
  const style = getComputedStyle(table.querySelector("tbody th[scope=row]") ?? table);
  return [style.lineHeight, style.paddingTop, style.paddingBottom].reduce(
    (sum, pixels) => sum + (Number.parseFloat(pixels) || 0),
    0,
  );
}
