import { compareText } from "../../money/compare-text.ts";
import type { QualitySourceId } from "../../quality/quality-alias.ts";
import { bestBuyOf, type PricedModel, type RankedQuality, type RankingTerms } from "../ranking.ts";

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

/**
 * What first place hangs on: each quality source is left out in turn, of all models, and then the seller the first is bought at, of the first
 * alone, since no other seller's absence makes a rival cheaper. Where a source is a model's only one the model drops out. With `best` scored by
 * LMArena and ECI, and 20 Elo better only by LMArena, first place hangs on LMArena. Empty = it holds.
 */
export function firstPlaceSensitivity(first: string, from: RankedFrom): readonly Sensitivity[] {
  const { priced, qualityOf, fieldElos, terms } = from;
  const sources = priced.flatMap(({ model }) => qualityOf(model.id)?.sources.map(({ id }) => id) ?? []);
  const bySource = [...new Set(sources)].toSorted(compareText).map((source): Sensitivity => {
    const bestBuyWithout = bestBuyOf(priced, (id) => without(qualityOf(id), source), fieldElos, terms);
    return { source, bestBuyWithout };
  });
  const elsewhere = priced.flatMap((each) => (each.model.id === first ? (from.firstElsewhere ?? []) : [each]));
  const bySeller: Sensitivity = { source: null, bestBuyWithout: bestBuyOf(elsewhere, qualityOf, fieldElos, terms) };
  return [...bySource, bySeller].filter(({ bestBuyWithout }) => bestBuyWithout !== first);
}

/** A quality without one of its sources; null = none is left. */
function without(quality: RankedQuality | null, source: QualitySourceId): RankedQuality | null {
  if (quality === null || quality.sources.every(({ id }) => id !== source)) return quality;
  const left = quality.without?.find((each) => each.source === source);
  if (left === undefined) return null;
  return { ...left, sources: quality.sources.filter(({ id }) => id !== source) };
}
