import type { MarketData } from "../../data/market-data.ts";
import { makerOfId } from "../../domain/model/maker-of-id.ts";
import type { QualityMark } from "../../domain/quality/quality-mark.ts";
import { DEFAULT_RANK_OPTIONS, type RankOptions } from "../../domain/ranking/cheapest.ts";
import { frontier, frontierLimits } from "../../domain/ranking/frontier.ts";
import { narrowed, priceModels } from "../../domain/ranking/market.ts";
import { type BarRow, barFlips, cheapestForBar } from "../../domain/ranking/quality-bar.ts";
import { type Ranking, type RankingRow, rankModels } from "../../domain/ranking/ranking.ts";
import { sensitivityOf, takeoverMonths } from "../../domain/ranking/sensitivity.ts";
import { formatPlural, formatUsd } from "../../site/format.ts";
import { paths } from "../../site/paths.ts";
import type { Phrase } from "../../site/words/answer.ts";
import { elo, intervalText, rankNote } from "../../site/words/quality-text.ts";
import { sellerText } from "../../site/words/seller-label.ts";
import type { Cell, Column, FigureTable, TableRow } from "../../table/figure-table.ts";
import type { BestState } from "./best-state.ts";
import { barFlipText, flipTexts, gapText, SOURCE_WORDS, takeoverWords } from "./best-text.ts";

export interface BestView {
  readonly ranking: Ranking;
  readonly bar: number;
  readonly answer: readonly Phrase[];
  /** Quality per dollar. */
  readonly value: FigureTable;
  /** Cheapest for the bar. */
  readonly atBar: FigureTable;
  readonly front: FigureTable;
  /** What would flip first place, one sentence each. */
  readonly flips: readonly string[];
  readonly barFlips: readonly string[];
  /** Who is not ranked, and why. */
  readonly gaps: string;
}

/** As many rows of the bar as are looked at; the main table has all. */
const BAR_ROWS = 25;

/** The three answers of design §3 for a state. `stale` = offers left out because nobody read them lately. */
export function bestView(
  data: MarketData,
  state: BestState,
  stale: number,
  options: RankOptions = DEFAULT_RANK_OPTIONS,
): BestView {
  const market = narrowed(
    data.market,
    keeps(state.makers, makerOfId),
    keeps(state.platforms, (id) => id),
  );
  const known = data.priced;
  const priced =
    known === undefined ? priceModels(market, state, options) : market.models.flatMap(({ id }) => known.get(id) ?? []);
  const quality = new Map(market.models.map((model) => [model.id, model.quality]));
  const ranking = rankModels(priced, (id) => quality.get(id) ?? null, market.fieldElos);
  const sellers = new Map(
    priced.flatMap(({ model, cheapest }) => (cheapest === null ? [] : [[model.id, sellerText(cheapest.offer, data.names)]])),
  );
  const bar = barOf(state.bar, data.marks);
  const barRows = cheapestForBar(ranking.rows, bar);
  const first = sensitivityOf(ranking.rows, market, state, options);
  const flips = barFlips(ranking.rows, bar);
  const context: Context = { ...data, sellerOf: (id) => sellers.get(id) ?? "" };
  const nameOf = (id: string) => data.modelOf(id).name;
  const takeovers = first === null ? new Map() : takeoverWords(first);
  return {
    ranking,
    bar,
    answer: answerOf(ranking, barRows, bar, context),
    value: valueTable(ranking, state, { ...context, takeovers }),
    atBar: barTable(barRows, bar, context),
    front: frontTable(ranking.rows, context),
    flips: first === null ? [] : flipTexts(first, nameOf, state),
    barFlips: flips === null ? [] : barFlipText(flips, nameOf),
    gaps: gapText(ranking, stale),
  };
}

/** `frontier` → its quality today; a number stands for itself. */
export function barOf(bar: string, marks: readonly QualityMark[]): number {
  const named = marks.find(({ id }) => id === bar)?.elo;
  const typed = Number(bar);
  return named ?? (Number.isFinite(typed) ? typed : (marks[0]?.elo ?? 0));
}

interface Context extends MarketData {
  sellerOf(modelId: string): string;
}

const keeps = (wanted: readonly string[], wordOf: (id: string) => string) => {
  const words = new Set(wanted);
  return (id: string): boolean => words.size === 0 || words.has(wordOf(id));
};

function sorted(rows: readonly RankingRow[], sort: BestState["sort"]): readonly RankingRow[] {
  if (sort === "month") return rows.toSorted((a, b) => a.landedUsdPerMonth - b.landedUsdPerMonth || a.rank - b.rank);
  if (sort === "quality") return rows.toSorted((a, b) => b.quality.value - a.quality.value || a.rank - b.rank);
  return rows;
}

function answerOf(
  { rows }: Ranking,
  barRows: readonly BarRow<RankingRow>[],
  bar: number,
  { modelOf, sellerOf }: Context,
): readonly Phrase[] {
  const [first] = rows;
  if (first === undefined) return [{ text: "No rated model has a price that counts for this." }];
  const at = (row: RankingRow): string => `${formatUsd(row.landedUsdPerMonth)} a month at ${sellerOf(row.modelId)}`;
  const best = rows.toSorted((a, b) => b.quality.value - a.quality.value)[0] ?? first;
  const cheapest = barRows[0]?.row;
  return [
    { text: "Most quality per dollar: " },
    { text: modelOf(first.modelId).name, strong: true },
    { text: `, ${at(first)}${first.tiedWith === 0 ? "" : `, tied with ${formatPlural(first.tiedWith, "other")}`}. ` },
    ...(cheapest === undefined
      ? []
      : [
          { text: `Cheapest that may reach quality ${elo(bar)}: ` },
          { text: modelOf(cheapest.modelId).name, strong: true } as const,
          { text: `, ${at(cheapest)}. ` },
        ]),
    { text: `Best of all: ${modelOf(best.modelId).name}, ${at(best)}.` },
  ];
}

const MODEL: Column = { label: "Model", isNumber: false };
const PLACE: readonly Column[] = [
  { label: "Rank", isNumber: true },
  { label: "Between", isNumber: true, isWide: true },
  { label: "Tied with", isNumber: true, isWide: true },
];
const INTERVAL: Column = { label: "90 % interval", isNumber: true, isWide: true };
const SELLER: Column = { label: "Cheapest at", isNumber: false, isWide: true };
const QUALITY: Column = { label: "Quality", isNumber: true };

/** With it, what of the workload would put another model first. */
interface ValueContext extends Context {
  readonly takeovers: ReadonlyMap<string, readonly string[]>;
}

function valueTable({ rows }: Ranking, { sort }: BestState, context: ValueContext): FigureTable {
  const months = takeoverMonths(rows);
  const columns: readonly Column[] = [
    MODEL,
    ...PLACE,
    { label: "Month, all in", isNumber: true, isMain: sort !== "quality" },
    SELLER,
    { ...QUALITY, isMain: sort === "quality" },
    INTERVAL,
    { label: "Wins per dollar", isNumber: true, isWide: true },
    { label: "First place", isNumber: false, isWide: true },
    { label: "Scored by", isNumber: false, isWide: true },
  ];
  const row = (each: RankingRow): TableRow => ({
    head: headOf(each, each, context, [`first ${flipCell(each, months, context.takeovers).text}`]),
    cells: [
      ...placeCells(each),
      monthCell(each),
      { text: context.sellerOf(each.modelId) },
      ...qualityCells(each),
      { text: perDollarText(each.valuePerDollar), figure: each.valuePerDollar },
      flipCell(each, months, context.takeovers),
      { text: each.sources.map((source) => SOURCE_WORDS[source]).join(", ") },
    ],
  });
  const caption =
    "Wins per dollar = expected share of wins against the fixed field ÷ month, in thousandths. Between = best and worst rank the quality intervals allow; tied with = rows it cannot be told from. First place = the month at which it would be lost or taken. Quality on LMArena’s scale, fitted.";
  return { label: "Quality per dollar", caption, columns, groups: [{ title: null, rows: sorted(rows, sort).map(row) }] };
}

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

function barTable(rows: readonly BarRow<RankingRow>[], bar: number, context: Context): FigureTable {
  const columns: readonly Column[] = [
    MODEL,
    ...PLACE,
    { label: "Month, all in", isNumber: true, isMain: true },
    SELLER,
    QUALITY,
    INTERVAL,
    { label: "The bar", isNumber: false },
  ];
  const line = ({ row, standing, ...place }: BarRow<RankingRow>): TableRow => ({
    head: headOf(row, place, context),
    cells: [
      ...placeCells(place),
      monthCell(row),
      { text: context.sellerOf(row.modelId) },
      ...qualityCells(row),
      { text: standing === "meets" ? "meets it" : "may meet it", notes: [`out over ${elo(row.quality.high)}`] },
    ],
  });
  const more = rows.length > BAR_ROWS ? ` The first ${BAR_ROWS} of ${rows.length}.` : "";
  const caption = `Every model whose quality interval reaches ${elo(bar)}, cheapest first.${more}`;
  const shown = rows.slice(0, BAR_ROWS).map(line);
  return { label: "Cheapest for a bar", caption, columns, groups: [{ title: null, rows: shown }] };
}

function frontTable(rows: readonly RankingRow[], context: Context): FigureTable {
  const isMeasured = context.measuredUsd.size > 0;
  const columns: readonly Column[] = [
    MODEL,
    { label: "Month, all in", isNumber: true, isMain: true },
    SELLER,
    QUALITY,
    INTERVAL,
    { label: "Stays on it", isNumber: true, isWide: true },
    ...(isMeasured ? [{ label: "Measured, a question", isNumber: true, isWide: true }] : []),
  ];
  const front = frontier(rows);
  const limits = frontierLimits(front);
  const line = (row: RankingRow): TableRow => ({
    head: headOf(row, null, context),
    cells: [
      monthCell(row),
      { text: context.sellerOf(row.modelId) },
      ...qualityCells(row),
      limitCell(limits.get(row.modelId) ?? null),
      ...(isMeasured ? [measuredCell(context.measuredUsd.get(row.modelId))] : []),
    ],
  });
  const measured = isMeasured
    ? " Measured = what a question of LiveBench really cost at the maker, thinking included; – = nobody measured it."
    : "";
  const caption = `Nothing is both better and cheaper than these. Cheapest first. Stays on it = up to the month at which a better one costs no more.${measured}`;
  return { label: "The frontier", caption, columns, groups: [{ title: null, rows: front.map(line) }] };
}

/** Up to which month. */
const limitCell = (usd: number | null): Cell =>
  usd === null ? { text: "at any price" } : { text: `up to ${formatUsd(usd)}`, figure: usd };

function headOf(
  { modelId, status }: RankingRow,
  place: Place | null,
  { modelOf, sellerOf }: Context,
  more: readonly string[] = [],
): Cell {
  const { name, makerName } = modelOf(modelId);
  const notes = [makerName, ...(status === "provisional" ? ["provisional"] : [])];
  return {
    text: name,
    href: paths.model(modelId),
    notes,
    folded: [sellerOf(modelId), ...(place === null ? [] : [rankNote(place)]), ...more],
  };
}

const monthCell = ({ landedUsdPerMonth }: RankingRow): Cell => ({
  text: formatUsd(landedUsdPerMonth),
  figure: landedUsdPerMonth,
});

const qualityCells = ({ quality }: RankingRow): readonly Cell[] => [
  { text: elo(quality.value), figure: quality.value },
  { text: intervalText(quality) },
];

/** What a row says of its place. */
type Place = Pick<RankingRow, "rank" | "rankInterval" | "tiedWith">;

const placeCells = ({ rank, rankInterval: [low, high], tiedWith }: Place): readonly Cell[] => [
  { text: String(rank), figure: rank },
  { text: `${low}–${high}` },
  { text: String(tiedWith), figure: tiedWith },
];

const measuredCell = (usd: number | undefined): Cell =>
  usd === undefined ? { text: "–" } : { text: formatUsd(usd), figure: usd };

const perDollarText = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
