import type { BarRow } from "../../../domain/ranking/quality-bar.ts";
import type { RankingRow } from "../../../domain/ranking/ranking.ts";
import { formatElo, rankNote } from "../../../site/words/quality-text.ts";
import type { Column } from "../../../table/column.ts";
import { plainTable, type TableView } from "../../../table/table-view.ts";
import { lowerEndText } from "../words/best-words.ts";
import {
  chanceColumn,
  MONTHS_TEXT,
  modelColumn,
  monthColumn,
  NOTHING_FITS,
  placeColumns,
  qualityColumn,
  type RankingContext,
  sellerColumn,
} from "./best-columns.ts";

/** As many rows as are looked at; the full table has all. */
const ROWS = 12;

/** Who reaches a quality, cheapest first. */
export function barTable(rows: readonly BarRow<RankingRow>[], bar: number, context: RankingContext): TableView {
  type Line = BarRow<RankingRow>;
  const rowOf = ({ row }: Line): RankingRow => row;
  const columns: readonly Column<Line>[] = [
    modelColumn<Line>(context, rowOf, (line) => [rankNote(line)]),
    ...placeColumns<Line>(),
    { ...monthColumn<Line>(rowOf), isMain: true },
    sellerColumn<Line>(context, rowOf),
    chanceColumn<Line>(context, rowOf),
    qualityColumn<Line>(rowOf),
    {
      id: "bar",
      label: "Meets the minimum",
      kind: "prose",
      cell: ({ reachesBar }) => ({ text: reachesBar === "meets" ? "yes" : "perhaps: its interval reaches it" }),
    },
  ];
  const more = rows.length > ROWS ? ` The first ${ROWS} of ${rows.length}.` : "";
  const caption = `Every model whose quality interval reaches ${formatElo(bar)}, cheapest first.${more}${lowerEndText(rows.map(rowOf))} ${MONTHS_TEXT}`;
  return plainTable(
    { label: "Cheapest that reaches a quality", caption: rows.length === 0 ? NOTHING_FITS : caption },
    columns,
    rows.slice(0, ROWS),
  );
}
