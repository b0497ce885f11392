import type { Comparison } from "../../../domain/platform/comparison.ts";
import type { PairSummary } from "../../../domain/platform/platform-comparison.ts";
import { formatCount, formatDelta } from "../../../site/format.ts";
import * as paths from "../../../site/paths.ts";
import type { Cell, Column } from "../../../table/column.ts";
import { countCell } from "../../../table/count-cell.ts";
import { plainTable, type TableView } from "../../../table/table-view.ts";
import { commonModels, comparedWithFirst } from "./common-models.ts";
import type { ComparedPlatform } from "./compared-platform.ts";

/** The ready-made pairs with their outcome: how many models they share, which side is cheaper, and the median month. */
export const pairTable = (comparisons: readonly Comparison[], platformOf: (id: string) => ComparedPlatform): TableView =>
  plainTable(
    {
      label: "Pairs",
      caption:
        "On token prices, as far as both are known; the second platform’s median month against the first’s, fees and bonus in: – where fewer than half of their months can be compared. * = a fee of one of them is unknown.",
    },
    COLUMNS,
    comparisons.map((comparison) => pairLine(comparison, platformOf)),
  );

interface PairLine extends Comparison {
  readonly name: string;
  readonly shared: number;
  readonly prices: PairSummary["prices"];
  readonly median: Cell;
}

function pairLine(comparison: Comparison, platformOf: (id: string) => ComparedPlatform): PairLine {
  const [first, second] = [platformOf(comparison.pair[0]), platformOf(comparison.pair[1])];
  const shared = commonModels([first, second]);
  const summary = comparedWithFirst(shared, 1);
  return {
    ...comparison,
    name: `${first.name} vs ${second.name}`,
    shared: shared.length,
    prices: summary.prices,
    median: medianCell(summary, first.hasUnknownFees || second.hasUnknownFees),
  };
}

const COLUMNS: readonly Column<PairLine>[] = [
  {
    id: "pair",
    label: "Pair",
    kind: "text",
    cell: ({ name, pair, why }) => ({ text: name, href: paths.compare(pair), notes: [why] }),
  },
  { id: "median", label: "Second vs first", kind: "delta", isMain: true, cell: ({ median }) => median },
  { id: "shared", label: "Shared models", kind: "count", cell: ({ shared }) => countCell(shared) },
  { id: "first", label: "First cheaper", kind: "count", wide: true, cell: ({ prices }) => countCell(prices.first) },
  { id: "tie", label: "Tie", kind: "count", cell: ({ prices }) => countCell(prices.tie) },
  { id: "second", label: "Second cheaper", kind: "count", wide: true, cell: ({ prices }) => countCell(prices.second) },
  { id: "mixed", label: "Mixed", kind: "count", wide: true, cell: ({ prices }) => countCell(prices.mixed) },
];

/** A star where one of the two charges something that nobody names. */
function medianCell({ medianMonthBps: bps, months, models }: PairSummary, isFeeUnknown: boolean): Cell {
  if (bps === null) return { text: "–", side: "none" };
  const hint = isFeeUnknown ? { hint: "a fee of one of them is unknown: taken at its most" } : {};
  const more = { ...hint, ...(months.compared < models ? { notes: [`of ${formatCount(months.compared)}`] } : {}) };
  if (bps === 0) return { text: "tie", ...more };
  return { text: formatDelta(bps), side: bps < 0 ? "under" : "over", ...more };
}
