import type { Column } from "../../../table/column.ts";
import { plainTable, type TableView } from "../../../table/table-view.ts";
import type { ModelHistory } from "./model-history.ts";

type PriceMoveLine = ModelHistory["moves"][number];

/** Every move of a model's list and routed price. */
export const priceMoveTable = ({ moves, otherSource }: Pick<ModelHistory, "moves" | "otherSource">): TableView =>
  plainTable(
    { label: "Price moves", caption: `Newest first. A price back within three days is one move. ${otherSource}`.trim() },
    COLUMNS,
    moves,
  );

const COLUMNS: readonly Column<PriceMoveLine>[] = [
  { id: "day", label: "Day", kind: "day", cell: ({ day }) => ({ text: day }) },
  { id: "price", label: "Price", kind: "text", cell: ({ seller }) => ({ text: seller }) },
  { id: "meter", label: "On", kind: "text", cell: ({ meter }) => ({ text: meter }) },
  { id: "before", label: "Before", kind: "money", cell: ({ old }) => ({ text: old }) },
  { id: "after", label: "After", kind: "money", cell: ({ now }) => ({ text: now }) },
  {
    id: "change",
    label: "Change",
    kind: "delta",
    cell: ({ delta, side }) => ({ text: "", pieces: [{ kind: "text", text: delta, tone: side }], file: delta }),
  },
];
