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
    cell: factLabelCell,
  },
  {
    id: "says",
    label: "What it says",
    kind: "prose",
    cell: ({ text, notes, isCurrent }) => ({ text, notes, file: text, ...(isCurrent ? {} : { side: "muted" }) }),
  },
  { id: "source", label: "Source", kind: "prose", cell: (line) => ({ text: "", ...readAtCell(line) }) },
];

/** What is asked or said of; of a version that no longer holds it says so. */
export function factLabelCell({ label, isCurrent }: FactLine): Cell {
  return { text: label, notes: isCurrent ? [] : ["another version"], file: label };
}

/** Where a fact was read, each source with its day: as lines of a cell, and as the text of a file. */
export function readAtCell({ sources }: FactLine): { readonly pieces: readonly Piece[]; readonly file: string } {
  const pieces = sources.map(({ host, url, date, confidence }): Piece => {
    const note = { kind: "note", text: `${date}, ${confidence}` } as const;
    return { kind: "line", pieces: [{ kind: "link", text: host, href: url }, note] };
  });
  return { pieces, file: sources.map(({ host, date }) => `${host}, ${date}`).join("; ") };
}
