import { models, platformOf, presets, rankedOf, run, sellers, sheetOf } from "../../data/catalog.ts";
import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import { compareByUse } from "../../domain/model/compare-by-use.ts";
import type { Reference } from "../../domain/reference/delta.ts";
import { deltaMatrix, type MatrixMeasure, type MatrixModel, type MatrixRow } from "../../domain/reference/delta-matrix.ts";
import { makerOptions } from "../../site/address/option.ts";
import { formatPlural, formatPrice, formatUsd } from "../../site/format.ts";
import { memoizeLast } from "../../site/page/memoize-last.ts";
import * as paths from "../../site/paths.ts";
import { monthMeaning } from "../../site/words/month-meaning.ts";
import { deltaAnswer } from "./delta-answer.ts";
import { deltaCellOf } from "./delta-cell.ts";
import { deltaColumns } from "./delta-platforms.ts";

/** What is compared: a workload's month, or one price. Its id is in the address; the first is `/deltas/` itself. */
export interface DeltaView {
  readonly id: string;
  readonly label: string;
  readonly measure: MatrixMeasure;
  readonly preset: WorkloadPreset;
}

const [firstView, firstPreset] = firstOf();

function firstOf(): readonly [DeltaView, WorkloadPreset] {
  const [preset] = presets;
  if (preset === undefined) throw new Error("no workload to compare");
  return [{ id: preset.id, label: preset.name, measure: "month", preset }, preset];
}

/** Each workload, then the two prices. */
const deltaViews: readonly DeltaView[] = [
  firstView,
  ...presets.slice(1).map((preset) => ({ id: preset.id, label: preset.name, measure: "month", preset }) as const),
  { id: "input-price", label: "Input price", measure: "input", preset: firstPreset },
  { id: "output-price", label: "Output price", measure: "output", preset: firstPreset },
];

/** The routes of the views beside the first. */
export const deltaRoutes = () => deltaViews.slice(1).map((view) => ({ params: { view: view.id }, props: { view } }));

/** Everything the page of differences shows, and its Markdown twin. */
export type DeltasPage = ReturnType<typeof deltasPage>;

/** The page `/deltas/`, or one of its views: every model against its list price at the largest platforms. */
export const deltasPage = (view: DeltaView = firstView) => pageOf(view);

const pageOf = memoizeLast((view: DeltaView) => {
  const priced = modelsFor(view.preset);
  const columns = columnsOfAll(firstPreset);
  const matrix = deltaMatrix(priced, columns, view.measure, sellers).slice(0, MOST_ROWS);
  const rows = matrix.map((row, at) => lineOf(row, view.measure, at));
  return {
    asOf: run.asOf,
    view,
    path: paths.deltas(view === firstView ? undefined : view.id),
    query: view.preset === firstPreset ? "" : `?workload=${view.preset.id}`,
    views: deltaViews.map(({ id, label, measure }) => ({
      ...{ id, label, measure },
      path: paths.deltas(id === firstView.id ? undefined : id),
    })),
    unconfirmed: rows.flatMap(({ cells }) => cells.filter(({ isUnconfirmed }) => isUnconfirmed)).length,
    title: view.measure === "month" ? `Price differences: ${view.label}` : `Price differences: ${view.label.toLowerCase()}`,
    answer: deltaAnswer(columns, matrix),
    description: `${descriptionOf(view)}, against the maker’s list price: ${formatPlural(rows.length, "model")} on ${new Set(columns.map(({ platform }) => platform)).size} platforms.`,
    meaning: view.measure === "month" ? monthMeaning(view.preset) : "Dollars per million tokens, standard tier.",
    makers: makerOptions(matrix.map(({ model }) => model)),
    columns,
    rows,
  };
});

/** The platforms of every view are those of the first workload. */
const columnsOfAll = memoizeLast((preset: WorkloadPreset) => deltaColumns(modelsFor(preset), platformOf, sellers));

export type DeltaLine = ReturnType<typeof lineOf>;

/** A page of more rows would be too long to draw at once. */
const MOST_ROWS = 250;
/** As many rows as are there at first. */
const SHOWN_AT_FIRST = 50;

const descriptionOf = ({ measure, label }: DeltaView): string =>
  measure === "month"
    ? `What the ${label.toLowerCase()} workload costs a month at each platform`
    : `What each platform asks for ${measure === "input" ? "input" : "output"}`;

function lineOf({ model, against, reference, cells }: MatrixRow, measure: MatrixMeasure, at: number) {
  const amount = measure === "month" ? formatUsd(reference) : formatPrice(reference);
  return {
    model,
    isRest: at >= SHOWN_AT_FIRST,
    reference: `${amount}${markOf(against)}`,
    cells: cells.map(deltaCellOf),
  };
}

/** `*` = no confirmed list price, so the median seller; a ring = what the maker asked as a host of OpenRouter, when that was last seen. */
const markOf = (against: Reference): string =>
  against.kind === "medianHost" ? "*" : against.atOpenrouter === undefined ? "" : "°";

const byPreset = new Map<string, readonly MatrixModel[]>();

/** Every current model with its offers ranked for a workload, once a build. */
function modelsFor(preset: WorkloadPreset): readonly MatrixModel[] {
  const earlierModels = byPreset.get(preset.id);
  if (earlierModels !== undefined) return earlierModels;
  const current = models.filter(({ status }) => status === "current").toSorted(compareByUse);
  const ranked = current.map((model) => ({
    model,
    reference: sheetOf(model.id).reference,
    rows: rankedOf(model.id, preset),
  }));
  byPreset.set(preset.id, ranked);
  return ranked;
}
