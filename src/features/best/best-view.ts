import type { RankingData } from "../../data/ranking-data.ts";
import { makerOfId } from "../../domain/model/maker-of-id.ts";
import type { QualityMark } from "../../domain/quality/quality-mark.ts";
import { DEFAULT_RANK_OPTIONS, type RankOptions } from "../../domain/ranking/cheapest.ts";
import { type BarRow, barFlips, cheapestForBar } from "../../domain/ranking/quality-bar.ts";
import { type Ranking, type RankingRow, rankModels } from "../../domain/ranking/ranking.ts";
import { narrowed, priceModels } from "../../domain/ranking/ranking-input.ts";
import { sensitivityOf } from "../../domain/ranking/sensitivity.ts";
import { countedWith } from "../../site/address/purchase-fields.ts";
import { formatPlural, formatUsd } from "../../site/format.ts";
import type { Phrase } from "../../site/words/answer.ts";
import { formatElo } from "../../site/words/quality-text.ts";
import { winnerText } from "../../site/words/seller-label.ts";
import type { TableView } from "../../table/table-view.ts";
import { barTable, frontTable, type RankingContext, valueTable } from "./best-columns.ts";
import type { BestState } from "./best-state.ts";
import { barFlipText, flipTexts, gapText, takeoverWords } from "./best-text.ts";

export interface BestView {
  readonly ranking: Ranking;
  readonly bar: number;
  readonly answer: readonly Phrase[];
  /** Quality per dollar. */
  readonly value: TableView;
  /** Cheapest for the bar. */
  readonly atBar: TableView;
  readonly front: TableView;
  /** What would flip first place, one sentence each. */
  readonly flips: readonly string[];
  readonly barFlips: readonly string[];
  /** Who is not ranked, and why. */
  readonly gaps: string;
}

/** The three answers of design §3 for a state. `stale` = offers left out because nobody read them lately. */
export function bestView(
  data: RankingData,
  state: BestState,
  stale: number,
  terms: RankOptions = DEFAULT_RANK_OPTIONS,
): BestView {
  const options: RankOptions = { ...terms, counted: countedWith(state) };
  const input = narrowed(
    data.input,
    keeps(state.makers, makerOfId),
    keeps(state.platforms, (id) => id),
  );
  const known = options.counted === "confirmed" ? data.priced : undefined;
  const priced = known === undefined ? priceModels(input, state, options) : input.models.flatMap(({ id }) => known.get(id) ?? []);
  const quality = new Map(input.models.map((model) => [model.id, model.quality]));
  const ranking = rankModels(priced, (id) => quality.get(id) ?? null, input.fieldElos);
  const sellers = new Map(
    priced.flatMap(({ model, cheapest }) => (cheapest === null ? [] : [[model.id, winnerText(cheapest.offer, data.names)]])),
  );
  const bar = barOf(state.bar, data.marks);
  const barRows = cheapestForBar(ranking.rows, bar);
  const first = sensitivityOf(ranking.rows, input, state, options);
  const flips = barFlips(ranking.rows, bar);
  const takeovers = first === null ? new Map<string, readonly string[]>() : takeoverWords(first);
  const context: RankingContext = { ...data, takeovers, sellerOf: (id) => sellers.get(id) ?? "" };
  const nameOf = (id: string) => data.modelOf(id).name;
  return {
    ranking,
    bar,
    answer: answerOf(ranking, barRows, bar, context),
    value: valueTable(ranking.rows, state.sort, context),
    atBar: barTable(barRows, bar, context),
    front: frontTable(ranking.rows, context),
    flips: first === null ? [] : flipTexts(first, nameOf, state),
    barFlips: flips === null ? [] : barFlipText(flips, nameOf),
    gaps: gapText(ranking, stale),
  };
}

/** `frontier` → its quality today; a number stands for itself. */
export function barOf(bar: string, marks: readonly QualityMark[]): number {
  const named = marks.find(({ id }) => id === bar)?.elo;
  const typed = Number(bar);
  return named ?? (Number.isFinite(typed) ? typed : (marks[0]?.elo ?? 0));
}

const keeps = (wanted: readonly string[], wordOf: (id: string) => string) => {
  const words = new Set(wanted);
  return (id: string): boolean => words.size === 0 || words.has(wordOf(id));
};

function answerOf(
  { rows }: Ranking,
  barRows: readonly BarRow<RankingRow>[],
  bar: number,
  { modelOf, sellerOf }: RankingContext,
): readonly Phrase[] {
  const [first] = rows;
  if (first === undefined) return [{ text: "No rated model has a price that counts for this." }];
  const at = (row: RankingRow): string => `${formatUsd(row.landedUsdPerMonth)} a month at ${sellerOf(row.modelId)}`;
  const best = rows.toSorted((a, b) => b.quality.value - a.quality.value)[0] ?? first;
  const cheapest = barRows[0]?.row;
  return [
    { text: "Most quality per dollar: " },
    { text: modelOf(first.modelId).name, strong: true },
    { text: `, ${at(first)}${first.tiedWith === 0 ? "" : `, tied with ${formatPlural(first.tiedWith, "other")}`}. ` },
    ...(cheapest === undefined
      ? []
      : [
          { text: `Cheapest that may reach quality ${formatElo(bar)}: ` },
          { text: modelOf(cheapest.modelId).name, strong: true } as const,
          { text: `, ${at(cheapest)}. ` },
        ]),
    { text: `Best of all: ${modelOf(best.modelId).name}, ${at(best)}.` },
  ];
}
