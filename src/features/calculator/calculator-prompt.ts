import { type RepeatedPrompt, repeatedPrompt } from "../../domain/cost/break-even.ts";
import { requestsOf } from "../../domain/cost/mix-line.ts";
import { sellerName } from "../../domain/offer/seller.ts";
import { formatBill, formatCount } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import type { Cell, Column } from "../../table/column.ts";
import { plainTable, type TableView } from "../../table/table-view.ts";
import type { CalculatorMonth } from "./calculator-month.ts";
import { knownLine } from "./calculator-points.ts";

/** What a system prompt costs that goes out with every request of the month, plain and read from the cache. */
export const promptTable = (month: CalculatorMonth, systemTokens: number): TableView =>
  plainTable(
    {
      label: "System prompt",
      caption: `${formatCount(systemTokens)} tokens with every request, at the maker’s own price, else where it is cheapest. Waste = what a cache would have saved; writes not counted.`,
    },
    COLUMNS,
    month.lines.flatMap((_, index) => promptLine(month, index, systemTokens)),
  );

interface PromptLine {
  readonly head: Cell;
  readonly plain: RepeatedPrompt;
  /** A year at the price of cache reads; null = there is none. */
  readonly cachedUsd: number | null;
}

function promptLine(month: CalculatorMonth, index: number, systemTokens: number): readonly PromptLine[] {
  const { modelNames, sellers } = month;
  const pricedLine = knownLine(month, index, ({ card }) => card.cacheRead !== undefined) ?? knownLine(month, index, () => true);
  const input = pricedLine?.card.input;
  if (pricedLine === null || input === undefined) return [];
  const { line, card, platform } = pricedLine;
  const perDay = (systemTokens * requestsOf(line) * 12) / 365;
  return [
    {
      head: { text: modelNames[index] ?? "", href: paths.model(line.model), notes: [sellerName(sellers, platform)] },
      plain: repeatedPrompt(perDay, input),
      cachedUsd: card.cacheRead === undefined ? null : repeatedPrompt(perDay, card.cacheRead).usdPerYear,
    },
  ];
}

const COLUMNS: readonly Column<PromptLine>[] = [
  { id: "model", label: "Model", kind: "text", cell: ({ head }) => head },
  { id: "plain-day", label: "Plain, a day", kind: "money", wide: true, cell: ({ plain }) => usdCell(plain.usdPerDay) },
  { id: "plain-year", label: "Plain, a year", kind: "money", cell: ({ plain }) => usdCell(plain.usdPerYear) },
  { id: "cached-year", label: "From cache, a year", kind: "money", cell: ({ cachedUsd }) => usdCell(cachedUsd) },
  {
    id: "waste-year",
    label: "Waste, a year",
    kind: "money",
    cell: ({ plain, cachedUsd }) => usdCell(cachedUsd === null ? null : plain.usdPerYear - cachedUsd),
  },
];

function usdCell(figure: number | null): Cell {
  return figure === null ? { text: "no cache price", side: "none" } : { text: formatBill(figure), figure };
}
