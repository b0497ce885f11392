import type { Cell, Column, Piece } from "../../table/column.ts";
import { plainTable, type TableView } from "../../table/table-view.ts";
import type { DisagreementLine, ReadPrice } from "./disagreement-line.ts";

/** Where sources read different prices for the same offer: all of them, with their days. */
export const disagreementTable = (lines: readonly DisagreementLine[]): TableView =>
  plainTable(
    {
      label: "Where sources disagree",
      caption: "Input and output, dollars per million tokens. ≠ is over half a percent off the price we use.",
    },
    COLUMNS,
    lines,
  );

const COLUMNS: readonly Column<DisagreementLine>[] = [
  { id: "offer", label: "Offer", kind: "text", cell: ({ offer }) => ({ text: offer }) },
  { id: "used", label: "We use", kind: "text", cell: ({ used }) => ({ text: used.text, pieces: [sourceLink(used)] }) },
  { id: "others", label: "Also read", kind: "text", cell: othersCell },
];

function othersCell({ others }: DisagreementLine): Cell {
  const pieces = others.map((other): Piece => {
    const text = `${other.isOther ? "≠" : "="} ${other.text}`;
    return { kind: "line", pieces: [{ kind: "text", text }, sourceLink(other)] };
  });
  return { text: "", pieces };
}

const sourceLink = ({ source, url }: ReadPrice): Piece => ({ kind: "link", text: source, href: url });
