import type { Workload } from "../cost/workload.ts";
import type { Model } from "../model/model.ts";
import type { Sellers } from "../offer/seller.ts";
import type { Landed } from "../purchase/purchase.ts";
import type { AssessedOffer } from "../source/assessed-offer.ts";
import { cheapestOf, type RankableOffer, type RankOptions, rankOffers } from "./cheapest.ts";
import { contenders } from "./eligibility.ts";
import { type RankedQuality, type Ranking, rankModels } from "./ranking.ts";

/** A model with all that is asked for it, and how good it is. */
export interface RankableModel<Sold extends RankableOffer = RankableOffer> {
  readonly id: string;
  /** Null = no source has scored it. */
  readonly quality: RankedQuality | null;
  readonly offers: readonly Sold[];
}

/** Everything a value ranking is made from, but the workload. */
export interface RankingInput<Sold extends RankableOffer = RankableOffer> {
  readonly models: readonly RankableModel<Sold>[];
  readonly sellers: Sellers;
  /** The fixed field that wins are counted against. */
  readonly fieldElos: readonly number[];
}

/** A model at its cheapest offer for one workload. */
export interface PricedModel<Sold> {
  readonly model: { readonly id: string };
  readonly cheapest: { readonly offer: Sold; readonly landed: Landed | null } | null;
}

/** What today is ranked from: every current model, with the offers that could be its cheapest. */
export function rankingInputOf(
  models: readonly Pick<Model, "id" | "status">[],
  offersOf: (modelId: string) => readonly AssessedOffer[],
  qualityOf: (modelId: string) => RankedQuality | null,
  sellers: Sellers,
  fieldElos: readonly number[],
): RankingInput<AssessedOffer> {
  const current = models.filter(({ status }) => status === "current");
  const rankable = current.map(({ id }) => ({
    id,
    quality: qualityOf(id),
    offers: contenders(offersOf(id), sellers, "reported"),
  }));
  return { models: rankable, sellers, fieldElos };
}

/** Every model at its cheapest offer that counts, in the order of the input. */
export function priceModels<Sold extends RankableOffer>(
  { models, sellers }: RankingInput<Sold>,
  workload: Workload,
  options: RankOptions,
): readonly PricedModel<Sold>[] {
  return models.map(({ id, offers }) => ({
    model: { id },
    cheapest: cheapestOf(rankOffers(offers, workload, sellers, options)),
  }));
}

/** The ranking for one workload and one price of a worse answer: the same for every order of models and offers. */
export function netCostRanking(input: RankingInput, workload: Workload, options: RankOptions, worseAnswerUsd: number): Ranking {
  const quality = new Map(input.models.map((each) => [each.id, each.quality]));
  const terms = { requests: workload.requests, worseAnswerUsd };
  return rankModels(priceModels(input, workload, options), (id) => quality.get(id) ?? null, input.fieldElos, terms);
}

/** The input without what a reader leaves out: only these models, only these platforms. */
export function narrowed<Sold extends RankableOffer>(
  input: RankingInput<Sold>,
  keepsModel: (modelId: string) => boolean,
  keepsPlatform: (platformId: string) => boolean,
): RankingInput<Sold> {
  const models = input.models
    .filter(({ id }) => keepsModel(id))
    .map((each) => ({ ...each, offers: each.offers.filter(({ platform }) => keepsPlatform(platform)) }));
  return { ...input, models };
}
