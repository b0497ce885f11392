import { formatDelta } from "../../site/format.ts";
import { paths } from "../../site/paths.ts";
import { GRADE_RULE } from "../../site/who/grade-text.ts";
import type { Cell, Column } from "../../table/column.ts";
import { plainTable, type TableView } from "../../table/table-view.ts";
import type { PlatformsPage } from "./page.ts";

type PlatformRow = PlatformsPage["lines"][number];

/** Every platform: kind, size, how far from list, fees, and how its prices can be verified. */
export const platformTable = (lines: readonly PlatformRow[]): TableView =>
  plainTable(
    {
      label: "Platforms",
      caption: `vs list price = median difference of standard input prices to the makers’ list prices. Grade: ${GRADE_RULE}`,
    },
    COLUMNS,
    lines,
  );

const COLUMNS: readonly Column<PlatformRow>[] = [
  {
    id: "platform",
    label: "Platform",
    kind: "text",
    cell: ({ id, name, kind, isClosed }) => ({
      text: name,
      href: paths.platform(id),
      notes: [isClosed ? "closed" : kind],
      file: name,
    }),
  },
  { id: "id", label: "Id", kind: "text", only: "files", cell: ({ id }) => ({ text: id }) },
  { id: "kind", label: "Kind", kind: "text", only: "files", cell: ({ kind }) => ({ text: kind }) },
  { id: "models", label: "Models", kind: "count", sorted: "descending", cell: ({ models }) => ({ text: String(models) }) },
  { id: "offers", label: "Offers", kind: "count", wide: true, only: "page", cell: ({ offers }) => ({ text: String(offers) }) },
  { id: "delta", label: "vs list price, median", kind: "delta", cell: medianCell },
  { id: "cheaper", label: "Cheaper", kind: "count", wide: true, cell: ({ cheaper }) => ({ text: String(cheaper) }) },
  { id: "equal", label: "Equal", kind: "count", wide: true, cell: ({ equal }) => ({ text: String(equal) }) },
  { id: "dearer", label: "More expensive", kind: "count", wide: true, cell: ({ dearer }) => ({ text: String(dearer) }) },
  { id: "fees", label: "Fees", kind: "prose", wide: true, cell: ({ fees }) => ({ text: fees }) },
  { id: "grade", label: "Grade", kind: "text", wide: true, only: "page", cell: ({ grade }) => ({ text: grade }) },
];

function medianCell({ medianDeltaBps: bps }: PlatformRow): Cell {
  if (bps === null) return { text: "–", side: "none" };
  if (bps === 0) return { text: "= list", side: "none", file: formatDelta(bps) };
  return { text: formatDelta(bps), side: bps < 0 ? "under" : "over" };
}
