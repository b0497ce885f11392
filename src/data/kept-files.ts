import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { KeptRanking } from "../domain/ranking/kept-ranking.ts";
import { jsonFilesOf, readJson } from "./rows.ts";

/** The files of `data/generated/rankings`, newest day first, within a day by workload. An absent folder has none. */
export function keptIn(dir: string): readonly KeptRanking[] {
  if (!existsSync(dir)) return [];
  const days = readdirSync(dir).toSorted().toReversed();
  return days.flatMap((day) => jsonFilesOf(join(dir, day)).map((path) => readJson(path, KeptRanking)));
}
