import type { NamedModel } from "../../data/ranking-data.ts";
import { monthOfLine } from "../../domain/ranking/ranking-lines.ts";
import type { RankingLine, RankingSnapshot } from "../../domain/ranking/ranking-snapshot.ts";
import { formatDay, formatPlural, formatUsd, formatUsdRange } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import type { Phrase } from "../../site/words/answer.ts";
import { nameInSentence } from "../../site/words/month-meaning.ts";
import { formatElo, intervalText, rankNote } from "../../site/words/quality-text.ts";
import { withLongPromptNote } from "../../site/words/seller-label.ts";
import { type Cell, type Column, proseColumn } from "../../table/column.ts";
import { plainTable, type TableView } from "../../table/table-view.ts";
import { placeColumns } from "./tables/best-columns.ts";
import { SOURCE_WORDS } from "./words/best-words.ts";

/** A ranking as it was kept, ready to show. A model or seller that is gone since is shown by its id. */
export interface SnapshotView {
  readonly title: string;
  readonly answer: readonly Phrase[];
  readonly table: TableView;
  /** `Token Parity, “Best value for chat on 22 Aug 2026”, https://…` */
  readonly citation: string;
  /** Its first three rows in words, for a message. */
  readonly firstRows: readonly string[];
}

/** How the ids of a snapshot's rows are called; a model that is gone since is null. */
export interface SnapshotNames {
  readonly modelOf: (id: string) => NamedModel | null;
  readonly sellerOf: (offerId: string) => string;
}

/** The newest rows of a kept day. `workloadName` as pages call it: `Chat`. `address`: where a reader finds these rows again. */
export function snapshotView(
  { workload, asOf, kept }: RankingSnapshot,
  workloadName: string,
  address: string,
  names: SnapshotNames,
): SnapshotView {
  const lines = linesOf(newestRows({ workload, asOf, kept }), names);
  const { title, answer } = headOf(asOf, workloadName, lines);
  return {
    title,
    answer,
    table: plainTable(
      {
        label: title,
        caption: `The rows as they stood on ${formatDay(asOf)}: models by ${isByNetCost(lines) ? "net cost" : "quality per dollar, as rankings were then"}, at the cheapest offer of that day, fees included, ${feeText(lines)}.`,
      },
      COLUMNS,
      lines,
    ),
    citation: `Token Parity, “${title}”, ${paths.absolute(address)}`,
    firstRows: lines
      .slice(0, 3)
      .map((line) => `${line.rank}. ${line.model?.name ?? line.modelId}, ${monthText(line)} a month at ${line.seller}`),
  };
}

/** Its title and its sentence alone. */
export function snapshotHead(
  snapshot: RankingSnapshot,
  workloadName: string,
  names: SnapshotNames,
): Pick<SnapshotView, "title" | "answer"> {
  // Its first row says it all.
  return headOf(snapshot.asOf, workloadName, linesOf(newestRows(snapshot).slice(0, 1), names));
}

function headOf(asOf: string, workloadName: string, lines: readonly SnapshotLine[]): Pick<SnapshotView, "title" | "answer"> {
  return { title: `Best value for ${nameInSentence(workloadName)} on ${formatDay(asOf)}`, answer: answerOf(lines) };
}

function linesOf(rows: readonly RankingLine[], { modelOf, sellerOf }: SnapshotNames): readonly SnapshotLine[] {
  return rows.map((row) => ({
    ...row,
    model: modelOf(row.modelId),
    seller: withLongPromptNote(sellerOf(row.offerId), row.longPromptPrice === "assumed"),
  }));
}

function newestRows({ workload, asOf, kept }: RankingSnapshot): readonly RankingLine[] {
  const newest = kept.at(-1);
  if (newest === undefined) throw new Error(`${workload} ${asOf}: no rows kept`);
  return newest.rows;
}

/** A row as it was kept; a model that is gone since is null. */
interface SnapshotLine extends RankingLine {
  readonly model: NamedModel | null;
  readonly seller: string;
}

const COLUMNS: readonly Column<SnapshotLine>[] = [
  { id: "model", label: "Model", kind: "text", cell: modelCell },
  ...placeColumns<SnapshotLine>(),
  {
    id: "month",
    label: "Monthly cost",
    kind: "money",
    isMain: true,
    cell: (line) => ({ ...usdCell(Number(line.landedUsdPerMonth)), text: monthText(line) }),
  },
  {
    id: "net-cost",
    label: "Net cost per 1,000",
    kind: "money",
    wide: true,
    cell: ({ netCostUsd }) => (netCostUsd === undefined ? { text: "–" } : usdCell(Number(netCostUsd) * 1000)),
  },
  { ...proseColumn("seller", "Cheapest at", ({ seller }: SnapshotLine) => seller), wide: true },
  {
    id: "quality",
    label: "Quality",
    kind: "score",
    cell: ({ quality: { value } }) => ({ text: formatElo(value), figure: value }),
  },
  {
    id: "interval",
    label: "90 % interval",
    kind: "score",
    wide: true,
    cell: ({
      quality: {
        interval: [low, high],
      },
    }) => ({ text: intervalText({ low, high }) }),
  },
  {
    ...proseColumn("sources", "Scored by", ({ quality }: SnapshotLine) =>
      quality.sources.map((id) => SOURCE_WORDS[id]).join(", "),
    ),
    wide: true,
  },
];

function modelCell(line: SnapshotLine): Cell {
  const { model, modelId, quality, seller } = line;
  const notes = [...(model === null ? [] : [model.makerName]), ...(quality.status === "provisional" ? ["one source"] : [])];
  const folded = [`at ${seller}`, rankNote(line)];
  return model === null ? { text: modelId, notes, folded } : { text: model.name, href: paths.model(modelId), notes, folded };
}

/** The month; from the least to the most it may be, where the fee was unknown and the least was kept. */
function monthText(line: RankingLine): string {
  const { usd, upperUsd } = monthOfLine(line);
  return formatUsdRange(usd, upperUsd);
}

/** What a caption says of unknown fees: of the most alone, where no row has a least. */
const feeText = (lines: readonly RankingLine[]): string =>
  lines.some(({ leastUsdPerMonth }) => leastUsdPerMonth !== undefined)
    ? "a range where a fee was unknown"
    : "an unknown fee at its most";

function usdCell(usd: number): Cell {
  return { text: formatUsd(usd), figure: usd };
}

/** Rows kept before rankings were by net cost have none. */
const isByNetCost = ([first]: readonly RankingLine[]): boolean => first?.netCostUsd !== undefined;

function answerOf(lines: readonly SnapshotLine[]): readonly Phrase[] {
  const [first] = lines;
  if (first === undefined) return [{ text: "No rated model had a price that counts for this." }];
  const { model, modelId, seller, tiedWith } = first;
  const month = `${monthText(first)} a month at ${seller}`;
  return [
    { text: isByNetCost(lines) ? "Best buy: " : "Most quality per dollar: " },
    { text: model?.name ?? modelId, strong: true },
    { text: `, ${month}${tiedWith === 0 ? "" : `, tied with ${formatPlural(tiedWith, "other")}`}.` },
  ];
}
