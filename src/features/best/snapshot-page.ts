import { modelById, names, presets, rankingMonths, rankingSnapshots } from "../../data/catalog.ts";
import type { RankingLine, RankingSnapshot } from "../../domain/ranking/ranking-snapshot.ts";
import { memoizeBy } from "../../site/page/memoize-by.ts";
import * as paths from "../../site/paths.ts";
import { sellerOfId } from "../../site/words/seller-label.ts";
import type { RowView, TableView } from "../../table/table-view.ts";
import { type SnapshotNames, type SnapshotView, snapshotHead, snapshotView } from "./snapshot-view.ts";

const snapshotNames: SnapshotNames = {
  modelOf: (id) => modelById.get(id) ?? null,
  // Ten years of kept days have a hundred thousand first rows, of a few hundred offers.
  sellerOf: memoizeBy((offerId) => sellerOfId(offerId, names)),
};

/** What the page of a kept day shows. */
export function snapshotViewOf(snapshot: RankingSnapshot): SnapshotView {
  const view = snapshotView(snapshot, workloadName(snapshot), paths.bestOn(snapshot.workload, snapshot.asOf), snapshotNames);
  return { ...view, table: keptTable(view.table, snapshot.kept.at(-1)?.rows ?? []) };
}

const viewOfKept = new WeakMap<RankingLine, RowView>();

/** With the rows of other days in the place of its own, all in one group: nine in ten stand as they did the day before and are the same object. */
function keptTable(table: TableView, lines: readonly RankingLine[]): TableView {
  const keptRow = (row: RowView, at: number): RowView => {
    const line = lines[at];
    if (line === undefined) throw new Error(`${table.label}: no line for its row ${at}`);
    const kept = viewOfKept.get(line) ?? { ...row, isKept: true };
    viewOfKept.set(line, kept);
    return kept;
  };
  return { ...table, groups: table.groups.map((group) => ({ ...group, rows: group.rows.map(keptRow) })) };
}

/** Its title and its sentence: of a day that has no page of its own any more. */
export const snapshotHeadOf = (snapshot: RankingSnapshot): Pick<SnapshotView, "title" | "answer"> =>
  snapshotHead(snapshot, workloadName(snapshot), snapshotNames);

/** The preset's name, or its id where the preset has gone. */
export const workloadName = ({ workload }: Pick<RankingSnapshot, "workload">): string =>
  presets.find(({ id }) => id === workload)?.name ?? workload;

/** The kept days of a workload that have pages of their own, newest first. */
export const snapshotDaysOf = (workload: string): readonly string[] =>
  rankingSnapshots.filter((snapshot) => snapshot.workload === workload).map(({ asOf }) => asOf);

/** The months in which a workload's rows were kept, newest first: `2026-08`. */
export const snapshotMonthsOf = (workload: string): readonly string[] =>
  rankingMonths.filter((file) => file.workload === workload).map(({ month }) => month);

/** What the page of a kept day is called for machines. */
export function snapshotJsonLd({ workload, asOf }: RankingSnapshot, { title }: SnapshotView): unknown {
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: title,
    description: `The rows of this ranking as they stood on ${asOf}, unchanged since.`,
    url: paths.absolute(paths.bestOn(workload, asOf)),
    datePublished: asOf,
    isAccessibleForFree: true,
    distribution: {
      "@type": "DataDownload",
      encodingFormat: "application/json",
      contentUrl: paths.absolute(paths.api.rankingSnapshot(workload, asOf)),
    },
  };
}
