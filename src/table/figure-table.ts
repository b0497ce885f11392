import { toMillionth } from "../domain/money/micro-usd.ts";
import { markdownTable } from "../site/markdown.ts";

/** One cell, as text and as a file wants it. The page, its browser code, Markdown and CSV all show the same table. */
export interface Cell {
  readonly text: string;
  /** For files: the number itself. */
  readonly figure?: number;
  readonly side?: "under" | "over" | "none";
  /** Small words after the text. */
  readonly notes?: readonly string[];
  /** Small words for a phone, where the `wide` columns are folded away. */
  readonly folded?: readonly string[];
  /** What the figure takes for granted; shown as a star that tells it. */
  readonly hint?: string;
  readonly href?: string;
}

export interface Column {
  readonly label: string;
  readonly isNumber: boolean;
  /** Folded away on a phone. */
  readonly isWide?: boolean;
  /** The one the rows are in the order of. */
  readonly isMain?: boolean;
}

/** The first cell names the row. */
export interface TableRow {
  readonly head: Cell;
  readonly cells: readonly Cell[];
}

export interface RowGroup {
  /** Null = a table with one kind of row. */
  readonly title: string | null;
  readonly rows: readonly TableRow[];
}

export interface FigureTable {
  readonly label: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly groups: readonly RowGroup[];
}

/** The table as Markdown, small words in brackets. */
export function tableMarkdown({ columns, groups }: FigureTable): string {
  const rows = groups.flatMap(({ title, rows: own }) =>
    own.map((row) => [cellText(row.head, title), ...row.cells.map((cell) => cellText(cell, null))]),
  );
  return markdownTable(
    columns.map(({ label }) => label),
    rows,
  );
}

/** The table as lines of values for a CSV writer: numbers as numbers, to the millionth; every small word in a last column of its own. */
export function tableRecords({ columns, groups }: FigureTable): readonly (readonly (string | number)[])[] {
  const labels = columns.map(({ label }) => label);
  const rows = groups.flatMap(({ title, rows: own }) =>
    own.map(({ head, cells }) => {
      const said = cells.flatMap(({ notes = [], hint }, at) =>
        [...notes, ...(hint === undefined ? [] : [hint])].map((note) => `${labels[at + 1]}: ${note}`),
      );
      const notes = [...(title === null ? [] : [title]), ...(head.notes ?? []), ...said];
      return [
        head.text,
        ...cells.map(({ figure, text }) => (figure === undefined ? text : toMillionth(figure))),
        notes.join("; "),
      ];
    }),
  );
  return [[...labels, "Notes"], ...rows];
}

function cellText({ text, notes = [], hint }: Cell, group: string | null): string {
  const more = [...(group === null ? [] : [group]), ...notes, ...(hint === undefined ? [] : [hint])];
  return more.length === 0 ? text : `${text} (${more.join(", ")})`;
}
