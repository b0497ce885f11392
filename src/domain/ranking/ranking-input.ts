import type { Workload } from "../cost/workload.ts";
import type { Model } from "../model/model.ts";
import type { Sellers } from "../offer/seller.ts";
import { isWithoutThinking } from "../purchase/tie-order.ts";
import { NEED_SCALES, type NeedScale, type QualityScaleName } from "../quality/need-scale.ts";
import { type SuccessByScale, successQuality } from "../quality/task-success.ts";
import type { AssessedOffer } from "../source/assessed-offer.ts";
import { cheapestOf, landingAmong, type RankableOffer, type RankedOffer, type RankOptions, rankOffers } from "./cheapest.ts";
import { contenders } from "./eligibility.ts";
import { type MeasuredLength, type RankedQuality, type Ranking, rankModels } from "./ranking.ts";

/** A model with all that is asked for it, and how good it is. */
export interface RankableModel<Sold extends RankableOffer = RankableOffer> {
  readonly id: string;
  /** Null = no source has scored it. */
  readonly quality: RankedQuality | null;
  /** How good it is at a need, where a source of that need has scored it. */
  readonly needQuality: Readonly<Partial<Record<NeedScale, RankedQuality>>>;
  /** What of a benchmark's tasks it solved, where somebody measured it recently. */
  readonly success?: SuccessByScale;
  /** How many times the field's median it writes, thinking included; null = nobody measured it, or it does not think. */
  readonly outputRatio: number | null;
  readonly offers: readonly Sold[];
}

/** Everything a value ranking is made from, but the workload. */
export interface RankingInput<Sold extends RankableOffer = RankableOffer> {
  readonly models: readonly RankableModel<Sold>[];
  readonly sellers: Sellers;
  /** The fixed field that wins are counted against. */
  readonly fieldElos: readonly number[];
  /** The same field on the scales of the needs; absent = nobody scored it there yet. */
  readonly needFieldElos: Readonly<Partial<Record<NeedScale, readonly number[]>>>;
}

/** Where qualities come from: a model's row on a scale, and the field that wins are counted against there. */
export interface QualityBook {
  qualityOn(scale: QualityScaleName, modelId: string): RankedQuality | null;
  fieldOn(scale: QualityScaleName): readonly number[];
  outputRatioOf(modelId: string): number | null;
  /** Absent = rankings by success are not asked for. */
  successOf?(modelId: string): SuccessByScale | undefined;
}

/** A model at its cheapest offer for one workload. */
export interface ModelAtCheapestOffer<Sold> {
  readonly model: { readonly id: string };
  readonly cheapest: Omit<RankedOffer<Sold>, "ineligible"> | null;
  /** The month there with as much output as the model was measured to write; null = the same as `cheapest`. */
  readonly measuredLength: MeasuredLength | null;
}

/** What today is ranked from: every current model, with the offers that could be its cheapest. */
export function rankingInputOf(
  models: readonly Pick<Model, "id" | "status" | "reasoning">[],
  offersOf: (modelId: string) => readonly AssessedOffer[],
  { qualityOn, fieldOn, outputRatioOf, successOf }: QualityBook,
  sellers: Sellers,
): RankingInput<AssessedOffer> {
  const current = models.filter(({ status }) => status === "current");
  const rankable = current.map(({ id, reasoning }) => ({
    id,
    ...successPart(successOf?.(id)),
    outputRatio: reasoning === true ? outputRatioOf(id) : null,
    quality: qualityOn("general", id),
    needQuality: byNeed((scale) => qualityOn(scale, id)),
    offers: asScored(contenders(offersOf(id), sellers, "reported")),
  }));
  const needFieldElos = byNeed((scale) => (fieldOn(scale).length === 0 ? null : fieldOn(scale)));
  return { models: rankable, sellers, fieldElos: fieldOn("general"), needFieldElos };
}

/**
 * Without those that are sold without the model's thinking, wherever a confirmed one is sold with it: scores are of models that think where they
 * can. Of `non-reasoning` and `reasoning` at one price the second is ranked.
 */
function asScored(offers: readonly AssessedOffer[]): readonly AssessedOffer[] {
  const thinking = offers.filter((offer) => !isWithoutThinking(offer));
  return thinking.some(({ tier, evidence }) => tier === "standard" && evidence !== "reported") ? thinking : offers;
}

const successPart = (success: SuccessByScale | undefined) => (success === undefined ? {} : { success });

/** What is known for each need; what is null is left out. */
function byNeed<Known>(knownOn: (scale: NeedScale) => Known | null): Readonly<Partial<Record<NeedScale, Known>>> {
  const byScale: Partial<Record<NeedScale, Known>> = {};
  for (const scale of NEED_SCALES) {
    const each = knownOn(scale);
    if (each !== null) byScale[scale] = each;
  }
  return byScale;
}

/** The scale that a ranking asked for on one is really by: general quality where the need's own is not there. */
export function usableScale({ needFieldElos }: Pick<RankingInput, "needFieldElos">, scale: QualityScaleName): QualityScaleName {
  return scale === "general" || needFieldElos[scale] === undefined ? "general" : scale;
}

/** The input as a ranking by that scale reads it: each model with its quality there, wins counted against the field there. */
export function onScale<Sold extends RankableOffer>(input: RankingInput<Sold>, scale: QualityScaleName): RankingInput<Sold> {
  const usable = usableScale(input, scale);
  if (usable === "general") return input;
  const models = input.models.map((each) => ({ ...each, quality: each.needQuality[usable] ?? null }));
  return { ...input, models, fieldElos: input.needFieldElos[usable] ?? [] };
}

/** The input as a ranking by success reads it: each model with the share of that scale's tasks it solved; who was not measured has no quality. */
export const bySuccess = <Sold extends RankableOffer>(
  input: RankingInput<Sold>,
  scale: QualityScaleName,
): RankingInput<Sold> => ({
  ...input,
  models: input.models.map((each) => ({ ...each, quality: successQuality(each.success, scale) })),
});

/** Every model at its cheapest offer that counts, in the order of the input. */
export function priceModels<Sold extends RankableOffer>(
  { models, sellers }: RankingInput<Sold>,
  workload: Workload,
  options: RankOptions,
  length: OutputLength = "measured",
): readonly ModelAtCheapestOffer<Sold>[] {
  return models.map(({ id, offers, outputRatio }) => {
    const cheapest = cheapestOf(rankOffers(offers, workload, sellers, options));
    if (cheapest === null || outputRatio === null || length === "same") return { model: { id }, cheapest, measuredLength: null };
    const outputTokens = Math.round(workload.outputTokens * outputRatio);
    const { landed } = landingAmong(offers, { ...workload, outputTokens }, sellers, options)(cheapest.offer);
    return { model: { id }, cheapest, measuredLength: landed === null ? null : { ratio: outputRatio, landed } };
  });
}

/** `measured`: a model that thinks is billed for as much output as it was measured to write. `same`: all write what the workload says. */
export type OutputLength = "measured" | "same";

/** The ranking for one workload and one price of a worse answer: the same for every order of models and offers. */
export function netCostRanking(input: RankingInput, workload: Workload, options: RankOptions, worseAnswerUsd: number): Ranking {
  const quality = new Map(input.models.map((each) => [each.id, each.quality]));
  const terms = { requests: workload.requests, worseAnswerUsd };
  return rankModels(priceModels(input, workload, options), (id) => quality.get(id) ?? null, input.fieldElos, terms);
}

/** The input without what a reader leaves out: only these models, only these platforms. */
export function restrictedInput<Sold extends RankableOffer>(
  input: RankingInput<Sold>,
  keepsModel: (modelId: string) => boolean,
  keepsPlatform: (platformId: string) => boolean,
): RankingInput<Sold> {
  const models = input.models
    .filter(({ id }) => keepsModel(id))
    .map((each) => ({ ...each, offers: each.offers.filter(({ platform }) => keepsPlatform(platform)) }));
  return { ...input, models };
}
