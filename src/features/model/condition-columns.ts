import type { ConditionLine } from "../../site/words/condition-line.ts";
import type { Column } from "../../table/column.ts";
import { TO_MEDIAN } from "../../table/offer-cells.ts";
import { plainTable, type TableView } from "../../table/table-view.ts";

/** Cards that hold only for long prompts or at certain hours, each against the list price under the same condition. */
export const conditionTable = (lines: readonly ConditionLine[]): TableView =>
  plainTable(
    {
      label: "Long prompts and peak hours",
      caption: "Dollars per million tokens. Above a threshold the whole request costs more.",
    },
    COLUMNS.map((column) =>
      column.id === "delta" && lines.some(({ isToMedian }) => isToMedian) ? { ...column, label: TO_MEDIAN } : column,
    ),
    lines,
  );

const COLUMNS: readonly Column<ConditionLine>[] = [
  { id: "when", label: "When", kind: "text", cell: ({ when }) => ({ text: when }) },
  { id: "input", label: "Input", kind: "money", cell: ({ input }) => ({ text: input }) },
  { id: "output", label: "Output", kind: "money", cell: ({ output }) => ({ text: output }) },
  { id: "cache-read", label: "Cached input", kind: "money", cell: ({ cacheRead }) => ({ text: cacheRead }) },
  {
    id: "delta",
    label: "vs list price",
    kind: "delta",
    cell: ({ delta, side }) => ({ text: delta, ...(side === undefined ? {} : { side }) }),
  },
  { id: "where", label: "Platforms", kind: "prose", cell: ({ sellers }) => ({ text: sellers }) },
];
