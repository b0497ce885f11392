import { repeatedPrompt } from "../../domain/cost/break-even.ts";
import { requestsOf } from "../../domain/cost/mix-line.ts";
import type { Names } from "../../domain/offer/seller-names.ts";
import { formatBill, formatCount } from "../../site/format.ts";
import { paths } from "../../site/paths.ts";
import type { Cell, FigureTable, TableRow } from "../../table/figure-table.ts";
import { knownLine, type Month } from "./calculator-points.ts";

/** What a system prompt costs that goes out with every request of the month, plain and read from the cache. */
export function promptTable(month: Month, systemTokens: number, modelNames: readonly string[], names: Names): FigureTable {
  const rows = month.lines.flatMap((_, index) => promptRow(month, index, systemTokens, modelNames[index] ?? "", names));
  return {
    label: "System prompt",
    caption: `${formatCount(systemTokens)} tokens with every request, at the maker’s own price, else where it is cheapest. Waste = what a cache would have saved; writes not counted.`,
    columns: [
      { label: "Model", isNumber: false },
      { label: "Plain, a day", isNumber: true, isWide: true },
      { label: "Plain, a year", isNumber: true },
      { label: "From cache, a year", isNumber: true },
      { label: "Waste, a year", isNumber: true },
    ],
    groups: [{ title: null, rows }],
  };
}

function promptRow(month: Month, index: number, systemTokens: number, modelName: string, names: Names): readonly TableRow[] {
  const found = knownLine(month, index, ({ card }) => card.cacheRead !== undefined) ?? knownLine(month, index, () => true);
  const input = found?.card.input;
  if (found === null || input === undefined) return [];
  const { line, card, platform } = found;
  const perDay = (systemTokens * requestsOf(line) * 12) / 365;
  const plain = repeatedPrompt(perDay, input);
  const cached = card.cacheRead === undefined ? null : repeatedPrompt(perDay, card.cacheRead).usdPerYear;
  const none: Cell = { text: "no cache price", side: "none" };
  const usd = (figure: number): Cell => ({ text: formatBill(figure), figure });
  return [
    {
      head: { text: modelName, href: paths.model(line.model), notes: [names.platform(platform)] },
      cells: [
        usd(plain.usdPerDay),
        usd(plain.usdPerYear),
        cached === null ? none : usd(cached),
        cached === null ? none : usd(plain.usdPerYear - cached),
      ],
    },
  ];
}
