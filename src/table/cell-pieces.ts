import type { Cell, Hint, Note, Piece } from "./column.ts";
import type { GroupView, Heading } from "./table-view.ts";

/** What a cell is drawn from, in order. Both renderers draw these and nothing else, so a page and its script cannot differ. */
export function piecesOf(cell: Cell): readonly Piece[] {
  const { text, href, title, hint, notes = [], folded = [], pieces = [] } = cell;
  const main: Piece = href === undefined ? { kind: "text", text } : { kind: "link", text, href, title };
  return [
    ...(text === "" ? [] : [main]),
    ...(hint === undefined ? [] : [hintPiece(hint)]),
    ...notes.map(notePiece),
    ...folded.map((each): Piece => ({ kind: "note", text: each, tone: "narrow" })),
    ...pieces,
  ];
}

/** A hint is attached to what it explains; everything else is apart, for those who hear or copy it too. */
export const isApart = (piece: Piece, at: number): boolean => at > 0 && piece.kind !== "hint" && piece.kind !== "line";

/** The class of a cell: side, rank among the columns, how it breaks. Undefined = none. */
export function cellClass(
  { isMain = false, wide = false, kind }: Heading,
  { side, mark, shade }: Cell,
  at: number,
): string | undefined {
  const names = [
    side,
    shade === undefined ? "" : `shade-${shade}`,
    markClass(mark),
    isMain ? "main" : "",
    wide ? "wide" : "",
    kind === "prose" && at > 0 ? "wrap" : "",
  ];
  return names.filter(Boolean).join(" ") || undefined;
}

/** The class of a group's title. */
export const groupClass = ({ mark }: Pick<GroupView, "mark">): string => `group ${markClass(mark)}`.trim();

const markClass = (mark: Cell["mark"]): string => (mark === undefined ? "" : `mark-${mark.hue}`);

/** A note’s text, whether or not it has a meaning of its own. */
export const noteText = (note: Note): string => (typeof note === "string" ? note : note.text);

/** A hint’s text, whether or not it leads somewhere. */
export const hintText = (hint: Hint): string => (typeof hint === "string" ? hint : hint.text);

const notePiece = (note: Note): Piece =>
  typeof note === "string" ? { kind: "note", text: note } : { kind: "note", text: note.text, tone: note.tone };

const hintPiece = (hint: Hint): Piece =>
  typeof hint === "string" ? { kind: "hint", mark: "*", text: hint } : { kind: "hint", ...hint };
