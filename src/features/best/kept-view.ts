import type { NamedModel } from "../../data/market-data.ts";
import { readOfferId } from "../../domain/offer/offer-id.ts";
import type { Names } from "../../domain/offer/seller-names.ts";
import type { KeptRanking, RankingLine } from "../../domain/ranking/kept-ranking.ts";
import { formatDay, formatPlural, formatUsd } from "../../site/format.ts";
import { absolute, paths } from "../../site/paths.ts";
import type { Phrase } from "../../site/words/answer.ts";
import { elo, intervalText, rankNote } from "../../site/words/quality-text.ts";
import { sellerText } from "../../site/words/seller-label.ts";
import type { FigureTable, TableRow } from "../../table/figure-table.ts";
import { SOURCE_WORDS } from "./best-text.ts";

/** A ranking as it was kept, ready to show. A model or seller that has gone since is shown by its id. */
export interface KeptView {
  readonly title: string;
  readonly answer: readonly Phrase[];
  readonly table: FigureTable;
  readonly citation: string;
}

/** The newest rows of a kept day. `workloadName` as pages call it: `Chat`. */
export function keptView(
  { workload, asOf, kept }: KeptRanking,
  workloadName: string,
  modelOf: (id: string) => NamedModel | null,
  names: Names,
): KeptView {
  const newest = kept.at(-1);
  if (newest === undefined) throw new Error(`${workload} ${asOf}: no rows kept`);
  const { rows } = newest;
  const title = `Best value for ${workloadName.toLowerCase()} on ${formatDay(asOf)}`;
  const nameOf = (id: string) => modelOf(id)?.name ?? id;
  const row = (line: RankingLine) => keptRow(line, modelOf(line.modelId), names);
  return {
    title,
    answer: answerOf(rows, nameOf, names),
    table: {
      label: title,
      caption: `The rows as they stood on ${formatDay(asOf)}: models by quality per dollar, at the cheapest offer of that day.`,
      columns: COLUMNS,
      groups: [{ title: null, rows: rows.map(row) }],
    },
    citation: citationText(title, workload, asOf),
  };
}

/** `Token Parity, “Best value for chat on 22 Aug 2026”, https://…` */
const citationText = (title: string, workload: string, day: string): string =>
  `Token Parity, “${title}”, ${absolute(paths.bestOn(workload, day))}`;

const COLUMNS = [
  { label: "Model", isNumber: false },
  { label: "Rank", isNumber: true },
  { label: "Between", isNumber: true, isWide: true },
  { label: "Tied with", isNumber: true, isWide: true },
  { label: "Month, all in", isNumber: true, isMain: true },
  { label: "Cheapest at", isNumber: false, isWide: true },
  { label: "Quality", isNumber: true },
  { label: "90 % interval", isNumber: true, isWide: true },
  { label: "Scored by", isNumber: false, isWide: true },
] as const;

function keptRow(line: RankingLine, model: NamedModel | null, names: Names): TableRow {
  const { modelId, offerId, rank, rankInterval, tiedWith, quality, landedUsdPerMonth } = line;
  const [low, high] = rankInterval;
  const seller = sellerText(readOfferId(offerId), names);
  const usd = Number(landedUsdPerMonth);
  const [least, most] = quality.interval;
  const notes = [...(model === null ? [] : [model.makerName]), ...(quality.status === "provisional" ? ["provisional"] : [])];
  return {
    head: {
      text: model?.name ?? modelId,
      ...(model === null ? {} : { href: paths.model(modelId) }),
      notes,
      folded: [seller, rankNote(line)],
    },
    cells: [
      { text: String(rank), figure: rank },
      { text: `${low}–${high}` },
      { text: String(tiedWith), figure: tiedWith },
      { text: formatUsd(usd), figure: usd },
      { text: seller },
      { text: elo(quality.value), figure: quality.value },
      { text: intervalText({ low: least, high: most }) },
      { text: quality.sources.map((source) => SOURCE_WORDS[source]).join(", ") },
    ],
  };
}

function answerOf([first]: readonly RankingLine[], nameOf: (id: string) => string, names: Names): readonly Phrase[] {
  if (first === undefined) return [{ text: "No rated model had a price that counts for this." }];
  const { modelId, offerId, tiedWith, landedUsdPerMonth } = first;
  const month = `${formatUsd(Number(landedUsdPerMonth))} a month at ${sellerText(readOfferId(offerId), names)}`;
  return [
    { text: "Most quality per dollar: " },
    { text: nameOf(modelId), strong: true },
    { text: `, ${month}${tiedWith === 0 ? "" : `, tied with ${formatPlural(tiedWith, "other")}`}.` },
  ];
}
