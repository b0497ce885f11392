import type { MonthCost } from "../cost/landed-cost.ts";
import { compareText } from "../money/compare-text.ts";
import type { Landed } from "../purchase/purchase.ts";
import type { Quality } from "../quality/quality.ts";
import type { QualitySourceId } from "../quality/quality-alias.ts";
import { assumesLongPrompts } from "../reference/tiers/assumes-long-prompts.ts";
import { type AgainstBest, againstBest } from "./net-cost/against-best.ts";
import { type BestBuy, bestBuys, type WinRange } from "./net-cost/best-buys.ts";
import { type NetCostRow, netCostInterval, netCostUsd, type WinChance, winChanceOf } from "./net-cost/net-cost.ts";
import { type NetCostPlace, netCostPlaces } from "./net-cost/net-cost-rank.ts";
import { isPaid } from "./value-row.ts";

/** A model at its cheapest offer, with its quality and its place by net cost. */
export interface RankingRow extends NetCostRow, NetCostPlace {
  readonly status: "rated" | "provisional";
  readonly sources: readonly QualitySourceId[];
  /** The reasoning efforts its scores were measured at, as far as the sources name them. */
  readonly efforts: readonly string[];
  /** Dollars a request with worse answers priced in, and what the quality interval makes of them. */
  readonly netCostUsd: number;
  readonly netCostInterval: readonly [low: number, high: number];
  /** The prices of a worse answer at which it is the best buy; null = at none. */
  readonly wins: WinRange | null;
  readonly againstBest: AgainstBest;
  /** The bill of the month with as much output as the model was measured to write, and how many times the workload's that is; 1 = as it says. */
  readonly billedUsdPerMonth: number;
  readonly outputRatio: number;
  /** The least that both months may be: below the month and the bill, which count, where a purchase fee is unknown. */
  readonly leastUsd: { readonly landed: number; readonly billed: number };
  /** Whether nobody names what the seller asks for prompts as long, so that its month is assumed. */
  readonly assumesLongPrompts: boolean;
  /** Win share per dollar of the month, times 1,000: only its order means anything. */
  readonly valuePerDollar: number;
  /** Its place by that order; equal values share it. */
  readonly valueRank: number;
}

/** A model at the offer it would be bought at for one workload; null = none counts. A model's sheet is one. */
export interface PricedModel {
  readonly model: { readonly id: string };
  readonly cheapest: PricedOffer | null;
  readonly measuredLength?: MeasuredLength | null;
}

/** The offer with its month, worked out now; or as a kept row has it, which tells what is assumed by itself. */
interface PricedOffer {
  readonly offer: { readonly id: string };
  readonly landed: RankedMonth | null;
  readonly month?: MonthCost;
  readonly assumesLongPrompts?: boolean;
}

/** What a ranking reads of a month: the most it may be, which counts, and the least; absent = nobody kept it. */
export type RankedMonth = Pick<Landed, "upperUsd"> & Partial<Pick<Landed, "usd">>;

/** The month at a model's own length: how many times the workload's output it was measured to write, and what that costs. */
export interface MeasuredLength {
  readonly ratio: number;
  readonly landed: RankedMonth;
}

/** What a ranking reads of a model's quality. */
export type RankedQuality = Pick<Quality, "value" | "interval" | "status" | "without"> & {
  readonly sources: readonly { readonly id: QualitySourceId; readonly effort: string | null }[];
  /** The share of tasks it solved: it then is the chance itself, and no field is asked. Absent = the chance is a share of wins. */
  readonly success?: Omit<WinChance, "counted">;
};

/** What a ranking is made at besides the prices: how many requests share a month, and what a worse answer costs. */
export interface RankingTerms {
  readonly requests: number;
  readonly worseAnswerUsd: number;
}

/** Who could not be ranked, and why. */
export interface RankingGaps {
  readonly notRated: number;
  readonly unpriced: number;
}

export interface Ranking {
  readonly rows: readonly RankingRow[];
  readonly gaps: RankingGaps;
}

/** Models that can be ranked, with what no price of a worse answer changes of their ranking. */
export interface RatedModels {
  readonly rows: readonly RatedRow[];
  readonly gaps: RankingGaps;
  readonly buys: readonly BestBuy<RatedRow>[];
  /** By model id. */
  readonly valueRanks: ReadonlyMap<string, number>;
}

/**
 * Models by net cost per request for the workload they are priced for: the landed dollars of a request at the cheapest offer that
 * counts, and what its worse answers cost. Lowest first, in a total order. Free offers and models without a score are not ranked.
 */
export const rankModels = (
  models: readonly PricedModel[],
  qualityOf: QualityOf,
  fieldElos: readonly number[],
  { requests, worseAnswerUsd }: RankingTerms,
): Ranking => rankRated(rateModels(models, qualityOf, fieldElos, requests), worseAnswerUsd);

/** The first half of `rankModels`: who is ranked, and all that holds at any price of a worse answer. */
export function rateModels(
  models: readonly PricedModel[],
  qualityOf: QualityOf,
  fieldElos: readonly number[],
  requests: number,
): RatedModels {
  const candidates = models.map((priced) => ({ priced, quality: qualityOf(priced.model.id) }));
  const rated = candidates.filter(({ quality }) => quality?.value != null);
  const rows = rated.flatMap(({ priced, quality }) => ratedRow(priced, quality, fieldElos, requests) ?? []).filter(isPaid);
  return {
    rows,
    gaps: { notRated: candidates.length - rated.length, unpriced: rated.length - rows.length },
    buys: bestBuys(rows),
    valueRanks: valueRanksOf(rows),
  };
}

/** The second half: the same models in their places at one price of a worse answer. */
export function rankRated({ rows, gaps, buys, valueRanks }: RatedModels, worseAnswerUsd: number): Ranking {
  const wins = new Map(buys.map(({ row, from, to }) => [row.modelId, { from, to }]));
  const against = againstBest(rows, worseAnswerUsd, buys);
  const placed = netCostPlaces(rows, worseAnswerUsd).map(({ row, place }) => ({
    ...row,
    ...place,
    netCostUsd: netCostUsd(row, worseAnswerUsd),
    netCostInterval: netCostInterval(row, worseAnswerUsd),
    wins: wins.get(row.modelId) ?? null,
    againstBest: against.get(row.modelId) ?? { extraUsd: 0, worsePerThousand: 0 },
    valueRank: valueRanks.get(row.modelId) ?? rows.length,
  }));
  return { rows: placed, gaps };
}

/** Who is the best buy at every price of a worse answer, without anybody's place. */
export const bestBuysAmong = (
  models: readonly PricedModel[],
  qualityOf: QualityOf,
  fieldElos: readonly number[],
  requests: number,
): readonly BestBuy<NetCostRow>[] =>
  bestBuys(models.flatMap((priced) => ratedRow(priced, qualityOf(priced.model.id), fieldElos, requests) ?? []));

type QualityOf = (modelId: string) => RankedQuality | null;

/** A row before anything is said of its place. */
type RatedRow = NetCostRow &
  Pick<
    RankingRow,
    "status" | "sources" | "efforts" | "billedUsdPerMonth" | "outputRatio" | "leastUsd" | "assumesLongPrompts" | "valuePerDollar"
  >;

function ratedRow(
  { model, cheapest, measuredLength = null }: PricedModel,
  quality: RankedQuality | null,
  fieldElos: readonly number[],
  requests: number,
): RatedRow | null {
  if (quality === null || quality.value === null || quality.interval === null || cheapest?.landed == null) return null;
  const { status, sources } = quality;
  if (status === "notRated") return null;
  const [low, high] = quality.interval;
  const elo = { value: quality.value, low, high };
  const { landed } = cheapest;
  const billed = measuredLength?.landed ?? landed;
  const [landedUsdPerMonth, billedUsdPerMonth] = [landed.upperUsd, billed.upperUsd];
  const { success } = quality;
  const chance = success === undefined ? winChanceOf(elo, status, fieldElos) : { ...success, counted: success.p };
  return {
    ...{ modelId: model.id, offerId: cheapest.offer.id, quality: elo, chance, status },
    sources: sources.map(({ id }) => id),
    efforts: [...new Set(sources.flatMap(({ effort }) => effort ?? []))],
    landedUsdPerMonth,
    usdPerRequest: billedUsdPerMonth / requests,
    ...{ billedUsdPerMonth, outputRatio: measuredLength?.ratio ?? 1 },
    leastUsd: { landed: landed.usd ?? landedUsdPerMonth, billed: billed.usd ?? billedUsdPerMonth },
    assumesLongPrompts: cheapest.assumesLongPrompts ?? assumesLongPrompts(cheapest.month ?? null),
    valuePerDollar: (chance.p / landedUsdPerMonth) * 1000,
  };
}

/** 1 + how many are better; equal values share a rank. */
function valueRanksOf(rows: readonly RatedRow[]): ReadonlyMap<string, number> {
  const ranks = new Map<number, number>();
  for (const [at, value] of rows
    .map(({ valuePerDollar }) => valuePerDollar)
    .toSorted((a, b) => b - a)
    .entries())
    if (!ranks.has(value)) ranks.set(value, at + 1);
  return new Map(rows.map(({ modelId, valuePerDollar }) => [modelId, ranks.get(valuePerDollar) ?? rows.length]));
}

/** By quality per dollar, best first, equals by id: the order of the rankings before they were by net cost. */
export const compareByValue = (a: RankingRow, b: RankingRow): number =>
  a.valueRank - b.valueRank || compareText(a.modelId, b.modelId);
