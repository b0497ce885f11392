import type { FactLine } from "../../site/words/platform-facts.ts";
import type { Cell, Column, Piece } from "../../table/column.ts";
import { plainTable, type TableView } from "../../table/table-view.ts";

/** Curated facts, each with where and when it was read. A version that no longer holds is said to be older. */
export const factTable = (lines: readonly FactLine[], caption: string): TableView =>
  plainTable({ label: "Facts", caption }, COLUMNS, lines);

const COLUMNS: readonly Column<FactLine>[] = [
  {
    id: "fact",
    label: "Fact",
    kind: "text",
    cell: ({ label, isCurrent }) => ({ text: label, notes: isCurrent ? [] : ["another version"], file: label }),
  },
  {
    id: "says",
    label: "What it says",
    kind: "prose",
    cell: ({ text, notes, isCurrent }) => ({ text, notes, file: text, ...(isCurrent ? {} : { side: "muted" }) }),
  },
  { id: "source", label: "Source", kind: "prose", cell: sourcesCell },
];

function sourcesCell({ sources }: FactLine): Cell {
  const pieces = sources.map(({ host, url, date, confidence }): Piece => {
    const note = { kind: "note", text: `${date}, ${confidence}` } as const;
    return { kind: "line", pieces: [{ kind: "link", text: host, href: url }, note] };
  });
  return { text: "", pieces, file: sources.map(({ host, date }) => `${host}, ${date}`).join("; ") };
}
