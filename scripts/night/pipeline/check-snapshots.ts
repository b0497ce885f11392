import { rankingMonthsIn, snapshotsIn } from "../../../src/data/snapshot-files.ts";
import { RankingSnapshot } from "../../../src/domain/ranking/ranking-snapshot.ts";
import { rowsSha256 } from "./rankings.ts";

/** Kept rows that are not what was published, as `2026-08 chat 2026-08-22: …`: a row of another shape, a checksum that is of other rows. */
export function brokenSnapshots(dir: string): readonly string[] {
  return rankingMonthsIn(dir).flatMap((file) =>
    snapshotsIn(file).flatMap((day) => {
      const place = `${file.month} ${file.workload} ${day.asOf}`;
      const fits = RankingSnapshot.safeParse(day).success && day.asOf.startsWith(file.month) && day.workload === file.workload;
      const others = day.kept.filter(({ sha256, rows }) => rowsSha256(rows) !== sha256);
      return [...(fits ? [] : [`${place}: another shape`]), ...others.map(({ sha256 }) => `${place}: not the rows of ${sha256}`)];
    }),
  );
}
