import type { MakerMark } from "../site/maker-mark.ts";
import type { SortDirection } from "./sort-direction.ts";
import type { SortKey } from "./sort-rows.ts";

/** What is in a column. `money`, `count`, `delta` and `score` are figures: at the right, digits below digits. `prose` may wrap. */
export type ColumnKind = "text" | "prose" | "day" | "picture" | "money" | "count" | "delta" | "score";

/**
 * One column of a table: what its head says and what each row says below it. Header, cells, colspan, sort keys, Markdown and CSV all
 * derive from it, on the server and in the browser.
 */
export interface Column<Row> {
  /** Stable: where the column can be sorted by, it is in addresses (`?sort=cache-read`). */
  readonly id: string;
  readonly label: string;
  readonly kind: ColumnKind;
  /** Folded away below 48rem; what a phone needs of it is in `folded` of the first cell. */
  readonly wide?: boolean;
  /** The one the rows are in the order of: set in bold. */
  readonly isMain?: boolean;
  /** The order the rows are in at first, said to screen readers and shown by an arrow. */
  readonly sorted?: SortDirection;
  /** Absent = not sortable. */
  readonly sort?: { readonly first: SortDirection; readonly key: (row: Row) => SortKey };
  /** What a filter reads of a row here, by its name; it is in the row's `data-` attributes. */
  readonly filters?: Readonly<Record<string, (row: Row) => string>>;
  /** Depends on what the reader chose: the browser draws its cells again. */
  readonly isLive?: boolean;
  /** Shown on pages only, or in Markdown and CSV only; absent = in all of them. */
  readonly only?: "page" | "files";
  /** What Markdown and CSV call it, where a page is shorter or longer. */
  readonly fileLabel?: string;
  /** Where its head leads. */
  readonly href?: string;
  readonly cell: (row: Row) => Cell;
}

/** The side of the list price, a word in place of a figure, or one that is shown only to readers who ask for unconfirmed prices. */
export type CellSide = "under" | "over" | "none" | "muted" | "unconfirmed";

/** What is in a cell: the same for a page, for the browser and for files. */
export interface Cell {
  readonly text: string;
  /** The bare number for CSV and tools: 1440 beside `$1,440`. */
  readonly figure?: number;
  readonly href?: string;
  /** What the link says of itself. */
  readonly title?: string;
  readonly side?: CellSide;
  /** Before the text, to the eye only. */
  readonly mark?: MakerMark;
  /** How strong the ground behind a difference is, in three steps; 0 = the ground of what is equal. */
  readonly shade?: 0 | 1 | 2 | 3;
  /** Small words after the text. */
  readonly notes?: readonly Note[];
  /** Small words for a phone, where the `wide` columns are folded away. */
  readonly folded?: readonly string[];
  /** What the figure takes for granted; shown as a mark that opens to it. */
  readonly hint?: Hint;
  /** What the shapes above cannot say, after the text. */
  readonly pieces?: readonly Piece[];
  /** What Markdown says instead of the text with its notes in brackets. */
  readonly file?: string | FileLink;
}

/** A link in Markdown, to an address we chose. */
export interface FileLink {
  readonly text: string;
  readonly url: string;
}

/** Plain words, a warning, or words that a phone has no room for. */
export type Note = string | { readonly text: string; readonly tone: "over" | "wide" };

/** `*` unless another mark is named. */
export type Hint = string | { readonly mark: string; readonly text: string };

/** The smallest thing a renderer draws. */
export type Piece =
  | { readonly kind: "text"; readonly text: string; readonly tone?: CellSide | undefined }
  | { readonly kind: "link"; readonly text: string; readonly href: string; readonly title?: string | undefined }
  | { readonly kind: "note"; readonly text: string; readonly tone?: "over" | "narrow" | "wide" | undefined }
  | { readonly kind: "day"; readonly text: string; readonly iso?: string }
  | { readonly kind: "hint"; readonly mark: string; readonly text: string }
  /** What opens and closes the rows below it, without a script. */
  | { readonly kind: "fold"; readonly text: string }
  | { readonly kind: "line"; readonly pieces: readonly Piece[] }
  | { readonly kind: "picture"; readonly picture: Picture };

/** A small drawing in a cell, described in words too. */
export interface Picture {
  readonly look: string;
  readonly label: string;
  /** Absent = the paths are in pixels. */
  readonly box?: { readonly width: number; readonly height: number };
  readonly paths: readonly { readonly look?: string | undefined; readonly d: string }[];
}

/** Whether a column's cells are figures. */
export const isFigure = (kind: ColumnKind): boolean =>
  kind === "money" || kind === "count" || kind === "delta" || kind === "score";

/** A column that is nothing but words, or one figure as text, under its head. */
const wordColumn =
  (kind: ColumnKind) =>
  <Row>(id: string, label: string, text: (row: Row) => string): Column<Row> => ({
    id,
    label,
    kind,
    cell: (row) => ({ text: text(row) }),
  });

export const textColumn = wordColumn("text");
export const proseColumn = wordColumn("prose");
export const dayColumn = wordColumn("day");
export const countColumn = wordColumn("count");
export const moneyColumn = wordColumn("money");
