import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import { absolute } from "../../site/paths.ts";
import { plainText } from "../../site/words/answer.ts";
import { type Cell, type Column, proseColumn } from "../../table/column.ts";
import { plainTable, type TableView } from "../../table/table-view.ts";
import { bestPath } from "./best-place.ts";
import type { BestView } from "./best-view.ts";

/** A workload with its three answers. */
interface WorkloadAnswers {
  readonly preset: WorkloadPreset;
  readonly view: BestView;
}

/** First places by workload. */
export const overviewTable = (workloads: readonly WorkloadAnswers[]): TableView =>
  plainTable(
    {
      label: "Best value by workload",
      caption: "First places. Each workload has its ranking, its bar, its frontier and the formulas.",
    },
    COLUMNS,
    workloads,
  );

const COLUMNS: readonly Column<WorkloadAnswers>[] = [
  { id: "workload", label: "Workload", kind: "text", cell: workloadCell },
  { id: "value", label: "Most quality per dollar", kind: "prose", only: "page", cell: ({ view }) => firstCell(view.value) },
  {
    id: "bar",
    label: "Cheapest as good as a median frontier model",
    kind: "prose",
    only: "page",
    cell: ({ view }) => firstCell(view.atBar),
  },
  {
    id: "front",
    label: "Models on the frontier",
    kind: "count",
    only: "page",
    cell: ({ view }) => ({ text: String(view.front.groups[0]?.rows.length ?? 0) }),
  },
  { ...proseColumn<WorkloadAnswers>("answer", "Answer", ({ view }) => plainText(view.answer)), only: "files" },
];

function workloadCell({ preset }: WorkloadAnswers): Cell {
  const path = bestPath({ preset, need: "all" });
  return { text: preset.name, href: path, file: { text: preset.name, url: absolute(path) } };
}

/** The first row of a ranking's table: the model, its month and its seller. */
function firstCell({ columns, groups }: TableView): Cell {
  const cells = groups[0]?.rows[0]?.cells ?? [];
  const textOf = (id: string) => cells[columns.findIndex((column) => column.id === id)]?.text;
  return { text: textOf("model") ?? "nobody", notes: [`${textOf("month") ?? ""} a month, ${textOf("seller") ?? ""}`] };
}
