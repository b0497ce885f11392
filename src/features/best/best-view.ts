import type { RankingData } from "../../data/ranking-data.ts";
import { type BestBuyChart, bestBuyChart } from "../../domain/chart/best-buy-chart.ts";
import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import type { Need } from "../../domain/model/need.ts";
import type { QualityScaleName } from "../../domain/quality/need-scale.ts";
import type { QualityMark } from "../../domain/quality/quality-mark.ts";
import { DEFAULT_RANK_OPTIONS, type RankOptions } from "../../domain/ranking/cheapest.ts";
import { filteredInput, filteredPrices, type RankingFilter } from "../../domain/ranking/filter/ranking-filter.ts";
import { firstPlaceSensitivity, type Sensitivity } from "../../domain/ranking/net-cost/first-place-sensitivity.ts";
import { cheapestForBar } from "../../domain/ranking/quality-bar.ts";
import { type Ranking, rankModels } from "../../domain/ranking/ranking.ts";
import { type PricedModel, priceModels, restrictedInput } from "../../domain/ranking/ranking-input.ts";
import { countedPrices } from "../../site/address/purchase-fields.ts";
import { numbersOf } from "../../site/address/workload-fields.ts";
import type { Phrase } from "../../site/words/answer.ts";
import { EVIDENCE_WORDS } from "../../site/words/evidence-text.ts";
import { nameInSentence } from "../../site/words/month-meaning.ts";
import { winnerText } from "../../site/words/seller-label.ts";
import type { TableView } from "../../table/table-view.ts";
import type { BestState } from "./best-state.ts";
import { type StripPart, stripOf } from "./buy-strip.ts";
import { barTable } from "./tables/bar-table.ts";
import type { RankingContext } from "./tables/best-columns.ts";
import { buyTable } from "./tables/buy-table.ts";
import { rankingTable } from "./tables/ranking-table.ts";
import { filterOf, filterText } from "./words/best-filter.ts";
import { answerOf, firstPlaceText, firstRows, gapText } from "./words/best-words.ts";
import { type JudgeWords, judgeWords } from "./words/judge-words.ts";

export interface BestView {
  readonly ranking: Ranking;
  readonly bar: number;
  /** The qualities that a reader can ask for by name. */
  readonly marks: readonly QualityMark[];
  readonly answer: readonly Phrase[];
  /** Who is the best buy at the reader's price of a worse answer, and how surely. */
  readonly standing: string;
  /** Whether the page's words on whose scores these are do not hold: the standing says whose. */
  readonly isOtherScale: boolean;
  /** Its first three rows in words, for a message. */
  readonly firstRows: readonly string[];
  /** How it speaks of who judges. */
  readonly words: JudgeWords;
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
  /** Whether the needs that are asked for are judged by another quality than the page's own. */
  readonly isOtherScale: boolean;
  readonly data: RankingData;
  readonly priced: readonly PricedModel<RankingData["input"]["models"][number]["offers"][number]>[];
}

/** The models and sellers that a state asks for, each model at its cheapest offer that counts. `all`: what the page is about. */
export function pricedInput(all: RankingData, state: BestState, terms: RankOptions = DEFAULT_RANK_OPTIONS): PricedInput {
  const options: RankOptions = { ...terms, counted: countedPrices(state) };
  const isUsual = state.needs.length === 0 && state.judge === all.judge;
  const data = isUsual ? all : all.asked(state.needs, state.judge);
  const input = filteredInput(data.input, filterOf(state, 0), data);
  const priced =
    data.priced === undefined
      ? priceModels(input, state, options, state.length)
      : input.models.flatMap(({ id }) => data.priced?.get(id) ?? []);
  return { isOtherScale: data.scale !== all.scale || data.judge !== all.judge, data: { ...data, input }, priced };
}

/** What a ranking page says for a state. `stale` = offers left out because nobody read them lately. */
export function bestView(asked: PricedInput, preset: WorkloadPreset, state: BestState, stale: number): BestView {
  const { data } = asked;
  const { input } = data;
  const quality = new Map(input.models.map((model) => [model.id, model.quality]));
  const qualityOf = (id: string) => quality.get(id) ?? null;
  const bar = barOf(state.bar, data.marks);
  const filter = filterOf(state, bar);
  const priced = filteredPrices(asked.priced, filter, qualityOf);
  const ranking = rankModels(priced, qualityOf, input.fieldElos, state);
  const context = contextOf(data, priced, state);
  const sensitivities = supportsOf({ data, priced }, ranking, state, filter);
  return {
    ranking,
    bar,
    marks: data.marks,
    answer: answerOf(ranking, forWhat(preset, data.needs, state, bar), context),
    standing: `${firstPlaceText(ranking, sensitivities, context)}${asked.isOtherScale && data.judge === "votes" ? SCALE_TEXT[data.scale] : ""}`,
    isOtherScale: asked.isOtherScale,
    firstRows: firstRows(ranking, context),
    words: context.words,
    strip: stripOf(ranking, context.nameOf),
    chart: bestBuyChart(ranking.rows, state.worseAnswerUsd),
    buys: buyTable(ranking, context),
    all: rankingTable(ranking.rows, state.sort, context),
    atBar: barTable(cheapestForBar(ranking.rows, bar), bar, context),
    gaps: gapText(ranking, asked.priced.length - priced.length, filterText(state.needs, state, bar) === "" ? stale : null),
  };
}

/** What first place hangs on: its price elsewhere is asked for anew, all others stand. */
function supportsOf(
  { data, priced }: Pick<PricedInput, "data" | "priced">,
  { rows }: Ranking,
  state: BestState,
  filter: RankingFilter,
): readonly Sensitivity[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { input } = data;
  const seller = priced.find(({ model }) => model.id === first.modelId)?.cheapest?.offer.platform;
  const elsewhere = restrictedInput(
    input,
    (id) => id === first.modelId,
    (platform) => platform !== seller,
  );
  const quality = new Map(input.models.map((model) => [model.id, model.quality]));
  const qualityOf = (id: string) => quality.get(id) ?? null;
  const options = { ...DEFAULT_RANK_OPTIONS, counted: countedPrices(state) };
  const [firstElsewhere = null] = filteredPrices(priceModels(elsewhere, state, options, state.length), filter, qualityOf);
  const from = { priced, qualityOf, fieldElos: input.fieldElos, terms: state, firstElsewhere };
  return firstPlaceSensitivity(first.modelId, from).filter(({ source }) => source === null || data.judge === "votes");
}

/** Whose judgement a ranking is by, where a reader's needs ask for another than the page's. */
const SCALE_TEXT = {
  general: " Judged by general quality.",
  coding: " Judged by quality for coding: LMArena’s WebDev votes and LiveBench’s coding tasks.",
  vision: " Judged by quality for image input: LMArena’s vision votes.",
} as const satisfies Record<QualityScaleName, string>;

/** `frontier` → its quality today; a number stands for itself. */
export function barOf(bar: string, marks: readonly QualityMark[]): number {
  const named = marks.find(({ id }) => id === bar)?.elo;
  const typed = Number(bar);
  return named ?? (Number.isFinite(typed) ? typed : (marks[0]?.elo ?? 0));
}

/** `For chat`, `For your numbers`, `For chat with tool calling, in the EU`. `needs`: those of the page and those that were asked for. */
function forWhat(preset: WorkloadPreset, needs: readonly Need[], state: BestState, bar: number): string {
  const isUsual = JSON.stringify(numbersOf(preset)) === JSON.stringify(numbersOf(state));
  return `${isUsual ? `For ${nameInSentence(preset.name)}` : "For your numbers"}${filterText(needs, state, bar)}`;
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
    words: judgeWords(data.judge, data.scale),
    nameOf: (id) => data.modelOf(id).name,
    sellerOf: (id) => ofOffer(id, (offer) => winnerText(offer)),
    evidenceOf: (id) => ofOffer(id, ({ evidence }) => EVIDENCE_WORDS[evidence]),
  };
}

type PricedOffer = NonNullable<PricedInput["priced"][number]["cheapest"]>["offer"];
