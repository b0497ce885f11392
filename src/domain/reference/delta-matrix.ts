import type { Model } from "../model/model.ts";
import { compareText } from "../money/compare-text.ts";
import { median } from "../money/median.ts";
import { distanceFromPlain } from "../offer/distance-from-plain.ts";
import type { Sellers } from "../offer/seller.ts";
import type { RankedOffer } from "../ranking/cheapest.ts";
import type { Reference } from "./delta.ts";
import { timesCachedAsInput } from "./months/like-months.ts";
import { listMonth } from "./months/list-month.ts";
import { whoRuns } from "./who-runs.ts";

/** What the cells of models × platforms compare: a month of a workload, or one price. */
export type MatrixMeasure = "month" | "input" | "output";

/** A column: what a platform asks anywhere, or, where that has two prices, at its global endpoint and inside a region. */
export interface MatrixColumn {
  readonly platform: string;
  readonly place: "anywhere" | "global" | "region";
}

/** A model with its offers ranked for the workload that is compared. */
export interface MatrixModel {
  readonly model: Model;
  readonly reference: Reference | null;
  readonly rows: readonly RankedOffer[];
}

export interface MatrixCell {
  readonly row: RankedOffer;
  /** The difference to the reference, in basis points of it. */
  readonly bps: number;
  /** One of the two months has no price of cached input: the difference is that of months that both bill it as input. */
  readonly isCachedAsInput: boolean;
}

/** A model's row: what it is compared with and one cell per column, in their order; null = not sold there, or without a price. */
export interface MatrixRow {
  readonly model: Model;
  readonly against: Reference;
  /** Dollars a month, or micro-dollars per million tokens. */
  readonly reference: number;
  readonly cells: readonly (MatrixCell | null)[];
}

/**
 * Models that the columns sell, in the order given, each cell against the maker's list price; without one against the median seller, where two
 * columns have it at least. Who takes no request as long has no month: of 300,000 tokens none of Haiku 4.5, which takes 200,000.
 */
export function deltaMatrix(
  models: readonly MatrixModel[],
  columns: readonly MatrixColumn[],
  measure: MatrixMeasure,
  sellers: Sellers,
): readonly MatrixRow[] {
  const rows = models.flatMap(({ model, reference, rows: sold }) => {
    const ranked = measure === "month" ? sold.filter(({ ineligible }) => ineligible !== "doesNotFit") : sold;
    const base = reference === null ? null : referenceValue({ reference, rows: ranked }, measure, sellers);
    if (reference === null || base === null || base === 0) return [];
    const against = { usd: base, list: measure === "month" ? listRow(reference, ranked) : null };
    const cells = columns.map((column) => cellOf(columnOffer(ranked, column), against, measure));
    return [{ model, against: reference, reference: base, cells }];
  });
  return rows.filter(({ against, cells }) => cells.filter((cell) => cell !== null).length >= (against.kind === "list" ? 1 : 2));
}

/** The platforms of a kind that sell most models at a price that may win, most first; then those that sell most. */
export function mainPlatforms(
  models: readonly MatrixModel[],
  isShown: (platformId: string) => boolean,
  many: number,
): readonly string[] {
  const counts = new Map<string, { readonly id: string; won: number; sold: number }>();
  for (const { rows } of models) {
    const shown = rows.filter(({ offer }) => offer.status !== "retired" && isShown(offer.platform));
    for (const [id, offersOfSeller] of Map.groupBy(shown, ({ offer }) => offer.platform)) {
      const count = counts.get(id) ?? { id, won: 0, sold: 0 };
      count.won += offersOfSeller.some(({ ineligible }) => ineligible === null) ? 1 : 0;
      count.sold += 1;
      counts.set(id, count);
    }
  }
  const sorted = [...counts.values()].toSorted((a, b) => b.won - a.won || b.sold - a.sold || compareText(a.id, b.id));
  return sorted.slice(0, many).map(({ id }) => id);
}

interface Compared extends Pick<MatrixModel, "rows"> {
  readonly reference: Reference;
}

/** The maker's list price; without one the median over sellers that may win, one vote for each who runs the weights. */
function referenceValue({ reference, rows }: Compared, measure: MatrixMeasure, sellers: Sellers): number | null {
  if (reference.kind === "list")
    return measure === "month" ? (listMonth(reference, rows)?.usd ?? null) : reference.prices[measure];
  const standard = rows.filter(({ offer, ineligible }) => offer.tier === "standard" && ineligible === null);
  const votes = [...Map.groupBy(standard, ({ offer }) => whoRuns(offer, sellers)).values()].flatMap((offersOfSeller) => {
    const values = offersOfSeller.map((row) => measured(row, measure)).filter((value) => value !== null);
    return values.length === 0 ? [] : [Math.min(...values)];
  });
  return median(votes);
}

/** What a cell is held against: the figure of its row, and the offer whose month that is; null = it is no offer's. */
interface Against {
  readonly usd: number;
  readonly list: RankedOffer | null;
}

const listRow = (reference: Reference, rows: readonly RankedOffer[]): RankedOffer | null =>
  reference.kind === "list" ? (rows.find(({ offer }) => offer.id === reference.offer.id) ?? null) : null;

function cellOf(row: RankedOffer | null, { usd, list }: Against, measure: MatrixMeasure): MatrixCell | null {
  const value = row === null ? null : measured(row, measure);
  if (row === null || value === null) return null;
  const times = list === null ? 1 : timesCachedAsInput(row, list);
  return times === null ? null : { row, bps: Math.round(((value / usd) * times - 1) * 10_000), isCachedAsInput: times !== 1 };
}

/** A known fee is in the month; an unknown one is left out here, and the column says so. */
const measured = ({ offer, landed }: RankedOffer, measure: MatrixMeasure): number | null =>
  measure === "month" ? (landed?.usd ?? null) : (offer.prices[measure] ?? null);

/**
 * The offer that stands for a platform: standard tier and on sale; one that may win before one that may not, then the plainest (no host in
 * between), then the cheapest month, then by id. Where a platform names its global offer, what names no region is called in one: Bedrock's bare
 * `openai.gpt-5.6-sol` at 4.40 beside `global.` at 4.
 */
function columnOffer(rows: readonly RankedOffer[], { platform, place }: MatrixColumn): RankedOffer | null {
  const sold = rows.filter(({ offer }) => offer.platform === platform && offer.tier === "standard" && offer.status !== "retired");
  const isGlobalNamed = sold.some(({ offer }) => offer.regionGroup === "global");
  const isInRegion = ({ region, regionGroup }: RankedOffer["offer"]) =>
    region === null ? isGlobalNamed : regionGroup !== "global";
  const standing = sold.filter(({ offer }) => place === "anywhere" || (place === "region") === isInRegion(offer));
  return standing.toSorted(plainestFirst)[0] ?? null;
}

const plainestFirst = (a: RankedOffer, b: RankedOffer): number =>
  Number(a.ineligible !== null) - Number(b.ineligible !== null) ||
  distanceFromPlain(a.offer) - distanceFromPlain(b.offer) ||
  (a.landed?.upperUsd ?? Number.MAX_VALUE) - (b.landed?.upperUsd ?? Number.MAX_VALUE) ||
  compareText(a.offer.id, b.offer.id);
