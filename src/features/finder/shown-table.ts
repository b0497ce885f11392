import { makerOfId } from "../../domain/model/maker-of-id.ts";
import { formatCount, formatPrice, WORDS } from "../../site/format.ts";
import { type Cell, type Column, textColumn } from "../../table/column.ts";
import { fileTable, type TableView } from "../../table/table-view.ts";
import { chosenWorkload, type FinderData, type FinderRow, monthWord, upperMonthUsd } from "./find-models.ts";
import type { FinderState, ListColumn } from "./finder-state.ts";

/** What is on the screen as a table for files: the found rows in their order, the chosen columns, figures as numbers. */
export function shownTable(rows: readonly FinderRow[], data: FinderData, state: FinderState): TableView {
  const columns: readonly Column<FinderRow>[] = [
    textColumn("model", "Model", ({ name }) => name),
    textColumn("id", "Id", ({ at }) => data.ids[at] ?? ""),
    textColumn("maker", "Maker", ({ at }) => makerOfId(data.ids[at] ?? "")),
    ...state.columns.flatMap((column) => columnsOf(column, data, state)),
  ];
  return fileTable(columns, rows);
}

/** A ladder is a picture: no file has it. */
function columnsOf(column: ListColumn, data: FinderData, state: FinderState): readonly Column<FinderRow>[] {
  const workload = chosenWorkload(data, state);
  const monthOf = (at: number) => workload?.months[at] ?? null;
  switch (column) {
    case "list":
      return [
        figureColumn("listInput", "List input, USD per million", (at) => priceCell(data.listInput[at])),
        figureColumn("listOutput", "List output, USD per million", (at) => priceCell(data.listOutput[at])),
      ];
    case "month":
      return [
        figureColumn("month", "Monthly cost, USD", (at) => monthCell(monthOf(at), lowerOf(monthOf(at)))),
        figureColumn("monthAtMost", "At most, USD", (at) => monthCell(monthOf(at), upperMonthUsd(monthOf(at)))),
      ];
    case "seller":
      return [figureColumn("seller", "Cheapest seller", (at) => ({ text: data.sellers[workload?.cheapest[at] ?? -1] ?? "" }))];
    case "platforms":
      return [figureColumn("platforms", "Platforms", (at) => countCell(data.soldOn[at]?.length))];
    case "context":
      return [figureColumn("contextTokens", "Context, tokens", (at) => countCell(data.contextTokens[at]))];
    case "released":
      return [figureColumn("released", "Released", (at) => ({ text: dayText(data.releasedDay[at]) }))];
    case "quality":
      return [figureColumn("quality", "Quality", (at) => countCell(data.quality[at]))];
    case "lowest-input":
      return [figureColumn("lowestInput", "Lowest input, USD per million", (at) => priceCell(data.lowestInput[at]))];
    case "ladder":
      return [];
    default:
      return column satisfies never;
  }
}

const figureColumn = (id: string, label: string, cell: (at: number) => Cell): Column<FinderRow> => ({
  ...{ id, label, kind: "text" },
  cell: ({ at }) => cell(at),
});

const lowerOf = (month: ReturnType<typeof upperMonthUsd> | readonly [number, number?]): number | null =>
  typeof month === "number" || month === null ? month : month[0];

const monthCell = (month: Parameters<typeof monthWord>[0], usd: number | null): Cell =>
  usd !== null && usd >= 0 ? { text: monthWord(month), figure: usd } : { text: monthWord(month) };

const countCell = (count: number | null | undefined): Cell =>
  count == null ? { text: "" } : { text: formatCount(count), figure: count };

const priceCell = (micro: number | null | undefined): Cell =>
  micro == null ? { text: "" } : { text: micro === 0 ? WORDS.free : formatPrice(micro), figure: micro / 1e6 };

const dayText = (day: number | null | undefined): string =>
  day == null ? "" : new Date(day * 86_400_000).toISOString().slice(0, 10);
