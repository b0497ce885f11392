import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Change, ChangeRow, changeOf } from "../domain/history/change.ts";
import { withoutRepeats } from "../domain/history/without-repeats.ts";
import { generatedFile } from "./folders.ts";
import { readJson, readRows } from "./rows.ts";

/** The history of a data directory, read once. */
export interface HistoryReader {
  /** Every line, oldest first. */
  readonly allChanges: readonly Change[];
  /** The lines of every offer of a model; none for a model nobody has seen. */
  changesOf(modelId: string): readonly Change[];
}

/** Every month of `dir/history`, oldest first; a directory without history has none. */
export function readChanges(dir: string): readonly Change[] {
  const folder = join(dir, "history");
  const months = globSync("[0-9][0-9][0-9][0-9]/*.jsonl", { cwd: folder }).toSorted();
  return months.flatMap((name) => readRows(join(folder, name), ChangeRow).map(changeOf));
}

/** What is read here of `seam.json`, where recordings and nights join: a night that looked again after weeks. */
const LateNight = z.object({ lateNight: z.object({ day: z.string(), notBefore: z.string() }).optional() });

/** Reads a history once; each question after that is a look-up. Nothing is reported twice (`withoutRepeats`). */
export function historyReader(dir: string): HistoryReader {
  const joinFile = join(dir, "history", "seam.json");
  const lateNight = existsSync(joinFile) ? (readJson(joinFile, LateNight).lateNight ?? null) : null;
  const allChanges = withoutRepeats(readChanges(dir), lateNight);
  const byModel = Map.groupBy(allChanges, ({ model }) => model);
  return { allChanges, changesOf: (modelId) => byModel.get(modelId) ?? [] };
}

let reader: HistoryReader | null = null;

/** The site's own history, read at the first question of a build. */
export function history(): HistoryReader {
  reader ??= historyReader(generatedFile());
  return reader;
}
