import type { Cell, Column, Piece } from "../../table/column.ts";
import { plainTable, type TableView } from "../../table/table-view.ts";
import type { DifferenceLine, DisagreementPage, TallyLine } from "./disagreement-page.ts";

/** How often sources differ: on input or output, and on cache reads. */
export const tallyTable = (label: string, caption: string, lines: readonly TallyLine[]): TableView =>
  plainTable({ label, caption }, TALLY, lines);

const TALLY: readonly Column<TallyLine>[] = [
  { id: "source", label: "Sources", kind: "text", cell: sourcesCell },
  { id: "offers", label: "Offers", kind: "count", cell: ({ prices }) => ({ text: prices.both }) },
  { id: "differ", label: "Differ", kind: "count", cell: ({ prices }) => ({ text: prices.differ }) },
  { id: "share", label: "Share", kind: "delta", isMain: true, cell: ({ prices }) => ({ text: prices.share }) },
  { id: "cache-reads", label: "Cached input", kind: "count", wide: true, cell: ({ cacheReads }) => ({ text: cacheReads.both }) },
  { id: "cache-differ", label: "Differ", kind: "count", wide: true, cell: ({ cacheReads }) => ({ text: cacheReads.differ }) },
  { id: "cache-share", label: "Share", kind: "delta", wide: true, cell: ({ cacheReads }) => ({ text: cacheReads.share }) },
];

function sourcesCell({ sources }: TallyLine): Cell {
  const pieces = sources.flatMap(({ name, url }, at): readonly Piece[] => [
    ...(at === 0 ? [] : [{ kind: "text", text: "and" } as const]),
    { kind: "link", text: name, href: url },
  ]);
  return { text: "", pieces: [{ kind: "line", pieces }], file: sources.map(({ name }) => name).join(" and ") };
}

/** One line an offer: the price on which its sources differ most. */
export const widestTable = ({ differences, restText }: Pick<DisagreementPage, "differences" | "restText">): TableView =>
  plainTable({ label: "Furthest apart", caption: `Widest difference first. ${restText ?? ""}`.trim() }, WIDEST, differences);

const WIDEST: readonly Column<DifferenceLine>[] = [
  {
    id: "model",
    label: "Model",
    kind: "text",
    cell: ({ model, seller }) => ({ text: model.name, href: model.path, notes: [seller], file: model.name }),
  },
  { id: "seller", label: "Seller", kind: "text", only: "files", cell: ({ seller }) => ({ text: seller }) },
  { id: "apart", label: "Apart", kind: "delta", isMain: true, cell: ({ times }) => ({ text: times }) },
  { id: "meter", label: "On", kind: "text", cell: ({ meter }) => ({ text: meter }) },
  { id: "lower", label: "Lower", kind: "text", cell: ({ low }) => readCell(low) },
  { id: "higher", label: "Higher", kind: "text", cell: ({ high }) => readCell(high) },
];

const readCell = ({ text, name, url, day }: DifferenceLine["low"]): Cell => ({
  text,
  pieces: [
    { kind: "link", text: name, href: url },
    { kind: "day", text: day },
  ],
  file: `${text} (${name}, ${day})`,
});
