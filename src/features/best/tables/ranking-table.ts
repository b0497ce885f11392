import { compareByValue, type RankingRow } from "../../../domain/ranking/ranking.ts";
import type { Column } from "../../../table/column.ts";
import { plainTable, type TableView } from "../../../table/table-view.ts";
import type { BestSort, BestState } from "../best-state.ts";
import { lowerEndText } from "../words/best-words.ts";
import { worseAnswerText } from "../worse-answer.ts";
import {
  againstBestColumns,
  chanceColumn,
  MONTHS_TEXT,
  modelColumn,
  monthColumn,
  NOTHING_FITS,
  placeColumns,
  qualityColumn,
  type RankingContext,
  sellerColumn,
  sourcesColumn,
  usdCell,
} from "./best-columns.ts";

/** Every ranked model, in the order a reader asks for; the rank is by net cost in all of them. */
export function rankingTable(rows: readonly RankingRow[], sort: BestState["sort"], context: RankingContext): TableView {
  const rowOf = (row: RankingRow): RankingRow => row;
  const columns: readonly Column<RankingRow>[] = [
    modelColumn(context, rowOf, () => []),
    ...placeColumns<RankingRow>(),
    {
      id: "net-cost",
      label: "Net cost per 1,000",
      kind: "money",
      cell: ({ netCostUsd }) => usdCell(netCostUsd * 1000),
    },
    monthColumn(rowOf),
    sellerColumn(context, rowOf),
    chanceColumn(context, rowOf),
    ...againstBestColumns(context, rowOf),
    qualityColumn(rowOf),
    {
      id: "value",
      label: "Wins per dollar",
      kind: "score",
      wide: true,
      cell: ({ valuePerDollar }) => perDollarCell(valuePerDollar),
    },
    sourcesColumn(rowOf),
  ];
  const at = worseAnswerText(context.worseAnswerUsd);
  const caption = `Net cost = 1,000 requests, and ${at} for every ${context.words.unmet}. Against the best rated model.${lowerEndText(rows)} Wins per dollar = chance ÷ monthly cost, in thousandths. ${MONTHS_TEXT} Rank range and ties from 90 % intervals.`;
  const main = columns.map((column) => (column.id === sort ? { ...column, isMain: true } : column));
  return plainTable(
    { label: "All ranked models", caption: rows.length === 0 ? NOTHING_FITS : caption },
    main,
    rows.toSorted(ORDERS[sort]),
  );
}

const byRank = (a: RankingRow, b: RankingRow): number => a.rank - b.rank;

const ORDERS: Readonly<Record<BestSort, (a: RankingRow, b: RankingRow) => number>> = {
  "net-cost": byRank,
  month: (a, b) => a.landedUsdPerMonth - b.landedUsdPerMonth || byRank(a, b),
  quality: (a, b) => b.quality.value - a.quality.value || byRank(a, b),
  value: compareByValue,
};

const perDollarCell = (value: number) => ({
  text: value >= 100 ? value.toFixed(0) : value.toPrecision(3),
  figure: value,
});
