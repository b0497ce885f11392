import type { WorkloadPreset } from "../../../domain/cost/workload.ts";
import { absolute } from "../../../site/paths.ts";
import { plainText } from "../../../site/words/answer.ts";
import { type Column, proseColumn } from "../../../table/column.ts";
import { plainTable, type TableView } from "../../../table/table-view.ts";
import { bestPath } from "../best-place.ts";
import type { BestView } from "../best-view.ts";
import { bestBuyRows, monthText, rangeText } from "../words/best-words.ts";
import { worseAnswerText } from "../worse-answer.ts";

/** A workload with its ranking. */
export interface WorkloadAnswers {
  readonly preset: WorkloadPreset;
  readonly view: BestView;
}

/** The best buys by workload, for the Markdown twin of the overview. */
export const overviewTable = (workloads: readonly WorkloadAnswers[], nameOf: (modelId: string) => string): TableView => {
  const columns: readonly Column<WorkloadAnswers>[] = [
    {
      id: "workload",
      label: "Workload",
      kind: "text",
      cell: ({ preset }) => ({
        text: preset.name,
        file: { text: preset.name, url: absolute(bestPath({ preset, need: "all" })) },
      }),
    },
    proseColumn("worse", "A worse answer costs", ({ preset }) => worseAnswerText(preset.worseAnswer.usd)),
    proseColumn("answer", "Answer", ({ view }) => plainText(view.answer)),
    proseColumn("buys", "Best buys, from the cheapest", ({ view }) =>
      bestBuyRows(view.ranking)
        .map((row) => `${nameOf(row.modelId)} ${rangeText(row.wins)} (${monthText(row)} a month)`)
        .join("; "),
    ),
  ];
  return plainTable({ label: "Best value by workload", caption: "" }, columns, workloads);
};
