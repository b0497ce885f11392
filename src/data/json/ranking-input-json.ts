import type { Need } from "../../domain/model/need.ts";
import { regionGroup } from "../../domain/offer/region.ts";
import type { Sellers } from "../../domain/offer/seller.ts";
import { withNames } from "../../domain/offer/seller-names.ts";
import { type NeedScale, type QualityScaleName, scaleFor } from "../../domain/quality/need-scale.ts";
import type { QualityMark } from "../../domain/quality/quality-mark.ts";
import type { Judge } from "../../domain/quality/task-success.ts";
import { canBeNamedCheapest } from "../../domain/ranking/can-be-named-cheapest.ts";
import { DEFAULT_RANK_OPTIONS, type RankableOffer } from "../../domain/ranking/cheapest.ts";
import type { DataPromise } from "../../domain/ranking/filter/data-promise.ts";
import type { RankedQuality } from "../../domain/ranking/ranking.ts";
import { bySuccess, onScale, type RankableModel, type RankingInput, usableScale } from "../../domain/ranking/ranking-input.ts";
import type { NamedRankable, RankingData } from "../ranking-data.ts";
import { type PackedModels, packModels, type StoredModel, unpackModels } from "./packed-models.ts";
import { type PackedOffers, packOffers, unpackOffers } from "./packed-offers.ts";
import { readSellersJson, type SellersJson } from "./seller-json.ts";
import { RANKED_FACTS, storedOffer } from "./stored-offer.ts";

/** `/api/market.json`, the site's own file and no contract: what value rankings in the browser are made from, beside `/api/sellers.json`. */
export interface RankingInputJson {
  readonly asOf: string;
  readonly fieldElos: readonly number[];
  readonly marks: readonly QualityMark[];
  /** The same on the scales of the needs. */
  readonly needFieldElos: RankingInput["needFieldElos"];
  readonly needMarks: NeedMarks;
  /** The same where success judges. */
  readonly successMarks: SuccessMarks;
  /** Platform id → what it promises about what is sent to it; absent = nothing. */
  readonly promises: Readonly<Record<string, DataPromise>>;
  /** Offers that nobody read recently, by need: they count only where a model has no fresh price. */
  readonly stale: Readonly<Partial<Record<Need, number>>>;
  /** All current models; those without a quality only to be counted. */
  readonly models: PackedModels;
  readonly offers: PackedOffers;
}

type SuccessMarks = Readonly<Record<"general" | "coding", readonly QualityMark[]>>;

type NeedMarks = Readonly<Record<NeedScale, readonly QualityMark[]>>;

/** What is true of all models on the day of the data. */
interface RankingDay extends Pick<RankingInputJson, "asOf" | "needMarks" | "successMarks"> {
  readonly needs: readonly Need[];
  /** How many offers nobody read recently. */
  readonly staleOf: (need: Need) => number;
}

/** The input as the file has it. Of each platform and region only the offers that can be cheapest there: leaving some out never needs more. */
export function rankingInputJson(
  { input, modelOf, marks, measuredUsd, needsOf, promiseOf }: RankingData,
  { asOf, needs, staleOf, needMarks, successMarks }: RankingDay,
): RankingInputJson {
  const isRated = ({ quality, needQuality, success }: RankableModel) =>
    quality?.value != null || Object.keys(needQuality).length > 0 || success !== undefined;
  return {
    asOf,
    fieldElos: input.fieldElos,
    marks,
    needFieldElos: input.needFieldElos,
    ...{ needMarks, successMarks },
    promises: Object.fromEntries(
      [...input.sellers.keys()].flatMap((id) => (promiseOf(id) === "any" ? [] : [[id, promiseOf(id)]])),
    ),
    stale: Object.fromEntries(needs.map((need) => [need, staleOf(need)])),
    models: packModels(
      input.models.map((model) => {
        const { id, quality, needQuality, success, outputRatio } = model;
        const measured = measuredUsd.get(id);
        const { name, makerName } = modelOf(id);
        return {
          id,
          ...(isRated(model) ? { name, makerName } : {}),
          needs: needsOf(id),
          quality: quality?.value == null ? null : plainQuality(quality),
          ...(Object.keys(needQuality).length === 0 ? {} : { needQuality: plainNeeds(needQuality) }),
          ...(measured === undefined ? {} : { measuredUsd: measured }),
          ...(success === undefined ? {} : { success }),
          ...(outputRatio === null ? {} : { outputRatio }),
        };
      }),
    ),
    offers: packOffers(
      input.models.map((model) =>
        isRated(model) ? bestOnEach(model.offers, input.sellers).map((offer) => storedOffer(offer, RANKED_FACTS)) : [],
      ),
    ),
  };
}

/** What `rankingInputJson` wrote, as a ranking for a workload and some needs wants it. */
export function readRankingInput(
  json: RankingInputJson,
  { workloadId, needs }: { readonly workloadId: string; readonly needs: readonly Need[] },
  sellersJson: SellersJson,
  judge: Judge = "votes",
): RankingData {
  const { sellers, names } = readSellersJson(sellersJson);
  const { models, offersOf } = unpacked(json);
  const meeting = models.filter((model) => needs.every((need) => model.needs.includes(need)));
  const named = new Map(models.map((model) => [model.id, model]));
  const scale = usableScale(json, scaleFor(workloadId, needs));
  const general: RankingInput<NamedRankable> = {
    sellers,
    fieldElos: json.fieldElos,
    needFieldElos: json.needFieldElos,
    models: meeting.map(
      ({ id, quality, needQuality = {}, success, outputRatio = null }): RankableModel<NamedRankable> => ({
        id,
        ...(success === undefined ? {} : { success }),
        quality,
        needQuality,
        outputRatio,
        offers: (offersOf.get(id) ?? []).map((offer) => withNames(offer, names)),
      }),
    ),
  };
  const measuredUsd = new Map(meeting.flatMap(({ id, measuredUsd: usd }) => (usd === undefined ? [] : [[id, usd]])));
  const modelOf = (id: string) => ({ name: id, makerName: "", ...named.get(id) });
  return {
    ...{ needs, scale, judge, modelOf, measuredUsd },
    defaultWorkload: sellersJson.presets[0]?.id,
    input: judge === "success" ? bySuccess(general, scale) : onScale(general, scale),
    marks: marksOf(json, scale, judge),
    needsOf: (id) => named.get(id)?.needs ?? [],
    promiseOf: (platformId) => json.promises[platformId] ?? "any",
    forNeeds: (more, by) => readRankingInput(json, { workloadId, needs: [...needs, ...more] }, sellersJson, by),
  };
}

/** The models of a file. */
export const modelsOf = (json: RankingInputJson): readonly StoredModel[] => unpacked(json).models;

interface Unpacked {
  readonly models: readonly StoredModel[];
  /** By the id of a model. */
  readonly offersOf: ReadonlyMap<string, readonly RankableOffer[]>;
}

/** What a file has packed, unpacked once. */
function unpacked(json: RankingInputJson): Unpacked {
  const { ids } = json.models;
  const known = UNPACKED.get(json) ?? {
    models: unpackModels(json.models),
    offersOf: new Map(unpackOffers(json.offers, ids).map((offers, at) => [ids[at] ?? "", offers])),
  };
  UNPACKED.set(json, known);
  return known;
}

const UNPACKED = new WeakMap<RankingInputJson, Unpacked>();

function marksOf(
  { marks, needMarks, successMarks }: RankingInputJson,
  scale: QualityScaleName,
  judge: Judge,
): readonly QualityMark[] {
  if (judge === "success") return successMarks[scale === "coding" ? "coding" : "general"];
  return scale === "general" ? marks : needMarks[scale];
}

function bestOnEach(offers: RankingInput["models"][number]["offers"], sellers: Sellers): readonly RankableOffer[] {
  return [...Map.groupBy(offers, ({ platform, region }) => `${platform} ${regionGroup(region)}`).values()].flatMap(
    (sameRegionOffers) => canBeNamedCheapest(sameRegionOffers, sellers, DEFAULT_RANK_OPTIONS),
  );
}

const plainQuality = ({ value, interval, status, sources, without }: RankedQuality): RankedQuality => ({
  value,
  interval,
  status,
  sources: sources.map(({ id, effort }) => ({ id, effort })),
  ...(without === undefined ? {} : { without }),
});

const plainNeeds = (needQuality: RankableModel["needQuality"]): RankableModel["needQuality"] =>
  Object.fromEntries(Object.entries(needQuality).map(([scale, quality]) => [scale, plainQuality(quality)]));
