import type { FactLine } from "../../site/words/platform-facts.ts";
import type { Cell, Column } from "../../table/column.ts";
import { plainTable, type TableView } from "../../table/table-view.ts";
import { factLabelCell, readAtCell } from "./fact-columns.ts";

/** Who a platform is: the same questions of every one, each answer with its source and day under it. */
export const companyTable = (lines: readonly FactLine[], caption: string): TableView =>
  plainTable({ label: "Who is this?", caption }, COLUMNS, lines);

const COLUMNS: readonly Column<FactLine>[] = [
  {
    id: "question",
    label: "Question",
    kind: "text",
    cell: factLabelCell,
  },
  { id: "answer", label: "Answer, source and day", kind: "prose", cell: answerCell },
];

function answerCell(line: FactLine): Cell {
  const { text, notes, sources, isCurrent } = line;
  const { pieces, file } = readAtCell(line);
  const side = sources.length === 0 ? "none" : isCurrent ? undefined : "muted";
  return { text, notes, pieces, file: file === "" ? text : `${text} (${file})`, ...(side === undefined ? {} : { side }) };
}
