import { offersOfJson } from "../../../../data/json/offer-json.ts";
import type { ModelJson } from "../../../../data/json/schema/offer-schema.ts";
import { readSellersJson, type SellersJson } from "../../../../data/json/seller-json.ts";
import { BLEND_3_TO_1, type Regret, regretBetween } from "../../../../domain/cost/regret.ts";
import type { Sellers } from "../../../../domain/offer/seller.ts";
import { cheapestOf, type RankedOffer, type RankOptions, rankOffers } from "../../../../domain/ranking/cheapest.ts";
import { type PricePair, type Reference, referenceFor, unconfirmedList } from "../../../../domain/reference/delta.ts";
import { isAtList } from "../../../../domain/reference/months/list-month.ts";
import { cheapestReported, lastConfirmed } from "../../../../domain/reference/other-answers.ts";
import type { AssessedOffer } from "../../../../domain/source/assessed-offer.ts";
import { countedPrices } from "../../../../site/address/purchase-fields.ts";
import { loadJson } from "../../../../site/browser/load-json.ts";
import * as paths from "../../../../site/paths.ts";
import type { Answerable } from "../../../../site/words/answer.ts";
import type { ModelOfferLine } from "../../offers/offer-line.ts";
import { offerSeller } from "../../offers/offer-line.ts";
import type { OffersState, OfferTerms } from "../../offers-state.ts";
import { memoizedByKey } from "./memoized-by-key.ts";

/** What a model's page needs to rank its offers again. */
export interface OfferData {
  readonly modelId: string;
  readonly modelName: string;
  readonly makerName: string;
  readonly contextTokens: number | null;
  readonly offers: readonly AssessedOffer[];
  /** Offer id → its difference to list. */
  readonly deltaBps: ReadonlyMap<string, PricePair | null>;
  readonly reference: Reference | null;
  readonly unconfirmedList: AssessedOffer | null;
  readonly sellers: Sellers;
  readonly sellersJson: SellersJson;
}

/** Throws where one of the two files does not load. */
export async function loadOfferData(modelId: string): Promise<OfferData> {
  const [model, sellersJson] = await Promise.all([
    loadJson<ModelJson>(paths.api.model(modelId)),
    loadJson<SellersJson>(paths.sellers()),
  ]);
  const { sellers, names } = readSellersJson(sellersJson);
  const offers = offersOfJson(model, names);
  return {
    modelId,
    modelName: model.model.name,
    makerName: model.model.makerName,
    contextTokens: model.model.contextTokens,
    offers,
    deltaBps: new Map(model.offers.map(({ id, deltaBps }) => [id, deltaBps])),
    reference: referenceFor(offers, model.model.maker, sellers),
    unconfirmedList: unconfirmedList(offers, model.model.maker, sellers),
    sellers,
    sellersJson,
  };
}

export interface RankedSheet extends Answerable {
  readonly regret: Regret;
}

/**
 * The offers that `isLeft` leaves for a workload and a way to pay, by the very engine that ranked them on the page. What was asked before is not
 * ranked again: `filters` says which offers are left.
 */
export function memoizedRankings(
  data: OfferData,
): (asked: Pick<OffersState, "workload" | "terms">, filters: string, isLeft: (offer: AssessedOffer) => boolean) => RankedSheet {
  const rankings = memoizedByKey<RankedSheet>();
  const blends = memoizedByKey<readonly RankedOffer[]>();
  return ({ workload, terms }, filters, isLeft) => {
    const options = optionsOf(terms);
    const where = JSON.stringify([terms, filters]);
    return rankings(`${where}${JSON.stringify(workload)}`, () => {
      const offers = data.offers.filter(isLeft);
      const blend = blends(where, () => rankOffers(offers, BLEND_3_TO_1, data.sellers, options));
      return rankingOf({ ...data, offers }, rankOffers(offers, workload, data.sellers, options), blend);
    });
  };
}

function rankingOf(
  { makerName, reference, unconfirmedList: list }: OfferData,
  rows: readonly RankedOffer[],
  blend: readonly RankedOffer[],
): RankedSheet {
  const regret = regretBetween(blend, rows);
  const cheapest = cheapestOf(rows);
  return {
    ...{ model: { makerName }, reference, unconfirmedList: list, rows, cheapest, regret },
    cheapestReported: cheapestReported(rows),
    lastConfirmed: cheapest === null ? lastConfirmed(rows) : null,
  };
}

/** Ranked offers as the columns want them. What depends on no workload is left as the page has it: the dollars to list and their day. */
export function offerLines(ranked: readonly RankedOffer[], data: OfferData): readonly ModelOfferLine[] {
  const { reference, deltaBps, contextTokens, sellers, sellersJson } = data;
  return ranked.map((row) => {
    const bps = deltaBps.get(row.offer.id) ?? null;
    return {
      ...row,
      deltas: bps === null ? null : { bps, microUsdPerMTok: { input: null, output: null } },
      comparedOn: null,
      isList: isAtList(row.offer, reference),
      isToMedian: reference?.kind === "medianHost",
      ...offerSeller(row.offer, contextTokens, sellers),
      platformPath: sellersJson.platforms[row.offer.platform] === undefined ? null : paths.platform(row.offer.platform),
    };
  });
}

/** A way to pay as the engine wants it. */
export function optionsOf(terms: OfferTerms): RankOptions {
  const { topUpUsd, method, firstTopUp } = terms;
  const purchase = { topUpCents: Math.round(topUpUsd * 100), method, firstTopUp: firstTopUp === "yes", discountBps: 0 };
  return { purchase, discountBps: new Map(), counted: countedPrices(terms) };
}
