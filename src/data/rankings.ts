import type { WorkloadPreset } from "../domain/cost/workload.ts";
import { type AnswerCounts, answerCounts } from "../domain/doubt/answer-counts.ts";
import { meetsNeed, NEEDS, type Need } from "../domain/model/need.ts";
import { qualityMarks } from "../domain/quality/quality-mark.ts";
import { DEFAULT_RANK_OPTIONS } from "../domain/ranking/cheapest.ts";
import { type Ranking, rankModels } from "../domain/ranking/ranking.ts";
import { type PricedModel, priceModels, type RankingInput, rankingInputOf } from "../domain/ranking/ranking-input.ts";
import { modelAnswer } from "../domain/reference/model-answer.ts";
import { type PriceBands, priceBands } from "../domain/reference/price-bands.ts";
import type { AssessedOffer } from "../domain/source/assessed-offer.ts";
import { isStale } from "../domain/source/staleness.ts";
import { allSheets, measuredCosts, modelOf, models, names, offers, offersOf, qualityFit, qualityOf, sellers } from "./catalog.ts";
import type { RankingData } from "./ranking-data.ts";

/** What value rankings are made from, put together once a build. */
const rankingInput = rankingInputOf(models, offersOf, qualityOf, sellers, qualityFit?.field.map(({ elo }) => elo) ?? []);

/** Frontier, mid and light by the makers' own list prices: input plus output, dollars per million tokens. */
export const bands: PriceBands = priceBands(
  allSheets().flatMap(({ model, reference }) => {
    const { input = null, output = null } = reference?.kind === "list" ? reference.prices : {};
    return input === null || output === null || model.status !== "current" ? [] : [{ id: model.id, usd: (input + output) / 1e6 }];
  }),
);

/** All current models, whatever they can do. */
export const rankingData: RankingData & { readonly input: RankingInput<AssessedOffer> } = {
  input: rankingInput,
  modelOf,
  marks: qualityMarks(bands, (id) => qualityOf(id)?.value ?? null),
  measuredUsd: new Map(measuredCosts.map(({ model, usdPerQuestion }) => [model, Number(usdPerQuestion)])),
  names,
};

/** The same with only the models that meet a need. */
export function rankingDataFor(need: Need): typeof rankingData {
  const meeting = rankingInput.models.filter(({ id }) => meetsNeed(modelOf(id), need));
  return { ...rankingData, input: { ...rankingInput, models: meeting } };
}

/** What the answers rest on, for the page of data. */
export const answersToday = (): AnswerCounts =>
  answerCounts(
    allSheets().flatMap(({ model, rows }) => (model.status === "current" ? [modelAnswer(rows, model.usageRank)] : [])),
  );

export const needsOf = (modelId: string): readonly Need[] => NEEDS.filter((need) => meetsNeed(modelOf(modelId), need));

/** Offers of ranked models that nobody has read lately: in no ranking, and counted. */
export const staleOffers = (need: Need): number =>
  offers.filter((offer) => isStale(offer) && meetsNeed(modelOf(offer.model), need)).length;

const pricesByPreset = new Map<string, ReadonlyMap<string, PricedModel<AssessedOffer>>>();

/** Every model's price for a preset, worked out once a build. */
export function pricesFor(preset: WorkloadPreset): ReadonlyMap<string, PricedModel<AssessedOffer>> {
  const known = pricesByPreset.get(preset.id);
  if (known !== undefined) return known;
  const priced = priceModels(rankingInput, preset, DEFAULT_RANK_OPTIONS);
  const prices = new Map(priced.map((each) => [each.model.id, each]));
  pricesByPreset.set(preset.id, prices);
  return prices;
}

const rankings = new Map<string, Ranking>();

/** All rated models by net cost for a preset, at the preset's own price of a worse answer, ranked once a build. */
export function rankingOf(preset: WorkloadPreset): Ranking {
  const known = rankings.get(preset.id);
  if (known !== undefined) return known;
  const terms = { requests: preset.requests, worseAnswerUsd: preset.worseAnswer.usd };
  const ranking = rankModels([...pricesFor(preset).values()], qualityOf, rankingInput.fieldElos, terms);
  rankings.set(preset.id, ranking);
  return ranking;
}
