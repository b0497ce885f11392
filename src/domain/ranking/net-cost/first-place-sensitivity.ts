import { compareText } from "../../money/compare-text.ts";
import type { QualitySourceId } from "../../quality/quality-alias.ts";
import { bestBuysAmong, type PricedModel, type RankedQuality, type RankingTerms } from "../ranking.ts";
import { type BestBuy, bestBuyAt } from "./best-buys.ts";
import type { NetCostRow } from "./net-cost.ts";

/** A quality source or a seller without which another model would be the best buy. */
export interface Sensitivity {
  /** Null = the seller it is bought at. */
  readonly source: QualitySourceId | null;
  /** Who would be first then; null = nobody. */
  readonly bestBuyWithout: string | null;
}

/** What a ranking was made from, to be made again with a part of it left out. */
export interface RankedFrom {
  readonly priced: readonly PricedModel[];
  readonly qualityOf: (modelId: string) => RankedQuality | null;
  readonly fieldElos: readonly number[];
  readonly terms: RankingTerms;
  /** The first model's price without the platform it is cheapest at; null = nobody else sells it at a price that counts. */
  readonly firstElsewhere: PricedModel | null;
}

/** The best buys with a source or the first one's seller left out, at every price of a worse answer. */
export interface RankingWithout extends Pick<Sensitivity, "source"> {
  readonly buys: readonly BestBuy<NetCostRow>[];
}

/**
 * What first place depends on: each quality source is left out in turn, of all models, and then the seller the first is bought at, of the first
 * alone, since no other seller's absence makes a rival cheaper. Where a source is a model's only one the model drops out. With `best` scored by
 * LMArena and ECI, and 20 Elo better only by LMArena, first place depends on LMArena. Empty = on none.
 */
export const firstPlaceSensitivity = (first: string, from: RankedFrom): readonly Sensitivity[] =>
  sensitivitiesAt(first, [...withoutSources(from), withoutSeller(first, from)], from.terms.worseAnswerUsd);

/** The same from what was left out before: only the price of a worse answer and who is first are new. */
export const sensitivitiesAt = (
  first: string,
  leftOut: readonly RankingWithout[],
  worseAnswerUsd: number,
): readonly Sensitivity[] =>
  leftOut
    .map(({ source, buys }) => ({ source, bestBuyWithout: bestBuyAt(buys, worseAnswerUsd)?.row.modelId ?? null }))
    .filter(({ bestBuyWithout }) => bestBuyWithout !== first);

/** What no price of a worse answer changes of `firstPlaceSensitivity`: each quality source left out in turn. */
export function withoutSources({
  priced,
  qualityOf,
  fieldElos,
  terms,
}: Omit<RankedFrom, "firstElsewhere">): readonly RankingWithout[] {
  const sources = priced.flatMap(({ model }) => qualityOf(model.id)?.sources.map(({ id }) => id) ?? []);
  return [...new Set(sources)].toSorted(compareText).map((source) => ({
    source,
    buys: bestBuysAmong(priced, (id) => without(qualityOf(id), source), fieldElos, terms.requests),
  }));
}

/** The same with the first one's seller left out. */
export function withoutSeller(
  first: string,
  { priced, qualityOf, fieldElos, terms, firstElsewhere }: RankedFrom,
): RankingWithout {
  const elsewhere = priced.flatMap((each) => (each.model.id === first ? (firstElsewhere ?? []) : [each]));
  return { source: null, buys: bestBuysAmong(elsewhere, qualityOf, fieldElos, terms.requests) };
}

/** A quality without one of its sources; null = none is left. */
function without(quality: RankedQuality | null, source: QualitySourceId): RankedQuality | null {
  if (quality === null || quality.sources.every(({ id }) => id !== source)) return quality;
  const withoutSource = quality.without?.find((each) => each.source === source);
  if (withoutSource === undefined) return null;
  return { ...withoutSource, sources: quality.sources.filter(({ id }) => id !== source) };
}
