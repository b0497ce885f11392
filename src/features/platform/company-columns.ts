import type { FactLine } from "../../site/words/platform-facts.ts";
import type { Cell, Column, Piece } from "../../table/column.ts";
import { plainTable, type TableView } from "../../table/table-view.ts";

/** Who a platform is: the same questions of every one, each answer with its source and day under it. */
export const companyTable = (lines: readonly FactLine[], caption: string): TableView =>
  plainTable({ label: "Who is this?", caption }, COLUMNS, lines);

const COLUMNS: readonly Column<FactLine>[] = [
  {
    id: "question",
    label: "Question",
    kind: "text",
    cell: ({ label, isCurrent }) => ({ text: label, notes: isCurrent ? [] : ["another version"], file: label }),
  },
  { id: "answer", label: "Answer, source and day", kind: "prose", cell: answerCell },
];

function answerCell({ text, notes, sources, isCurrent }: FactLine): Cell {
  const pieces = sources.map(({ host, url, date, confidence }): Piece => {
    const note = { kind: "note", text: `${date}, ${confidence}` } as const;
    return { kind: "line", pieces: [{ kind: "link", text: host, href: url }, note] };
  });
  const read = sources.map(({ host, date }) => `${host}, ${date}`).join("; ");
  const side = sources.length === 0 ? "none" : isCurrent ? undefined : "muted";
  return { text, notes, pieces, file: read === "" ? text : `${text} (${read})`, ...(side === undefined ? {} : { side }) };
}
