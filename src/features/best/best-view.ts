import type { RankingData } from "../../data/ranking-data.ts";
import { type BestBuyChart, bestBuyChart } from "../../domain/chart/best-buy-chart.ts";
import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import { makerOfId } from "../../domain/model/maker-of-id.ts";
import type { QualityMark } from "../../domain/quality/quality-mark.ts";
import { DEFAULT_RANK_OPTIONS, type RankOptions } from "../../domain/ranking/cheapest.ts";
import { hangsOn, type Support } from "../../domain/ranking/net-cost/hangs-on.ts";
import { cheapestForBar } from "../../domain/ranking/quality-bar.ts";
import { type Ranking, rankModels } from "../../domain/ranking/ranking.ts";
import { narrowed, type PricedModel, priceModels } from "../../domain/ranking/ranking-input.ts";
import { countedWith } from "../../site/address/purchase-fields.ts";
import { numbersOf } from "../../site/address/workload-fields.ts";
import type { Phrase } from "../../site/words/answer.ts";
import { EVIDENCE_WORDS } from "../../site/words/evidence-text.ts";
import { nameInSentence } from "../../site/words/month-meaning.ts";
import { winnerText } from "../../site/words/seller-label.ts";
import type { TableView } from "../../table/table-view.ts";
import type { BestState } from "./best-state.ts";
import { answerOf, firstRows, gapText, standingText } from "./best-words.ts";
import { type StripPart, stripOf } from "./buy-strip.ts";
import { barTable } from "./tables/bar-table.ts";
import type { RankingContext } from "./tables/best-columns.ts";
import { buyTable } from "./tables/buy-table.ts";
import { rankingTable } from "./tables/ranking-table.ts";

export interface BestView {
  readonly ranking: Ranking;
  readonly bar: number;
  readonly answer: readonly Phrase[];
  /** Who is the best buy at the reader's price of a worse answer, and how surely. */
  readonly standing: string;
  /** Its first three rows in words, for a message. */
  readonly firstRows: readonly string[];
  readonly strip: readonly StripPart[];
  readonly chart: BestBuyChart | null;
  /** The best buys and who is tied with the first. */
  readonly buys: TableView;
  /** Everybody. */
  readonly all: TableView;
  /** Cheapest for the bar. */
  readonly atBar: TableView;
  /** Who is not ranked, and why. */
  readonly gaps: string;
}

/** What a ranking is made from with its prices for what a state asks: everything but what moves with the slider, the bar and the order. */
export interface PricedInput {
  readonly data: RankingData;
  readonly priced: readonly PricedModel<RankingData["input"]["models"][number]["offers"][number]>[];
}

/** The models and sellers that a state asks for, each model at its cheapest offer that counts. */
export function pricedInput(data: RankingData, state: BestState, terms: RankOptions = DEFAULT_RANK_OPTIONS): PricedInput {
  const options: RankOptions = { ...terms, counted: countedWith(state) };
  const input = narrowed(
    data.input,
    keeps(state.makers, makerOfId),
    keeps(state.platforms, (id) => id),
  );
  const known = options.counted === "confirmed" && state.length === "measured" ? data.priced : undefined;
  const priced =
    known === undefined
      ? priceModels(input, state, options, state.length)
      : input.models.flatMap(({ id }) => known.get(id) ?? []);
  return { data: { ...data, input }, priced };
}

/** What a ranking page says for a state (design §3). `stale` = offers left out because nobody read them lately. */
export function bestView({ data, priced }: PricedInput, preset: WorkloadPreset, state: BestState, stale: number): BestView {
  const { input } = data;
  const quality = new Map(input.models.map((model) => [model.id, model.quality]));
  const ranking = rankModels(priced, (id) => quality.get(id) ?? null, input.fieldElos, state);
  const context = contextOf(data, priced, state);
  const bar = barOf(state.bar, data.marks);
  const supports = supportsOf({ data, priced }, ranking, state);
  return {
    ranking,
    bar,
    answer: answerOf(ranking, forWhat(preset, state), context),
    standing: standingText(ranking, supports, context),
    firstRows: firstRows(ranking, context),
    strip: stripOf(ranking, context.nameOf),
    chart: bestBuyChart(ranking.rows, state.worseAnswerUsd),
    buys: buyTable(ranking, context),
    all: rankingTable(ranking.rows, state.sort, context),
    atBar: barTable(cheapestForBar(ranking.rows, bar), bar, context),
    gaps: gapText(ranking, stale),
  };
}

/** What first place hangs on: its price elsewhere is asked for anew, all others stand. */
function supportsOf({ data, priced }: PricedInput, { rows }: Ranking, state: BestState): readonly Support[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { input } = data;
  const seller = priced.find(({ model }) => model.id === first.modelId)?.cheapest?.offer.platform;
  const elsewhere = narrowed(
    input,
    (id) => id === first.modelId,
    (platform) => platform !== seller,
  );
  const quality = new Map(input.models.map((model) => [model.id, model.quality]));
  return hangsOn(first.modelId, {
    priced,
    qualityOf: (id) => quality.get(id) ?? null,
    fieldElos: input.fieldElos,
    terms: state,
    firstElsewhere:
      priceModels(elsewhere, state, { ...DEFAULT_RANK_OPTIONS, counted: countedWith(state) }, state.length)[0] ?? null,
  });
}

/** `frontier` → its quality today; a number stands for itself. */
export function barOf(bar: string, marks: readonly QualityMark[]): number {
  const named = marks.find(({ id }) => id === bar)?.elo;
  const typed = Number(bar);
  return named ?? (Number.isFinite(typed) ? typed : (marks[0]?.elo ?? 0));
}

/** `For chat`, or `For your numbers`. */
function forWhat(preset: WorkloadPreset, state: BestState): string {
  const isUsual = JSON.stringify(numbersOf(preset)) === JSON.stringify(numbersOf(state));
  return isUsual ? `For ${nameInSentence(preset.name)}` : "For your numbers";
}

function contextOf(data: RankingData, priced: PricedInput["priced"], { worseAnswerUsd }: BestState): RankingContext {
  const offers = new Map(priced.flatMap(({ model, cheapest }) => (cheapest === null ? [] : [[model.id, cheapest.offer]])));
  const ofOffer = (id: string, told: (offer: PricedOffer) => string): string => {
    const offer = offers.get(id);
    return offer === undefined ? "" : told(offer);
  };
  return {
    ...data,
    worseAnswerUsd,
    nameOf: (id) => data.modelOf(id).name,
    sellerOf: (id) => ofOffer(id, (offer) => winnerText(offer, data.names)),
    evidenceOf: (id) => ofOffer(id, ({ evidence }) => EVIDENCE_WORDS[evidence]),
  };
}

type PricedOffer = NonNullable<PricedInput["priced"][number]["cheapest"]>["offer"];

const keeps = (wanted: readonly string[], wordOf: (id: string) => string) => {
  const words = new Set(wanted);
  return (id: string): boolean => words.size === 0 || words.has(wordOf(id));
};
