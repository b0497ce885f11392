import { parse } from "csv-parse/browser/esm/sync";
import { lineName } from "../../../../site/address/purchase-fields.ts";
import { formatPlural } from "../../../../site/format.ts";
import { type BillRow, billColumns, billRow, namesColumns, pastedBill } from "../../bill/pasted-bill.ts";
import { type CalculatorDefaults, type CalculatorState, MOST_LINES } from "../../calculator-state.ts";
import { writeCalculator } from "../../calculator-url.ts";
import { listText } from "../../list-text.ts";
import type { MonthData } from "./month-data.ts";

/** The address that a bill would have, its amounts as far as they are clear, and what is to be said about it. */
export interface PastedMix {
  readonly query: URLSearchParams;
  readonly message: string;
}

/** A bill or a model mix, a line a model or a table that names its columns, as lines that count what is paid. Null = there is none in it. */
export function pasteBill(
  text: string,
  state: CalculatorState,
  defaults: CalculatorDefaults,
  { modelNames, models }: Pick<MonthData, "modelNames" | "models">,
): PastedMix | null {
  const isModel = (name: string) => modelNames.has(models.idOf(name));
  const rows = tableRows(text) ?? text.split("\n").flatMap((line) => billRow(line, isModel) ?? []);
  const { models: billed, leftOut, notDollars } = pastedBill(rows);
  const [first] = state.lines;
  const shownLines = billed.slice(0, MOST_LINES);
  if (shownLines.length === 0 || first === undefined) return null;
  const lines = shownLines.map(({ model }) => ({ ...first, model, ownPrices: [], countBy: "paid" as const, paidUsd: 0 }));
  const query = new URLSearchParams(writeCalculator({ ...state, lines }, defaults));
  for (const [at, { paid }] of shownLines.entries()) query.set(lineName("paid", at), paid);
  const sentences = [
    `${formatPlural(shownLines.length, "model")} read. Each counts as ${formatTokensOf(first)}: change the lines where yours are others.`,
    ...(billed.length > shownLines.length ? [`Left out: ${billed.length - shownLines.length} models more than fit.`] : []),
    ...(leftOut.length === 0 ? [] : [`Left out: ${listText(leftOut.slice(0, 5))}.`]),
    ...(notDollars.length === 0 ? [] : [`Not in dollars, left out: ${listText(notDollars.slice(0, 5))}.`]),
  ];
  return { query, message: sentences.join(" ") };
}

const formatTokensOf = ({ inputTokens, outputTokens }: CalculatorState["lines"][number]): string =>
  `requests of ${inputTokens.toLocaleString("en-US")} tokens in, ${outputTokens.toLocaleString("en-US")} out`;

/** The rows of a table whose first line names its columns, none where no column is of dollars; null = it is no such table. */
function tableRows(text: string): readonly BillRow[] | null {
  const head = text.trimStart().split("\n", 1)[0] ?? "";
  const delimiter = ["\t", ";", ","].find((sign) => head.includes(sign));
  if (delimiter === undefined) return null;
  const records = parsed(text, delimiter);
  const columns = billColumns(Object.keys(records[0] ?? {}));
  if (columns === null) return namesColumns(head) ? [] : null;
  return records.map((record) => ({ model: record[columns.model] ?? "", amount: record[columns.amount] ?? "" }));
}

function parsed(text: string, delimiter: string): readonly Readonly<Record<string, string>>[] {
  try {
    return parse<Record<string, string>>(text, {
      ...{ columns: true, delimiter, trim: true, bom: true },
      ...{ skip_empty_lines: true, relax_quotes: true, relax_column_count: true },
    });
  } catch {
    return [];
  }
}
