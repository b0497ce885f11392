import type { RankingData } from "../../../data/ranking-data.ts";
import type { QualityMark } from "../../../domain/quality/quality-mark.ts";
import { DEFAULT_RANK_OPTIONS, type RankOptions } from "../../../domain/ranking/cheapest.ts";
import { filteredInput, filteredPrices } from "../../../domain/ranking/filter/ranking-filter.ts";
import {
  type RankingWithout,
  type Sensitivity,
  sensitivitiesAt,
  withoutSeller,
  withoutSources,
} from "../../../domain/ranking/net-cost/first-place-sensitivity.ts";
import { type Ranking, rankRated, rateModels } from "../../../domain/ranking/ranking.ts";
import { type ModelAtCheapestOffer, priceModels, restrictedInput } from "../../../domain/ranking/ranking-input.ts";
import { countedPrices } from "../../../site/address/purchase-fields.ts";
import { memoizeLast } from "../../../site/page/memoize-last.ts";
import { memoizeOnce } from "../../../site/page/memoize-once.ts";
import type { BestState } from "../best-state.ts";
import { filterOf } from "../words/best-filter.ts";

/** What a ranking is made from with its prices for what a state asks: everything but what moves with the slider, the bar and the order. */
export interface PricedInput {
  /** Whether the needs that are asked for are judged by another quality than the page's own. */
  readonly isOtherScale: boolean;
  readonly data: RankingData;
  readonly priced: readonly ModelAtCheapestOffer<RankingData["input"]["models"][number]["offers"][number]>[];
}

/** The models and sellers that a state asks for, each model at its cheapest offer that counts. `all`: what the page is about. */
export function pricedInput(all: RankingData, state: BestState, terms: RankOptions = DEFAULT_RANK_OPTIONS): PricedInput {
  const options: RankOptions = { ...terms, counted: countedPrices(state) };
  const isUsual = state.needs.length === 0 && state.judge === all.judge;
  const data = isUsual ? all : all.forNeeds(state.needs, state.judge);
  const input = filteredInput(data.input, filterOf(state, 0), data);
  const priced =
    data.priced === undefined
      ? priceModels(input, state, options, state.length)
      : input.models.flatMap(({ id }) => data.priced?.get(id) ?? []);
  return { isOtherScale: data.scale !== all.scale || data.judge !== all.judge, data: { ...data, input }, priced };
}

/** What a state ranks, but for the price of a worse answer and the order: all that a slider leaves as it is, worked out once. */
export interface RankedMarket {
  readonly pricedInput: PricedInput;
  /** The minimum quality, as a number. */
  readonly bar: number;
  /** The models that are cheap and good enough. */
  readonly priced: PricedInput["priced"];
  /** The same ranking for the same price as the last time. */
  rankingAt(worseAnswerUsd: number): Ranking;
  /** What first place depends on there. */
  sensitivitiesAt(worseAnswerUsd: number): readonly Sensitivity[];
}

/** The market of a state: everything of its ranking but the price of a worse answer and the order. */
export function rankedMarket(pricedInput: PricedInput, state: BestState): RankedMarket {
  const { data } = pricedInput;
  const bar = barOf(state.bar, data.marks);
  const { fieldElos } = data.input;
  const quality = new Map(data.input.models.map((model) => [model.id, model.quality]));
  const qualityOf = (id: string) => quality.get(id) ?? null;
  const filtered = (prices: PricedInput["priced"]) => filteredPrices(prices, filterOf(state, bar), qualityOf);
  const priced = filtered(pricedInput.priced);
  const rated = rateModels(priced, qualityOf, fieldElos, state.requests);
  const sources = memoizeOnce(() =>
    data.judge === "votes" ? withoutSources({ priced, qualityOf, fieldElos, terms: state }) : [],
  );
  const sellers = new Map<string, RankingWithout>();
  const elsewhere = (first: string): RankingWithout => {
    const [firstElsewhere = null] = filtered(pricedElsewhere(first, { data, priced }, state));
    return withoutSeller(first, { priced, qualityOf, fieldElos, terms: state, firstElsewhere });
  };
  const rankingAt = memoizeLast((usd: number) => rankRated(rated, usd));
  return {
    ...{ pricedInput, bar, priced, rankingAt },
    sensitivitiesAt: (usd) => {
      const first = rankingAt(usd).rows[0]?.modelId;
      if (first === undefined) return [];
      const seller = sellers.get(first) ?? elsewhere(first);
      sellers.set(first, seller);
      return sensitivitiesAt(first, [...sources(), seller], usd);
    },
  };
}

/** A model's price at any seller but the one it is cheapest at: asked for again, all others stand. Empty = there is none that counts. */
function pricedElsewhere(
  id: string,
  { data, priced }: { readonly data: RankingData; readonly priced: PricedInput["priced"] },
  state: BestState,
): PricedInput["priced"] {
  const seller = priced.find(({ model }) => model.id === id)?.cheapest?.offer.platform;
  const elsewhere = restrictedInput(
    data.input,
    (each) => each === id,
    (platform) => platform !== seller,
  );
  const options = { ...DEFAULT_RANK_OPTIONS, counted: countedPrices(state) };
  return priceModels(elsewhere, state, options, state.length);
}

/** `frontier` → its quality today; a number stands for itself. */
function barOf(bar: string, marks: readonly QualityMark[]): number {
  const named = marks.find(({ id }) => id === bar)?.elo;
  const typed = Number(bar);
  return named ?? (Number.isFinite(typed) ? typed : (marks[0]?.elo ?? 0));
}
