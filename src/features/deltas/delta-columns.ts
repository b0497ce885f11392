import { makerMark } from "../../site/maker-mark.ts";
import * as paths from "../../site/paths.ts";
import type { Cell, Column } from "../../table/column.ts";
import { plainTable, type TableView } from "../../table/table-view.ts";
import type { DeltaCell } from "./delta-cell.ts";
import type { DeltaLine, DeltasPage } from "./page.ts";

/** Models by platforms: each cell a platform's difference to the list price. */
export function deltaTable({
  columns,
  rows,
  view,
  meaning,
  query,
}: Pick<DeltasPage, "columns" | "rows" | "view" | "meaning" | "query">): TableView {
  const platforms = columns.map(({ id, platform, label, isFeeUnknown }, at): Column<DeltaLine> => {
    const isMonth = view.measure === "month";
    return {
      id,
      label: isFeeUnknown && isMonth ? `${label} ‡` : label,
      fileLabel: isFeeUnknown && isMonth ? `${label} (fee unknown)` : label,
      kind: "delta",
      href: paths.platform(platform),
      cell: ({ cells }) => cellOf(cells[at]),
    };
  });
  const list: Column<DeltaLine> = {
    id: "list",
    label: view.measure === "month" ? "List, $ a month" : "List, $",
    kind: "money",
    wide: true,
    cell: ({ reference }) => ({ text: reference }),
  };
  return plainTable({ label: "Price differences", caption: meaning }, [modelColumn(query), list, ...platforms], rows);
}

/** `query` = what leads to a model's page for the workload that is compared. */
const modelColumn = (query: string): Column<DeltaLine> => ({
  id: "model",
  label: "Model",
  kind: "text",
  filters: { maker: ({ model }) => model.maker, rest: ({ isRest }) => (isRest ? "yes" : "no") },
  cell: ({ model, reference }) => ({
    text: model.name,
    href: `${paths.model(model.id)}${query}`,
    mark: makerMark(model.makerName),
    folded: [`list ${reference}`],
  }),
});

function cellOf(delta: DeltaCell | undefined): Cell {
  if (delta === undefined || delta.text === "") return { text: "" };
  const { text, side, shade, isUnconfirmed } = delta;
  if (isUnconfirmed) return unconfirmedCell(text);
  return { text, shade, ...(side === undefined ? {} : { side }) };
}

/** Out of sight until a reader asks for it. */
const unconfirmedCell = (text: string): Cell => ({
  text: "",
  pieces: [{ kind: "text", text: `${text}?`, tone: "unconfirmed" }],
  file: `${text} (unconfirmed)`,
});
