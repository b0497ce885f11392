import type { PairCounts, PairSummary } from "../../../domain/platform/platform-comparison.ts";
import { formatCount, formatDelta } from "../../../site/format.ts";
import * as paths from "../../../site/paths.ts";
import type { Cell, Column } from "../../../table/column.ts";
import { plainTable } from "../../../table/table-view.ts";
import type { ComparisonSection } from "../comparison-view.ts";
import { ASSUMED, type CommonModel, comparedWithFirst } from "./common-models.ts";
import type { ComparedPlatform } from "./compared-platform.ts";

/** A platform's line: null in place of a standing = it is the one the others are measured by. */
interface SummaryLine {
  readonly platform: ComparedPlatform;
  readonly summary: PairSummary | null;
}

/** How each platform stands against the first on the models all of them sell, before everything else: a line a platform. */
export function summarySection(
  platforms: readonly ComparedPlatform[],
  shared: readonly CommonModel[],
  month: string,
): ComparisonSection {
  const lines = platforms.map(
    (platform, at): SummaryLine => ({ platform, summary: at === 0 ? null : comparedWithFirst(shared, at) }),
  );
  const first = platforms[0]?.name ?? "";
  return {
    id: "summary",
    title: "In short",
    text: `On ${formatCount(shared.length)} shared models, against ${first}. The same = the same token prices; mixed = cheaper on input or output, more expensive on the other.`,
    table: plainTable(
      {
        label: "Summary",
        caption: `Differences are medians. Monthly cost: ${month}, fees included. Sells in all: models with a price at the standard tier. ${ASSUMED}`,
      },
      COLUMNS,
      lines,
    ),
  };
}

const COLUMNS: readonly Column<SummaryLine>[] = [
  { id: "platform", label: "Platform", kind: "text", cell: platformCell },
  {
    id: "month",
    label: "Monthly cost",
    kind: "delta",
    isMain: true,
    cell: ({ summary }) => (summary === null ? FIRST : monthsCell(summary)),
  },
  countColumn("cheaper", "Cheaper", ({ second }) => second),
  countColumn("same", "The same", ({ tie }) => tie),
  countColumn("dearer", "More expensive", ({ first }) => first),
  { ...countColumn("mixed", "Mixed", ({ mixed }) => mixed), wide: true },
  medianColumn("input", "Input", ({ medianInputBps }) => medianInputBps),
  medianColumn("output", "Output", ({ medianOutputBps }) => medianOutputBps),
  {
    id: "fee",
    label: "Credit purchase fee",
    kind: "prose",
    wide: true,
    cell: ({ platform }) => ({ text: factOf(platform, "Credit purchase fee") }),
  },
  { id: "models", label: "Sells in all", kind: "count", wide: true, cell: ({ platform }) => countCell(platform.listings.length) },
];

function platformCell({ platform: { id, name, listings } }: SummaryLine): Cell {
  const unconfirmed = listings.filter(({ isUnconfirmed }) => isUnconfirmed).length;
  const note = unconfirmed === 0 ? [] : [`${formatCount(unconfirmed)} of ${formatCount(listings.length)} prices unconfirmed`];
  return { text: name, href: paths.platform(id), notes: note };
}

function countColumn(id: string, label: string, of: (counts: PairCounts) => number): Column<SummaryLine> {
  return { id, label, kind: "count", cell: ({ summary }) => (summary === null ? FIRST : countCell(of(summary.prices))) };
}

function medianColumn(id: string, label: string, of: (summary: PairSummary) => number | null): Column<SummaryLine> {
  return { id, label, kind: "delta", wide: true, cell: ({ summary }) => (summary === null ? FIRST : medianCell(of(summary))) };
}

/** The median of the months, and of how many models it is where that is not all. */
function monthsCell({ models, months, medianMonthBps }: PairSummary): Cell {
  const isPartial = months.compared > 0 && months.compared < models;
  return {
    ...medianCell(medianMonthBps),
    ...(isPartial ? { notes: [`${formatCount(months.compared)} of ${formatCount(models)} comparable`] } : {}),
  };
}

const countCell = (count: number): Cell => ({ text: formatCount(count), figure: count });

function medianCell(bps: number | null): Cell {
  if (bps === null) return { text: "–", side: "none" };
  if (bps === 0) return { text: "=", side: "none", figure: 0 };
  return { text: formatDelta(bps), side: bps < 0 ? "under" : "over", figure: bps / 100 };
}

const FIRST: Cell = { text: "–", side: "none" };

const factOf = ({ facts }: ComparedPlatform, label: string): string => facts.find(([name]) => name === label)?.[1] ?? "unknown";
