import * as paths from "../../../site/paths.ts";
import type { Column } from "../../../table/column.ts";
import { sparkCell } from "../../../table/spark-cell.ts";
import { plainTable, type TableView } from "../../../table/table-view.ts";
import type { LaunchLine } from "./launch-to-now.ts";

/** A maker's models from their first known price to the present one. */
export const launchTable = (lines: readonly LaunchLine[]): TableView =>
  plainTable(
    { label: "From launch to now", caption: "The maker’s list price, or OpenRouter’s where there is none" },
    COLUMNS,
    lines,
  );

const COLUMNS: readonly Column<LaunchLine>[] = [
  {
    id: "model",
    label: "Model",
    kind: "text",
    cell: ({ name, modelId, figure }) => ({
      text: name,
      href: paths.model(modelId),
      notes: figure === "list price" ? [] : [figure],
      file: name,
    }),
  },
  { id: "figure", label: "Price", kind: "text", only: "files", cell: ({ figure }) => ({ text: figure }) },
  {
    id: "first",
    label: "First price",
    fileLabel: "First price, in / out",
    kind: "money",
    cell: ({ first }) => ({ text: first }),
  },
  {
    id: "day",
    label: "First read",
    kind: "day",
    cell: ({ day, when }) => ({ text: day, notes: when === "" ? [] : [when], file: day }),
  },
  { id: "when", label: "", kind: "text", only: "files", cell: ({ when }) => ({ text: when }) },
  {
    id: "past",
    label: "Since then",
    kind: "picture",
    wide: true,
    only: "page",
    cell: ({ spark }) => sparkCell(spark),
  },
  { id: "now", label: "Now", fileLabel: "Now, in / out", kind: "money", cell: ({ now }) => ({ text: now }) },
  {
    id: "change",
    label: "Change",
    fileLabel: "Change, input",
    kind: "delta",
    cell: ({ delta, side }) => ({ text: "", pieces: [{ kind: "text", text: delta, tone: side }], file: delta }),
  },
];
