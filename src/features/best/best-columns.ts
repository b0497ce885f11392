import type { NamedModel } from "../../data/ranking-data.ts";
import { frontier, frontierLimits } from "../../domain/ranking/frontier.ts";
import type { BarRow } from "../../domain/ranking/quality-bar.ts";
import type { RankingRow } from "../../domain/ranking/ranking.ts";
import { takeoverMonths } from "../../domain/ranking/sensitivity.ts";
import { formatUsd } from "../../site/format.ts";
import { paths } from "../../site/paths.ts";
import { formatElo, intervalText, rankNote } from "../../site/words/quality-text.ts";
import type { Cell, Column } from "../../table/column.ts";
import { plainTable, type TableView } from "../../table/table-view.ts";
import type { BestState } from "./best-state.ts";
import { SOURCE_WORDS } from "./best-text.ts";

/** What the three tables of a ranking are told with. */
export interface RankingContext {
  modelOf(id: string): NamedModel;
  sellerOf(modelId: string): string;
  /** Measured dollars a question; empty = nobody measured any. */
  readonly measuredUsd: ReadonlyMap<string, number>;
  /** What of the workload would put another model first. */
  readonly takeovers: ReadonlyMap<string, readonly string[]>;
}

/** As many rows of the bar as are looked at; the main table has all. */
const BAR_ROWS = 25;

/** Quality per dollar, best first. */
export function valueTable(rows: readonly RankingRow[], sort: BestState["sort"], context: RankingContext): TableView {
  const months = takeoverMonths(rows);
  const flip = (row: RankingRow) => flipCell(row, months, context.takeovers);
  const quality = qualityColumns<RankingRow>((row) => row);
  const columns: readonly Column<RankingRow>[] = [
    modelColumn(
      context,
      (row) => row,
      (row) => [rankNote(row), `first ${flip(row).text}`],
    ),
    ...placeColumns<RankingRow>(),
    { ...monthColumn<RankingRow>((row) => row), isMain: sort !== "quality" },
    sellerColumn(context, (row) => row),
    ...quality.map((column) => (column.id === "quality" ? { ...column, isMain: sort === "quality" } : column)),
    {
      id: "value",
      label: "Wins per dollar",
      kind: "score",
      wide: true,
      cell: ({ valuePerDollar }) => perDollarCell(valuePerDollar),
    },
    { id: "first", label: "First place", kind: "prose", wide: true, cell: flip },
    { id: "sources", label: "Scored by", kind: "prose", wide: true, cell: scoredCell },
  ];
  const caption =
    "Wins per dollar = expected share of wins against the fixed field ÷ month, in thousandths. Between = best and worst rank the quality intervals allow; tied with = rows it cannot be told from. First place = the month at which it would be lost or taken. Quality on LMArena’s scale, fitted.";
  return plainTable({ label: "Quality per dollar", caption }, columns, sorted(rows, sort));
}

/** Who reaches the bar, cheapest first. */
export function barTable(rows: readonly BarRow<RankingRow>[], bar: number, context: RankingContext): TableView {
  type Line = BarRow<RankingRow>;
  const columns: readonly Column<Line>[] = [
    modelColumn<Line>(
      context,
      ({ row }) => row,
      (line) => [rankNote(line)],
    ),
    ...placeColumns<Line>(),
    monthColumn<Line>(({ row }) => row),
    sellerColumn<Line>(context, ({ row }) => row),
    ...qualityColumns<Line>(({ row }) => row),
    {
      id: "bar",
      label: "The bar",
      kind: "prose",
      cell: ({ row, standing }) => ({
        text: standing === "meets" ? "meets it" : "may meet it",
        notes: [`out over ${formatElo(row.quality.high)}`],
      }),
    },
  ];
  const more = rows.length > BAR_ROWS ? ` The first ${BAR_ROWS} of ${rows.length}.` : "";
  const caption = `Every model whose quality interval reaches ${formatElo(bar)}, cheapest first.${more}`;
  return plainTable({ label: "Cheapest for a bar", caption }, columns, rows.slice(0, BAR_ROWS));
}

/** What nothing beats, cheapest first. */
export function frontTable(rows: readonly RankingRow[], context: RankingContext): TableView {
  const isMeasured = context.measuredUsd.size > 0;
  const front = frontier(rows);
  const limits = frontierLimits(front);
  const columns: readonly Column<RankingRow>[] = [
    modelColumn(
      context,
      (row) => row,
      () => [],
    ),
    monthColumn<RankingRow>((row) => row),
    sellerColumn(context, (row) => row),
    ...qualityColumns<RankingRow>((row) => row),
    {
      id: "limit",
      label: "Stays on it",
      kind: "money",
      wide: true,
      cell: ({ modelId }) => limitCell(limits.get(modelId) ?? null),
    },
    ...(isMeasured ? [measuredColumn(context.measuredUsd)] : []),
  ];
  const measured = isMeasured
    ? " Measured = what a question of LiveBench really cost at the maker, thinking included; – = nobody measured it."
    : "";
  const caption = `Nothing is both better and cheaper than these. Cheapest first. Stays on it = up to the month at which a better one costs no more.${measured}`;
  return plainTable({ label: "The frontier", caption }, columns, front);
}

function sorted(rows: readonly RankingRow[], sort: BestState["sort"]): readonly RankingRow[] {
  if (sort === "month") return rows.toSorted((a, b) => a.landedUsdPerMonth - b.landedUsdPerMonth || a.rank - b.rank);
  if (sort === "quality") return rows.toSorted((a, b) => b.quality.value - a.quality.value || a.rank - b.rank);
  return rows;
}

/** What a line of a table tells of a model's rank. */
type Place = Pick<RankingRow, "rank" | "rankInterval" | "tiedWith">;

function modelColumn<Line>(
  { modelOf, sellerOf }: RankingContext,
  rowOf: (line: Line) => RankingRow,
  folded: (line: Line) => readonly string[],
): Column<Line> {
  const cell = (line: Line): Cell => {
    const { modelId, status } = rowOf(line);
    const { name, makerName } = modelOf(modelId);
    const notes = [makerName, ...(status === "provisional" ? ["provisional"] : [])];
    return { text: name, href: paths.model(modelId), notes, folded: [sellerOf(modelId), ...folded(line)] };
  };
  return { id: "model", label: "Model", kind: "text", cell };
}

export const placeColumns = <Line extends Place>(): readonly Column<Line>[] => [
  { id: "rank", label: "Rank", kind: "count", cell: ({ rank }) => ({ text: String(rank), figure: rank }) },
  {
    id: "between",
    label: "Between",
    kind: "count",
    wide: true,
    cell: ({ rankInterval: [low, high] }) => ({ text: `${low}–${high}` }),
  },
  {
    id: "tied",
    label: "Tied with",
    kind: "count",
    wide: true,
    cell: ({ tiedWith }) => ({ text: String(tiedWith), figure: tiedWith }),
  },
];

const monthColumn = <Line>(rowOf: (line: Line) => RankingRow): Column<Line> => ({
  id: "month",
  label: "Month, all in",
  kind: "money",
  isMain: true,
  cell: (line) => usdCell(rowOf(line).landedUsdPerMonth),
});

const sellerColumn = <Line>({ sellerOf }: RankingContext, rowOf: (line: Line) => RankingRow): Column<Line> => ({
  id: "seller",
  label: "Cheapest at",
  kind: "prose",
  wide: true,
  cell: (line) => ({ text: sellerOf(rowOf(line).modelId) }),
});

const qualityColumns = <Line>(rowOf: (line: Line) => RankingRow): readonly Column<Line>[] => [
  {
    id: "quality",
    label: "Quality",
    kind: "score",
    cell: (line) => {
      const { value } = rowOf(line).quality;
      return { text: formatElo(value), figure: value };
    },
  },
  {
    id: "interval",
    label: "90 % interval",
    kind: "score",
    wide: true,
    cell: (line) => ({ text: intervalText(rowOf(line).quality) }),
  },
];

const measuredColumn = (measuredUsd: RankingContext["measuredUsd"]): Column<RankingRow> => ({
  id: "measured",
  label: "Measured, a question",
  kind: "money",
  wide: true,
  cell: ({ modelId }) => {
    const usd = measuredUsd.get(modelId);
    return usd === undefined ? { text: "–" } : usdCell(usd);
  },
});

/** `up to $4.10` for the first, `under $1.95` for the others, with the shares of the workload that would do it too. */
function flipCell(
  { modelId, rank }: RankingRow,
  months: ReadonlyMap<string, number>,
  takeovers: ReadonlyMap<string, readonly string[]>,
): Cell {
  const usd = months.get(modelId);
  if (usd === undefined) return { text: "no rival" };
  return { text: `${rank === 1 ? "up to" : "under"} ${formatUsd(usd)}`, figure: usd, notes: takeovers.get(modelId) ?? [] };
}

function scoredCell({ sources }: RankingRow): Cell {
  return { text: sources.map((source) => SOURCE_WORDS[source]).join(", ") };
}

/** Up to which month. */
const limitCell = (usd: number | null): Cell =>
  usd === null ? { text: "at any price" } : { text: `up to ${formatUsd(usd)}`, figure: usd };

const usdCell = (usd: number): Cell => ({ text: formatUsd(usd), figure: usd });

const perDollarCell = (value: number): Cell => ({
  text: value >= 100 ? value.toFixed(0) : value.toPrecision(3),
  figure: value,
});
