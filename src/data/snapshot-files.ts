import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { RankingSnapshot } from "../domain/ranking/ranking-snapshot.ts";
import { type DayLines, movedLines, type RankingMonth, unpackMonth } from "../domain/ranking/snapshot/ranking-month.ts";
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
export const snapshotsIn = (file: SnapshotMonthFile, first?: number): readonly RankingSnapshot[] =>
  ofMonth(file, (month) => unpackMonth(month, first).toReversed());

/** The lines of a month that moved, day by day, oldest first (`movedLines`). Throws as `snapshotsIn` does. */
export const movedLinesIn = (file: SnapshotMonthFile): readonly DayLines[] => ofMonth(file, movedLines);

function ofMonth<Read>({ path }: SnapshotMonthFile, read: (month: RankingMonth) => Read): Read {
  try {
    return read(JSON.parse(readFileSync(path, "utf8")));
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
