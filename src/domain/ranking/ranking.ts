import { compareText } from "../money/compare-text.ts";
import type { Quality } from "../quality/quality.ts";
import type { QualitySourceId } from "../quality/quality-alias.ts";
import type { RankedOffer } from "./cheapest.ts";
import { frontier } from "./frontier.ts";
import { rankIntervals } from "./rank-interval.ts";
import { isPaid, type ValueRow } from "./value-row.ts";
import { winShare } from "./win-share.ts";

/** A model at its cheapest offer, with its quality and its place by quality per dollar. */
export interface RankingRow extends ValueRow {
  readonly rank: number;
  readonly rankInterval: readonly [number, number];
  /** How many others its interval overlaps: those are ties. */
  readonly tiedWith: number;
  readonly status: "rated" | "provisional";
  readonly sources: readonly QualitySourceId[];
  /** Expected share of wins against the reference field. */
  readonly winShare: number;
  /** Win share per dollar of the month, times 1,000: only its order means anything. */
  readonly valuePerDollar: number;
  readonly onFrontier: boolean;
}

/** A model at the offer it would be bought at for one workload; null = none counts. A model's sheet is one. */
export interface PricedModel {
  readonly model: { readonly id: string };
  readonly cheapest: Pick<RankedOffer<{ readonly id: string }>, "offer" | "landed"> | null;
}

/** What a ranking reads of a model's quality. */
export type RankedQuality = Pick<Quality, "value" | "interval" | "status"> & {
  readonly sources: readonly { readonly id: QualitySourceId }[];
};

/** Who could not be ranked, and why. */
export interface RankingGaps {
  readonly notRated: number;
  readonly unpriced: number;
}

export interface Ranking {
  readonly rows: readonly RankingRow[];
  readonly gaps: RankingGaps;
}

/**
 * Models by quality per dollar (design §3) for the workload they are priced for: the expected share of wins against the field divided by the
 * landed month at the cheapest offer that counts. Best first, equal values by id. Free offers and models without a score are not ranked.
 */
export function rankModels(
  models: readonly PricedModel[],
  qualityOf: (modelId: string) => RankedQuality | null,
  fieldElos: readonly number[],
): Ranking {
  const candidates = models.map((priced) => ({ priced, quality: qualityOf(priced.model.id) }));
  const rated = candidates.filter(({ quality }) => quality?.value != null);
  const rows = rated.flatMap(({ priced, quality }) => valueRow(priced, quality) ?? []).filter(({ row }) => isPaid(row));
  const front = new Set(frontier(rows.map(({ row }) => row)).map(({ modelId }) => modelId));
  const scored = rows.map(({ row, quality }) => ({ row, quality, value: perDollar(row, row.quality.value, fieldElos) }));
  const ranks = rankIntervals(
    scored.map(({ row, value }) => ({
      id: row.modelId,
      value,
      low: perDollar(row, row.quality.low, fieldElos),
      high: perDollar(row, row.quality.high, fieldElos),
    })),
  );
  const byId = new Map(ranks.map((rank) => [rank.id, rank]));
  return {
    rows: scored.flatMap((each) => rankingRow(each, byId.get(each.row.modelId), front, fieldElos)).toSorted(byRank),
    gaps: { notRated: candidates.length - rated.length, unpriced: rated.length - rows.length },
  };
}

interface RatedRow {
  readonly row: ValueRow;
  readonly quality: RankedQuality;
}

function valueRow({ model, cheapest }: PricedModel, quality: RankedQuality | null): RatedRow | null {
  if (quality === null || quality.value === null || quality.interval === null || cheapest?.landed == null) return null;
  const [low, high] = quality.interval;
  const row = {
    modelId: model.id,
    offerId: cheapest.offer.id,
    quality: { value: quality.value, low, high },
    landedUsdPerMonth: cheapest.landed.upperUsd,
  };
  return { row, quality };
}

const perDollar = (row: ValueRow, elo: number, field: readonly number[]): number =>
  ((winShare(elo, field) ?? 0) / row.landedUsdPerMonth) * 1000;

type Placed = ReturnType<typeof rankIntervals>[number];

function rankingRow(
  { row, quality, value }: RatedRow & { readonly value: number },
  placed: Placed | undefined,
  front: ReadonlySet<string>,
  field: readonly number[],
): readonly RankingRow[] {
  if (placed === undefined || quality.status === "notRated") return [];
  const { rank, rankInterval, tiedWith } = placed;
  const share = winShare(row.quality.value, field) ?? 0;
  const { status } = quality;
  const sources = quality.sources.map(({ id }) => id);
  return [
    {
      ...row,
      rank,
      rankInterval,
      tiedWith,
      status,
      sources,
      winShare: share,
      valuePerDollar: value,
      onFrontier: front.has(row.modelId),
    },
  ];
}

const byRank = (a: RankingRow, b: RankingRow): number => a.rank - b.rank || compareText(a.modelId, b.modelId);
