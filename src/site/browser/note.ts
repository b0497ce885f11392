import { make } from "./make.ts";

/** A mark that opens to its note, on a touch screen and by keyboard too: what OfferTable.astro and FigureTable.astro write. */
export const note = (mark: string, text: string): HTMLDetailsElement => make("details", {}, make("summary", {}, mark), text);
