import type { WorkloadPreset } from "../domain/cost/workload.ts";
import { type AnswerCounts, answerCounts } from "../domain/doubt/answer-counts.ts";
import { meetsNeed, NEEDS, type Need } from "../domain/model/need.ts";
import { valueOn } from "../domain/money/fact.ts";
import { type QualityScaleName, scaleFor } from "../domain/quality/need-scale.ts";
import { type QualityMark, qualityMarks } from "../domain/quality/quality-mark.ts";
import { type Judge, successQuality } from "../domain/quality/task-success.ts";
import { DEFAULT_RANK_OPTIONS } from "../domain/ranking/cheapest.ts";
import { dataPromise } from "../domain/ranking/filter/data-promise.ts";
import { type Ranking, rankModels } from "../domain/ranking/ranking.ts";
import {
  bySuccess,
  type ModelAtCheapestOffer,
  onScale,
  priceModels,
  type RankingInput,
  rankingInputOf,
  usableScale,
} from "../domain/ranking/ranking-input.ts";
import { modelAnswer } from "../domain/reference/model-answer.ts";
import { type PriceBands, priceBands } from "../domain/reference/price-bands.ts";
import type { AssessedOffer } from "../domain/source/assessed-offer.ts";
import { isStale } from "../domain/source/staleness.ts";
import {
  allSheets,
  defaultPreset,
  fieldOn,
  measuredCosts,
  measuredRuns,
  modelOf,
  models,
  offers,
  offersOf,
  outputRatioOf,
  platformOf,
  qualityOn,
  run,
  sellers,
  successByModel,
} from "./catalog.ts";
import type { RankingData } from "./ranking-data.ts";

/** What value rankings are made from, put together once a build. */
const successOf = (id: string) => successByModel.get(id);
const rankingInput = rankingInputOf(models, offersOf, { qualityOn, fieldOn, outputRatioOf, successOf }, sellers);

/** Frontier, mid and light by the makers' own list prices: input plus output, dollars per million tokens. */
export const priceBandsToday: PriceBands = priceBands(
  allSheets().flatMap(({ model, reference }) => {
    const { input = null, output = null } = reference?.kind === "list" ? reference.prices : {};
    return input === null || output === null || model.status !== "current" ? [] : [{ id: model.id, usd: (input + output) / 1e6 }];
  }),
);

/** The qualities people can ask for by name, on a scale. */
const marksOn = (scale: QualityScaleName): readonly QualityMark[] =>
  qualityMarks(priceBandsToday, (id) => qualityOn(scale, id)?.value ?? null);

/** The needs that a model meets, for the rankings it is in. */
export const needsOf = (modelId: string): readonly Need[] => NEEDS.filter((need) => meetsNeed(modelOf(modelId), need));

/** What is the same for every workload and need. */
const common = {
  modelOf,
  measuredUsd: new Map(
    [...measuredCosts.map((cost) => [cost.model, cost] as const), ...measuredRuns].map(([model, { usdPerQuestion }]) => [
      model,
      Number(usdPerQuestion),
    ]),
  ),
  needsOf,
  promiseOf: (platformId: string) => dataPromise(valueOn(platformOf(platformId)?.dataPolicy, run.asOf)),
};

/** What a ranking for a workload and some needs reads: only the models that meet them all, by the quality that judges them. */
export function rankingDataFor(
  workloadId: string,
  needs: readonly Need[],
  judge: Judge = "votes",
): RankingData & { readonly input: RankingInput<AssessedOffer> } {
  const scale = usableScale(rankingInput, scaleFor(workloadId, needs));
  const input = judge === "success" ? bySuccess(rankingInput, scale) : onScale(rankingInput, scale);
  const meeting = input.models.filter(({ id }) => needs.every((need) => meetsNeed(modelOf(id), need)));
  return {
    ...common,
    ...{ needs, scale, judge },
    defaultWorkload: defaultPreset.id,
    marks: judge === "success" ? successMarksOn(scale) : marksOn(scale),
    input: { ...input, models: meeting },
    forNeeds: (more, by) => rankingDataFor(workloadId, [...needs, ...more], by),
  };
}

/** The same in points of a hundred, where success judges. */
const successMarksOn = (scale: QualityScaleName): readonly QualityMark[] =>
  qualityMarks(priceBandsToday, (id) => successQuality(successOf(id), scale)?.value ?? null);

/** The marks where success judges, for the browser. */
export const successMarks = { general: successMarksOn("general"), coding: successMarksOn("coding") } as const;

/** The marks of the needs' scales, for the browser. */
export const needMarks = { coding: marksOn("coding"), vision: marksOn("vision") } as const;

/** What the answers rest on, for the page of data. */
export const answersToday = (): AnswerCounts =>
  answerCounts(
    allSheets().flatMap(({ model, rows }) =>
      model.status === "current" && rows.length > 0 ? [modelAnswer(rows, model.usageRank)] : [],
    ),
  );

/** Offers of the models that meet a need which nobody has read recently: they count only where a model has no fresh price. */
export const staleOffers = (need: Need): number =>
  offers.filter((offer) => isStale(offer) && meetsNeed(modelOf(offer.model), need)).length;

const pricesByPreset = new Map<string, ReadonlyMap<string, ModelAtCheapestOffer<AssessedOffer>>>();

/** Every model's price for a preset, worked out once a build. */
export function pricesFor(preset: WorkloadPreset): ReadonlyMap<string, ModelAtCheapestOffer<AssessedOffer>> {
  const earlierPrices = pricesByPreset.get(preset.id);
  if (earlierPrices !== undefined) return earlierPrices;
  const priced = priceModels(rankingInput, preset, DEFAULT_RANK_OPTIONS);
  const prices = new Map(priced.map((each) => [each.model.id, each]));
  pricesByPreset.set(preset.id, prices);
  return prices;
}

const rankings = new Map<string, Ranking>();

/** All rated models by net cost for a preset, at the preset's own price of a worse answer, ranked once a build. */
export function rankingOf(preset: WorkloadPreset): Ranking {
  const earlierRanking = rankings.get(preset.id);
  if (earlierRanking !== undefined) return earlierRanking;
  const terms = { requests: preset.requests, worseAnswerUsd: preset.worseAnswer.usd };
  const { input } = rankingDataFor(preset.id, []);
  const quality = new Map(input.models.map((model) => [model.id, model.quality]));
  const ranking = rankModels([...pricesFor(preset).values()], (id) => quality.get(id) ?? null, input.fieldElos, terms);
  rankings.set(preset.id, ranking);
  return ranking;
}
