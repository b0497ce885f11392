import { lowestOf } from "../../../domain/platform/platform-comparison.ts";
import { formatMultiple, formatTokens, formatUsd, formatUsdPerMTok, formatUsdRange, WORDS } from "../../../site/format.ts";
import * as paths from "../../../site/paths.ts";
import { formatElo, intervalText } from "../../../site/words/quality-text.ts";
import type { Cell, Column } from "../../../table/column.ts";
import { plainTable } from "../../../table/table-view.ts";
import type { ComparisonSection } from "../comparison-view.ts";
import type { ComparedModel, MonthRange } from "./compared-model.ts";

/** The models for the chosen workload, a line each, before everything else: cheapest first. */
export function modelSummary(models: readonly ComparedModel[], text: string): ComparisonSection {
  const lowest = lowestOf(models.map(({ chosen }) => chosen.best?.usd ?? null))?.price ?? null;
  const upper = ({ chosen }: ComparedModel) => chosen.best?.usd ?? Number.MAX_VALUE;
  const lines = models.toSorted((a, b) => upper(a) - upper(b)).map((model): SummaryLine => ({ model, lowest }));
  return {
    id: "in-short",
    title: "In short",
    text,
    table: plainTable({ label: "Models in short", caption: `${CAPTION} ${ASSUMED}` }, COLUMNS, lines),
  };
}

const CAPTION =
  "Cheapest first. Input and output at list, dollars per million tokens. Quality on LMArena’s scale, the 90 % interval in brackets.";

interface SummaryLine {
  readonly model: ComparedModel;
  readonly lowest: number | null;
}

const COLUMNS: readonly Column<SummaryLine>[] = [
  { id: "model", label: "Model", kind: "text", cell: nameCell },
  { id: "month", label: "Monthly cost", kind: "money", isMain: true, cell: ({ model }) => monthCell(model.chosen.best) },
  { id: "times", label: "vs lowest", kind: "score", cell: timesCell },
  { id: "list", label: "At list", kind: "money", wide: true, cell: ({ model }) => monthCell(model.chosen.list) },
  { id: "input", label: "Input", kind: "money", wide: true, cell: ({ model }) => priceCell(model, "input") },
  { id: "output", label: "Output", kind: "money", wide: true, cell: ({ model }) => priceCell(model, "output") },
  { id: "quality", label: "Quality", kind: "score", cell: ({ model }) => qualityCell(model) },
  { id: "context", label: "Context", kind: "count", wide: true, cell: ({ model }) => tokensCell(model.contextTokens) },
  { id: "longest", label: "Max output", kind: "count", wide: true, cell: ({ model }) => tokensCell(model.maxOutputTokens) },
];

function nameCell({ model: { id, name, chosen } }: SummaryLine): Cell {
  return { text: name, href: paths.model(id), notes: chosen.best === null ? [] : [chosen.best.seller] };
}

const monthCell = (month: MonthRange | null): Cell =>
  month === null
    ? { text: WORDS.unknown, side: "none" }
    : { text: formatUsdRange(month.lowUsd, month.usd), figure: month.usd, ...assumedHint(month) };

/** The mark beside a month that takes something for granted. */
export const assumedHint = (month: MonthRange | null): Pick<Cell, "hint"> =>
  month?.assumed === undefined ? {} : { hint: month.assumed };

export const ASSUMED = "* = something is assumed; press it for what.";

function timesCell({ model, lowest }: SummaryLine): Cell {
  const usd = model.chosen.best?.usd ?? null;
  if (usd === null || lowest === null) return { text: "–", side: "none" };
  if (usd === lowest) return { text: "lowest", figure: 1 };
  const more = `+${formatUsd(usd - lowest)}`;
  return lowest === 0
    ? { text: more }
    : { text: formatMultiple(usd / lowest), figure: usd / lowest, notes: [{ text: more, tone: "wide" }] };
}

function priceCell({ price }: ComparedModel, meter: "input" | "output"): Cell {
  const micro = price?.[meter] ?? null;
  return micro === null ? { text: WORDS.unknown, side: "none" } : { text: formatUsdPerMTok(micro), figure: micro / 1_000_000 };
}

/** `1,486 (1,472–1,500)`; a word where one source alone scored it. */
export function qualityCell({ quality }: ComparedModel): Cell {
  if (quality?.value == null) return { text: "not rated", side: "none" };
  const { value, interval, status } = quality;
  const range = interval === null ? [] : [`(${intervalText({ low: interval[0], high: interval[1] })})`];
  return { text: formatElo(value), figure: value, notes: [...range, ...(status === "provisional" ? ["one source"] : [])] };
}

const tokensCell = (tokens: number | null): Cell =>
  tokens === null ? { text: WORDS.unknown, side: "none" } : { text: formatTokens(tokens), figure: tokens };
