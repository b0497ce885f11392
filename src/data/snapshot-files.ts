import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { RankingSnapshot } from "../domain/ranking/ranking-snapshot.ts";
import { type RankingMonth, unpackMonth } from "../domain/ranking/snapshot/ranking-month.ts";
import { jsonFilesOf } from "./rows.ts";

/** A file of `data/generated/rankings`. */
export interface SnapshotMonthFile {
  readonly workload: string;
  /** `2026-08`. */
  readonly month: string;
  readonly path: string;
}

/** The months of which rankings are kept, newest first, within a month by workload. An absent folder has none. */
export function rankingMonthsIn(dir: string): readonly SnapshotMonthFile[] {
  if (!existsSync(dir)) return [];
  const months = readdirSync(dir).toSorted().toReversed();
  return months.flatMap((month) =>
    jsonFilesOf(join(dir, month)).map((path) => ({ workload: basename(path, ".json"), month, path })),
  );
}

/**
 * The kept days of a month, newest first, as they were published; with `first`, only so many rows of each. A file that is broken throws with its
 * name.
 */
export function snapshotsIn({ path }: SnapshotMonthFile, first?: number): readonly RankingSnapshot[] {
  try {
    return unpackMonth(readMonth(path), first).toReversed();
  } catch (cause) {
    throw new Error(`${path}: no month of kept rankings`, { cause });
  }
}

/** The kept days from that day on, newest first; of a workload without any, its newest. */
export function snapshotsSince(months: readonly SnapshotMonthFile[], day: string): readonly RankingSnapshot[] {
  const byWorkload = Map.groupBy(months, ({ workload }) => workload);
  const snapshots = [...byWorkload.values()].flatMap((files) => {
    const lateSnapshots = files
      .filter(({ month }, index) => index === 0 || month >= day.slice(0, 7))
      .flatMap((file) => snapshotsIn(file));
    return lateSnapshots.filter(({ asOf }, index) => index === 0 || asOf >= day);
  });
  return snapshots.toSorted((a, b) => (a.asOf === b.asOf ? (a.workload < b.workload ? -1 : 1) : a.asOf < b.asOf ? 1 : -1));
}

const readMonth = (path: string): RankingMonth => JSON.parse(readFileSync(path, "utf8"));
