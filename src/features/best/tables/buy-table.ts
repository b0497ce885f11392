import { isTied } from "../../../domain/ranking/net-cost/net-cost-rank.ts";
import type { Ranking, RankingRow } from "../../../domain/ranking/ranking.ts";
import { formatPlural } from "../../../site/format.ts";
import type { Cell, Column } from "../../../table/column.ts";
import { type TableView, tableView } from "../../../table/table-view.ts";
import { bestBuyRows, lowerEndText, rangeText } from "../words/best-words.ts";
import { MOST_WORSE_ANSWER, worseAnswerText } from "../worse-answer.ts";
import {
  againstBestColumns,
  chanceColumn,
  MONTHS_TEXT,
  modelColumn,
  monthColumn,
  NOTHING_FITS,
  qualityColumn,
  type RankingContext,
  sellerColumn,
  sourcesColumn,
  usdCell,
} from "./best-columns.ts";

/** A best buy with its number, or a model that is tied with the first. */
interface BuyLine {
  readonly row: RankingRow;
  readonly number: number | null;
  /** `$0.0023–$0.09`, or at which price it is tied. */
  readonly range: string;
  /** How many it is tied with in the middle of its range, the first at the reader's price, as the sentence says; 0 = none. */
  readonly tied: number;
}

const MEASURED = " Measured = what a question of LiveBench really cost at the maker, thinking included; – = nobody measured it.";

/** As many rows as one looks at together; the full table has all. */
const ROWS = 12;

/** The best buys from the cheapest to the best, and those tied with the first at the reader's price of a worse answer. */
export function buyTable(ranking: Ranking, context: RankingContext): TableView {
  const [first] = ranking.rows;
  const buys = bestBuyRows(ranking).map(
    ({ wins, ...row }, at): BuyLine => ({
      row: { ...row, wins },
      number: at + 1,
      range: rangeText(wins),
      tied: row.modelId === first?.modelId ? first.tiedWith : tiedAt(row.modelId, ranking.rows, middleOf(wins)),
    }),
  );
  const at = worseAnswerText(context.worseAnswerUsd);
  const tied = ranking.rows.filter(({ wins, isTiedWithFirst }) => wins === null && isTiedWithFirst);
  const near = tied.slice(0, Math.max(0, ROWS - buys.length));
  const shown = near.length < tied.length ? `, ${near.length} of ${tied.length} shown` : "";
  const groups = [
    { title: null, rows: buys },
    ...(first === undefined || near.length === 0
      ? []
      : [
          {
            title: `Tied with ${context.nameOf(first.modelId)} at ${at}${shown}`,
            rows: near.map((row): BuyLine => ({ row, number: null, range: `tied at ${at}`, tied: 0 })),
          },
        ]),
  ];
  const measured = context.measuredUsd.size === 0 ? "" : MEASURED;
  const shownRows = groups.flatMap(({ rows }) => rows.map(({ row }) => row));
  const caption = `${context.words.caption}, and what 1,000 requests cost more with them, are against the best rated model.${lowerEndText(shownRows)} Tied = the 90 % interval of the difference in net cost holds zero. ${MONTHS_TEXT}${measured}`;
  return tableView(
    { label: `Best buys by what a ${context.words.worse} costs`, caption: first === undefined ? NOTHING_FITS : caption },
    columnsOf(context),
    groups,
    ({ row }) => ({
      isMarked: row === first || row.modelId === first?.modelId,
    }),
  );
}

function columnsOf(context: RankingContext): readonly Column<BuyLine>[] {
  const rowOf = ({ row }: BuyLine): RankingRow => row;
  return [
    modelColumn(context, rowOf, () => []),
    {
      id: "number",
      label: "No.",
      kind: "count",
      wide: true,
      cell: ({ number }) => ({ text: number === null ? "" : String(number) }),
    },
    { id: "range", label: `Best while a ${context.words.worse} costs`, kind: "prose", cell: rangeCell },
    { ...monthColumn(rowOf), isMain: true },
    sellerColumn(context, rowOf),
    chanceColumn(context, rowOf),
    ...againstBestColumns(context, rowOf),
    // The full table shows both; here they would push the row out of sight.
    { ...qualityColumn(rowOf), only: "files" },
    { ...sourcesColumn(rowOf), only: "files" },
    ...(context.measuredUsd.size === 0 ? [] : [measuredColumn(context.measuredUsd)]),
  ];
}

/** What a question of LiveBench really cost at the maker, thinking included. */
const measuredColumn = (measuredUsd: RankingContext["measuredUsd"]): Column<BuyLine> => ({
  id: "measured",
  label: "Measured, a question",
  kind: "money",
  wide: true,
  cell: ({ row }) => {
    const usd = measuredUsd.get(row.modelId);
    return usd === undefined ? { text: "–" } : usdCell(usd);
  },
});

const rangeCell = ({ range, tied }: BuyLine): Cell => ({
  text: range,
  notes: tied === 0 ? [] : [`tied with ${formatPlural(tied, "other")} there`],
});

/** The middle of a range on the slider's own scale; of one without an end, twice its beginning. */
function middleOf({ from, to }: { readonly from: number; readonly to: number | null }): number {
  if (to === null) return from === 0 ? MOST_WORSE_ANSWER : from * 2;
  return from === 0 ? to / 2 : Math.sqrt(from * to);
}

function tiedAt(modelId: string, rows: readonly RankingRow[], worseAnswerUsd: number): number {
  const buy = rows.find((row) => row.modelId === modelId);
  return buy === undefined ? 0 : rows.filter((row) => row !== buy && isTied(row, buy, worseAnswerUsd)).length;
}
