import { ANY_ROUTE, type Routes, routesOf } from "../../domain/cost/routing.ts";
import { type SavingBand, savingSpread } from "../../domain/cost/saving-spread.ts";
import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import type { ModelSheet } from "../../domain/reference/model-sheet.ts";
import { formatCount, formatPercent, formatPlural } from "../../site/format.ts";
import type { Cell, FigureTable } from "../../table/figure-table.ts";

/** Sorting by price needs something to sort. */
const FEWEST_ROUTES = 2;

/** What sorting routes by price saves over all models of a platform that routes: one sentence and a table. */
export interface RouteSpread {
  readonly says: string;
  readonly table: FigureTable;
}

/** Of OpenRouter's routes, for one workload. Null where no model has two. */
export function routeSpread(sheets: readonly ModelSheet[], workload: WorkloadPreset): RouteSpread | null {
  const routes = sheets
    .map(({ rows }) => rows.map(({ offer }) => offer).filter(({ platform }) => platform === "openrouter"))
    .map((offers) => routesOf(offers, workload, ANY_ROUTE))
    .filter(({ hosts }) => hosts >= FEWEST_ROUTES);
  const listed = spreadOf(routes, ({ savingVsListedBps }) => savingVsListedBps);
  const mean = spreadOf(routes, ({ savingVsBalancedBps }) => savingVsBalancedBps);
  if (listed === null || mean === null) return null;
  const between = mean.bands.find(({ fromBps }) => fromBps === 2_500)?.count ?? 0;
  return {
    says: `On the middle one of ${formatPlural(mean.count, "model")} with two routes or more, sorting by price (:floor or provider.sort) saves ${formatPercent(mean.medianBps)} of the load-balanced mean and ${formatPercent(listed.medianBps)} of the listed price; 25–40 %, as articles say, on ${formatCount(between)} of them.`,
    table: {
      label: "What sorting routes by price saves",
      caption: `Models by what the cheapest standard route saves on the tokens of a month as for ${workload.name.toLowerCase()}.`,
      columns: [
        { label: "Saving", isNumber: false },
        { label: "Models, against the load-balanced mean", isNumber: true },
        { label: "Models, against the listed price", isNumber: true },
      ],
      groups: [
        {
          title: null,
          rows: mean.bands.map((band, index) => ({
            head: { text: bandWords(band) },
            cells: [countCell(band.count), countCell(listed.bands[index]?.count ?? 0)],
          })),
        },
      ],
    },
  };
}

const spreadOf = (routes: readonly Routes[], savingOf: (routes: Routes) => number | null) =>
  savingSpread(routes.flatMap((each) => savingOf(each) ?? []));

const countCell = (count: number): Cell => ({ text: formatCount(count), figure: count });

function bandWords({ fromBps, toBps }: SavingBand): string {
  if (fromBps === null) return "costs more";
  if (fromBps === 0) return "nothing";
  if (toBps === null) return "over 40 %";
  return fromBps === 1 ? "up to 10 %" : `${fromBps / 100}–${Math.floor(toBps / 100)} %`;
}
