import type { RankingData } from "../../data/ranking-data.ts";
import type { WorkloadPreset } from "../../domain/cost/workload.ts";
import type { Need } from "../../domain/model/need.ts";
import type { QualityScaleName } from "../../domain/quality/need-scale.ts";
import type { QualityMark } from "../../domain/quality/quality-mark.ts";
import { cheapestForBar } from "../../domain/ranking/quality-bar.ts";
import type { Ranking } from "../../domain/ranking/ranking.ts";
import { joinedSearches, writeState } from "../../site/address/url-state.ts";
import { NUMBER_FIELDS, numbersOf } from "../../site/address/workload-fields.ts";
import { memoizeOnce } from "../../site/page/memoize-once.ts";
import type { Phrase } from "../../site/words/answer.ts";
import { EVIDENCE_WORDS } from "../../site/words/evidence-text.ts";
import { nameInSentence } from "../../site/words/month-meaning.ts";
import { winnerText } from "../../site/words/seller-label.ts";
import type { TableView } from "../../table/table-view.ts";
import type { BestState } from "./best-state.ts";
import type { PricedInput, RankedMarket } from "./market/ranked-market.ts";
import { type StripPart, stripOf } from "./strip/buy-strip.ts";
import { barTable } from "./tables/bar-table.ts";
import type { RankingContext } from "./tables/best-columns.ts";
import { buyTable } from "./tables/buy-table.ts";
import { rankingTable } from "./tables/ranking-table.ts";
import { filterText } from "./words/best-filter.ts";
import { firstPlaceText, firstRows, gapText, rankingAnswer } from "./words/best-words.ts";
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
  /** How it refers to who judges. */
  readonly words: JudgeWords;
  readonly strip: readonly StripPart[];
  /** The best buys and who is tied with the first. */
  readonly buys: TableView;
  /** Everybody. */
  readonly all: TableView;
  /** Cheapest for the bar. */
  readonly atBar: TableView;
  /** Who is not ranked, and why. */
  readonly gaps: string;
}

/**
 * What a ranking page says for a state of that market. `stale` = offers that nobody read recently. Tables are made when they
 * are asked for: a page paints its answer first.
 */
export function bestView(market: RankedMarket, preset: WorkloadPreset, state: BestState, stale: number): BestView {
  const { pricedInput, bar, priced } = market;
  const { data } = pricedInput;
  const ranking = market.rankingAt(state.worseAnswerUsd);
  const context = contextOf(data, priced, preset, state);
  const buys = memoizeOnce(() => buyTable(ranking, context));
  const all = memoizeOnce(() => rankingTable(ranking.rows, state.sort, context));
  const atBar = memoizeOnce(() => barTable(cheapestForBar(ranking.rows, bar), bar, context));
  const scaleText = pricedInput.isOtherScale && data.judge === "votes" ? SCALE_TEXT[data.scale] : "";
  return {
    ...{ ranking, bar, marks: data.marks, isOtherScale: pricedInput.isOtherScale, words: context.words },
    answer: rankingAnswer(ranking, forWhat(preset, data.needs, state, bar), context),
    standing: `${firstPlaceText(ranking, market.sensitivitiesAt(state.worseAnswerUsd), context)}${scaleText}`,
    firstRows: firstRows(ranking, context),
    strip: stripOf(ranking, context.nameOf),
    get buys() {
      return buys();
    },
    get all() {
      return all();
    },
    get atBar() {
      return atBar();
    },
    gaps: gapText(ranking, pricedInput.priced.length - priced.length, filterText(state.needs, state, bar) === "" ? stale : null),
  };
}

/** Whose judgement a ranking is by, where a reader's needs ask for another than the page's. */
const SCALE_TEXT = {
  general: " Judged by general quality.",
  coding: " Judged by quality for coding: LMArena’s WebDev votes and LiveBench’s coding tasks.",
  vision: " Judged by quality for image input: LMArena’s vision votes.",
} as const satisfies Record<QualityScaleName, string>;

/** `For chat`, `For your numbers`, `For chat with tool calling, in the EU`. `needs`: those of the page and those that were asked for. */
function forWhat(preset: WorkloadPreset, needs: readonly Need[], state: BestState, bar: number): string {
  const isUsual = JSON.stringify(numbersOf(preset)) === JSON.stringify(numbersOf(state));
  return `${isUsual ? `For ${nameInSentence(preset.name)}` : "For your numbers"}${filterText(needs, state, bar)}`;
}

function contextOf(data: RankingData, priced: PricedInput["priced"], preset: WorkloadPreset, state: BestState): RankingContext {
  const winners = new Map(priced.flatMap(({ model, cheapest }) => (cheapest === null ? [] : [[model.id, cheapest]])));
  const ofWinner = (id: string, words: (winner: Winner) => string): string => {
    const winner = winners.get(id);
    return winner === undefined ? "" : words(winner);
  };
  return {
    ...data,
    worseAnswerUsd: state.worseAnswerUsd,
    query: modelQuery(data.defaultWorkload, preset, state),
    words: judgeWords(data.judge, data.scale),
    nameOf: (id) => data.modelOf(id).name,
    sellerOf: (id) => ofWinner(id, winnerText),
    evidenceOf: (id) => ofWinner(id, ({ offer }) => EVIDENCE_WORDS[offer.evidence]),
  };
}

/** What leads to a model's page for the numbers that are ranked by; nothing where it opens with them. */
const modelQuery = (defaultWorkload: string | undefined, preset: WorkloadPreset, state: BestState): string =>
  joinedSearches([
    preset.id === defaultWorkload ? "" : `?workload=${preset.id}`,
    writeState(NUMBER_FIELDS, numbersOf(preset), state),
  ]);

type Winner = NonNullable<PricedInput["priced"][number]["cheapest"]>;
