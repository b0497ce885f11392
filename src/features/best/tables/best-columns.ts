import type { NamedModel } from "../../../data/ranking-data.ts";
import type { RankingRow } from "../../../domain/ranking/ranking.ts";
import { formatMultiple, formatUsd } from "../../../site/format.ts";
import { makerMark } from "../../../site/maker-mark.ts";
import * as paths from "../../../site/paths.ts";
import { formatElo, intervalText } from "../../../site/words/quality-text.ts";
import type { Cell, Column } from "../../../table/column.ts";
import { billText, chanceText, countedText, monthText, percentText, SOURCE_WORDS } from "../words/best-words.ts";
import type { JudgeWords } from "../words/judge-words.ts";

/** What the tables of a ranking take their words from. */
export interface RankingContext {
  modelOf(id: string): NamedModel;
  nameOf(modelId: string): string;
  sellerOf(modelId: string): string;
  /** How the price there is known, in few words. */
  evidenceOf(modelId: string): string;
  readonly worseAnswerUsd: number;
  /** What leads to a model's page for the numbers that are ranked by: `?workload=rag&requests=1000`. */
  readonly query: string;
  readonly words: JudgeWords;
  /** Measured dollars a question; empty = nobody measured any. */
  readonly measuredUsd: ReadonlyMap<string, number>;
}

/** What a line of a table says about a model's rank. */
type Place = Pick<RankingRow, "rank" | "rankInterval" | "tiedWith">;

/** The model, its maker, and what a phone needs of the columns that are folded away there. */
export function modelColumn<Line>(
  { modelOf, sellerOf, words, query }: RankingContext,
  rowOf: (line: Line) => RankingRow,
  folded: (line: Line) => readonly string[],
): Column<Line> {
  const cell = (line: Line): Cell => {
    const { modelId, status } = rowOf(line);
    const { name, makerName } = modelOf(modelId);
    const notes = [makerName, ...(status === "provisional" ? ["one source"] : [])];
    return {
      text: name,
      href: `${paths.model(modelId)}${query}`,
      mark: makerMark(makerName),
      notes,
      folded: [
        sellerOf(modelId),
        `${words.chance} ${chanceText(rowOf(line).chance)}`,
        ...ownLengthNotes(rowOf(line)),
        ...folded(line),
      ],
    };
  };
  return { id: "model", label: "Model", kind: "text", cell };
}

/** The rank, and the ranks between which it lies when quality is as uncertain as it is. */
export const placeColumns = <Line extends Place>(): readonly Column<Line>[] => [
  { id: "rank", label: "Rank", kind: "count", cell: ({ rank }) => ({ text: String(rank), figure: rank }) },
  {
    id: "between",
    label: "Rank range",
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

/** What a caption says of the months. */
export const MONTHS_TEXT = "Monthly costs with fees included; a range where a fee is unknown, counted at its upper end.";

/** What a table without a row says in place of its caption. */
export const NOTHING_FITS = "No model fits all you ask for: take something away.";

/** What the model's own length makes of the month: `$27.10 at 1.2× output`. */
const ownLengthNotes = (row: RankingRow): readonly string[] =>
  row.outputRatio === 1 ? [] : [`${billText(row)} at ${formatMultiple(row.outputRatio)} output`];

/** The month as the workload says, and below it what the model's own length makes of it; on a phone, where the column is narrow, below the name. */
export const monthColumn = <Line>(rowOf: (line: Line) => RankingRow): Column<Line> => ({
  id: "month",
  label: "Monthly cost",
  kind: "money",
  cell: (line) => {
    const row = rowOf(line);
    const notes = ownLengthNotes(row).map((text) => ({ text, tone: "wide" }) as const);
    return { ...usdCell(row.landedUsdPerMonth), text: monthText(row), notes };
  },
});

/** Where the month was cheapest, and how that price is known. */
export const sellerColumn = <Line>(
  { sellerOf, evidenceOf }: RankingContext,
  rowOf: (line: Line) => RankingRow,
): Column<Line> => ({
  id: "seller",
  label: "Cheapest at",
  kind: "prose",
  wide: true,
  cell: (line) => {
    const { modelId } = rowOf(line);
    return { text: sellerOf(modelId), notes: [evidenceOf(modelId)] };
  },
});

/** The chance that its answer is preferred, with its 90 % interval, and what it counts as where that is not the same. */
export const chanceColumn = <Line>({ words }: RankingContext, rowOf: (line: Line) => RankingRow): Column<Line> => ({
  id: "chance",
  label: words.chanceLabel,
  kind: "score",
  wide: true,
  cell: (line) => {
    const { p, low, high, counted } = rowOf(line).chance;
    const interval = `${Math.round(low * 100)}–${Math.round(high * 100)}`;
    const notes = counted === p ? [interval] : [interval, countedText(counted)];
    return { text: percentText(p), figure: Number(p.toFixed(6)), notes };
  },
});

/** What choosing it instead of the best rated model comes to, per 1,000 requests. */
export const againstBestColumns = <Line>(
  { words }: RankingContext,
  rowOf: (line: Line) => RankingRow,
): readonly Column<Line>[] => [
  {
    id: "worse",
    label: words.worseLabel,
    kind: "count",
    wide: true,
    cell: (line) => {
      const worse = rowOf(line).againstBest.worsePerThousand;
      return { text: worse.toFixed(worse > 0 && worse < 9.5 ? 1 : 0), figure: Number(worse.toFixed(3)) };
    },
  },
  {
    id: "extra",
    label: "Extra per 1,000",
    kind: "money",
    wide: true,
    cell: (line) => usdCell(rowOf(line).againstBest.extraUsd * 1000),
  },
];

/** Quality on the Elo scale with its interval. */
export const qualityColumn = <Line>(rowOf: (line: Line) => RankingRow): Column<Line> => ({
  id: "quality",
  label: "Quality",
  kind: "score",
  wide: true,
  cell: (line) => {
    const { quality } = rowOf(line);
    return { text: formatElo(quality.value), figure: quality.value, notes: [intervalText(quality)] };
  },
});

/** Who scored the model, and at which effort. */
export const sourcesColumn = <Line>(rowOf: (line: Line) => RankingRow): Column<Line> => ({
  id: "sources",
  label: "Scored by",
  kind: "prose",
  wide: true,
  cell: (line) => {
    const { sources, efforts } = rowOf(line);
    const notes = efforts.length === 0 ? [] : [`at ${efforts.join(" and ")} effort`];
    return { text: sources.map((source) => SOURCE_WORDS[source]).join(", "), notes };
  },
});

/** Dollars as text, and as a figure of nine decimals for files. */
export const usdCell = (usd: number): Cell => ({ text: formatUsd(usd), figure: Number(usd.toFixed(9)) });
