import { columnsFor, type TableView } from "../table-view.ts";
import { drawGroup, drawHead, drawRow } from "./draw-table.ts";
import { tableWindow, type WindowSection } from "./table-window.ts";

/** Draws views into a table as `drawTable` does, but of a long one only the rows that are in its window (`tableWindow`); `sight`: those in sight first. */
export function boundedTable(...bounds: Parameters<typeof tableWindow>): (view: TableView, extent?: "first" | "sight") => void {
  const [table] = bounds;
  const rowWindow = tableWindow(...bounds);
  return (view, extent = "first") => {
    const columns = columnsFor(view, "page");
    const sections = view.groups.map((group): WindowSection => {
      const body = drawGroup({ ...group, rows: [] }, columns);
      return { body, heads: [...body.rows], rows: group.rows.map((row) => () => drawRow(row, columns)) };
    });
    // Where the table is, is asked before anything of it is changed.
    rowWindow.show(sections, extent);
    for (const head of [table.caption, table.tHead]) head?.remove();
    table.prepend(...drawHead(view, columns));
  };
}
