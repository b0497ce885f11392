import { paths } from "../../site/paths.ts";
import type { Cell, Column } from "../../table/column.ts";
import { plainTable, type TableView } from "../../table/table-view.ts";
import type { DeltaCell } from "./delta-cell.ts";
import type { DeltasPage } from "./page.ts";

type DeltaRow = DeltasPage["rows"][number];

/** Models by platforms: each cell the platform's input price against list. */
export function deltaTable({ platforms, rows }: Pick<DeltasPage, "platforms" | "rows">): TableView {
  const columns = platforms.map(({ id, name }, at): Column<DeltaRow> => {
    return { id, label: name, kind: "delta", href: paths.platform(id), cell: ({ cells }) => cellOf(cells[at]) };
  });
  return plainTable({ label: "Deltas", caption: "Input price against list, per cent" }, [...ABOUT, ...columns], rows);
}

const ABOUT: readonly Column<DeltaRow>[] = [
  { id: "model", label: "Model", kind: "text", cell: ({ model }) => ({ text: model.name, href: paths.model(model.id) }) },
  { id: "list", label: "List", kind: "money", cell: ({ list }) => ({ text: list }) },
];

function cellOf(delta: DeltaCell | undefined): Cell {
  const { text = "", side, output = null, isUnconfirmed = false } = delta ?? {};
  if (isUnconfirmed) return unconfirmedCell(output === null ? text : `${text}, ${output}`);
  return {
    text,
    ...(side === undefined ? {} : { side }),
    ...(output === null ? {} : { notes: [output], file: `${text}, ${output}` }),
  };
}

/** Out of sight until a reader asks for it. */
const unconfirmedCell = (text: string): Cell => ({
  text: "",
  pieces: [{ kind: "text", text, tone: "unconfirmed" }],
  file: `${text} (unconfirmed)`,
});
