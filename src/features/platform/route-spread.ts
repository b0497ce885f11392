import { ANY_ROUTE, type Routes, routesOf } from "../../domain/cost/routing.ts";
import { type SavingBand, savingSpread } from "../../domain/cost/saving-spread.ts";
import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import { compareText } from "../../domain/money/compare-text.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { formatCount, formatDay, formatPercent, formatPlural } from "../../site/format.ts";
import type { Column } from "../../table/column.ts";
import { countCell } from "../../table/count-cell.ts";
import { plainTable, type TableView } from "../../table/table-view.ts";

/** Sorting by price needs something to sort. */
const FEWEST_ROUTES = 2;

/** What sorting routes by price saves over all models of a platform that routes: one sentence and a table. */
export interface RouteSpread {
  readonly says: string;
  readonly table: TableView;
}

/** Of OpenRouter's routes, for one workload. Null where no model has two. */
export function routeSpread(sheets: readonly ModelSheet[], workload: WorkloadPreset): RouteSpread | null {
  const routes = sheets
    .map(({ rows }) => rows.map(({ offer }) => offer).filter(({ platform }) => platform === "openrouter"))
    .map((offers) => routesOf(offers, workload, ANY_ROUTE))
    .filter(({ hosts }) => hosts >= FEWEST_ROUTES);
  const listed = spreadOf(routes, ({ savingVsListedBps }) => savingVsListedBps);
  const mean = spreadOf(routes, ({ savingVsBalancedBps }) => savingVsBalancedBps);
  if (mean === null) return null;
  const between = mean.bands.find(({ fromBps }) => fromBps === 2_500)?.count ?? 0;
  return {
    says: `${readText(routes)}. On the middle one of ${formatPlural(mean.count, "model")} with two routes or more, sorting by price (:floor or provider.sort) saves ${formatPercent(mean.medianBps)} of the load-balanced mean${listed === null ? "" : ` and ${formatPercent(listed.medianBps)} of the listed price`}; 25–40 %, as articles say, on ${formatCount(between)} of them.`,
    table: plainTable(
      {
        label: "What sorting routes by price saves",
        caption: `Models by what the cheapest standard route saves on the tokens of a month as for ${workload.name.toLowerCase()}.`,
      },
      COLUMNS.filter(({ id }) => id !== "listed" || listed !== null),
      mean.bands.map((band, index) => ({ band, mean: band.count, listed: listed?.bands[index]?.count ?? 0 })),
    ),
  };
}

/** The day the cheapest routes were read, or the first and the last: prices of then. */
function readText(routes: readonly Routes[]): string {
  const days = routes.flatMap(({ priceSorted }) => priceSorted?.offer.source.readAt.slice(0, 10) ?? []).toSorted(compareText);
  const [first = "", last = ""] = [days[0], days.at(-1)];
  return first === last
    ? `Routes as read on ${formatDay(first)}`
    : `Routes as read from ${formatDay(first)} to ${formatDay(last)}`;
}

/** How many models save as much, against either price. */
interface BandLine {
  readonly band: SavingBand;
  readonly mean: number;
  readonly listed: number;
}

const COLUMNS: readonly Column<BandLine>[] = [
  { id: "saving", label: "Saving", kind: "text", cell: ({ band }) => ({ text: bandWords(band) }) },
  { id: "mean", label: "Models, against the load-balanced mean", kind: "count", cell: ({ mean }) => countCell(mean) },
  { id: "listed", label: "Models, against the listed price", kind: "count", cell: ({ listed }) => countCell(listed) },
];

const spreadOf = (routes: readonly Routes[], savingOf: (routes: Routes) => number | null) =>
  savingSpread(routes.flatMap((each) => savingOf(each) ?? []));

function bandWords({ fromBps, toBps }: SavingBand): string {
  if (fromBps === null) return "costs more";
  if (fromBps === 0) return "nothing";
  if (toBps === null) return "over 40 %";
  return fromBps === 1 ? "up to 10 %" : `${fromBps / 100}–${Math.floor(toBps / 100)} %`;
}
