import type { Column } from "../../table/column.ts";
import { plainTable, type TableView } from "../../table/table-view.ts";
import type { MarketIndexView, TierLine } from "./market-index-view.ts";

type MonthLine = MarketIndexView["months"][number];

/** The index month by month: of each tier the price and how many models it is the middle of. */
export const monthTable = ({ tiers, months }: Pick<MarketIndexView, "tiers" | "months">): TableView =>
  plainTable(
    {
      label: "Market index by month",
      caption: "At the end of each month, newest first; beside each price how many models it is the middle of.",
    },
    [{ id: "month", label: "Month", kind: "text", cell: ({ month }) => ({ text: month }) }, ...tiers.flatMap(tierColumns)],
    months,
  );

const tierColumns = ({ id, name }: TierLine, at: number): readonly Column<MonthLine>[] => [
  { id, label: name, fileLabel: `${name}, $`, kind: "money", cell: ({ cells }) => ({ text: cells[at]?.price ?? "" }) },
  {
    id: `${id}-models`,
    label: "Models",
    kind: "count",
    cell: ({ cells }) => ({ text: cells[at]?.models ?? "", side: "muted" }),
  },
];
