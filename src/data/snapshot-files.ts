import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { RankingSnapshot } from "../domain/ranking/ranking-snapshot.ts";
import { jsonFilesOf, readJson } from "./rows.ts";

/** The files of `data/generated/rankings`, newest day first, within a day by workload. An absent folder has none. */
export function keptIn(dir: string): readonly RankingSnapshot[] {
  if (!existsSync(dir)) return [];
  const days = readdirSync(dir).toSorted().toReversed();
  return days.flatMap((day) => jsonFilesOf(join(dir, day)).map((path) => readJson(path, RankingSnapshot)));
}
