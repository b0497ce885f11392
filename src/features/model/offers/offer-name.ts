import type { Cell, Note } from "../../../table/column.ts";
import { warningNotes } from "../../../table/offer-cells.ts";
import type { ModelOfferLine } from "./offer-line.ts";

/** Who sells it, through whom, and what is to be said against it. */
export function nameCell(line: ModelOfferLine): Cell {
  const { name, via, details } = line.seller;
  const notes = [...(via === null ? [] : [`via ${via}`]), ...(details.length === 0 ? [] : [details.join(" · ")])];
  return {
    text: name,
    ...(line.platformPath === null ? {} : { href: line.platformPath }),
    notes: [...notes, ...warningNotes(line).flatMap((note) => shortNote(note, line))],
    file: [name, ...notes].join(", "),
  };
}

/** Beside its source and day a row need not say them again: `older`, and nothing of one catalogue's word. */
function shortNote(note: Note, { ineligible }: ModelOfferLine): readonly Note[] {
  if (typeof note !== "string") return [note];
  if (ineligible === "unconfirmed") return [];
  return [{ text: ineligible === "expired" ? "too old" : "older", tone: "wide" }];
}
