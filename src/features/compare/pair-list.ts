import type { Comparison } from "../../domain/platform/comparison.ts";
import { formatCount, formatDelta } from "../../site/format.ts";
import { paths } from "../../site/paths.ts";
import type { Cell, FigureTable } from "../../table/figure-table.ts";
import { sharedModels, standingAgainstFirst } from "./compare-platforms.ts";
import type { ComparedPlatform } from "./compared-platform.ts";

/** The ready-made pairs with their outcome: how many models they share, who asks less, and the median month. */
export function pairTable(comparisons: readonly Comparison[], platformOf: (id: string) => ComparedPlatform): FigureTable {
  const number = (label: string, isWide = false) => ({ label, isNumber: true, isWide });
  return {
    label: "Pairs",
    caption:
      "On token prices, as far as both are known; the second platform’s median month against the first’s, fees and bonus in. * = a fee of one of them is unknown.",
    columns: [
      { label: "Pair", isNumber: false },
      { label: "The question", isNumber: false, isWide: true },
      number("Shared models"),
      number("First asks less", true),
      number("Tie"),
      number("Second asks less", true),
      number("Mixed", true),
      { ...number("Second’s month"), isMain: true },
    ],
    groups: [{ title: null, rows: comparisons.map((comparison) => pairRow(comparison, platformOf)) }],
  };
}

function pairRow({ pair, why }: Comparison, platformOf: (id: string) => ComparedPlatform) {
  const [first, second] = [platformOf(pair[0]), platformOf(pair[1])];
  const shared = sharedModels([first, second]);
  const { prices, medianMonthBps } = standingAgainstFirst(shared, 1);
  const counts = [shared.length, prices.first, prices.tie, prices.second, prices.mixed];
  return {
    head: { text: `${first.name} vs ${second.name}`, href: paths.compare(pair) },
    cells: [
      { text: why },
      ...counts.map((count) => ({ text: formatCount(count), figure: count })),
      medianCell(medianMonthBps, first.hasUnknownFees || second.hasUnknownFees),
    ],
  };
}

/** A star where one of the two charges something that nobody names. */
function medianCell(bps: number | null, isPartial: boolean): Cell {
  if (bps === null) return { text: "–", side: "none" };
  const hint = isPartial ? { hint: "a fee of one of them is unknown: taken at its most" } : {};
  if (bps === 0) return { text: "tie", ...hint };
  return { text: formatDelta(bps), side: bps < 0 ? "under" : "over", ...hint };
}
