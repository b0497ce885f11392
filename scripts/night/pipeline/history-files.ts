import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readChanges } from "../../../src/data/history.ts";
import { readJson } from "../../../src/data/rows.ts";
import { type Change, changeLine, compareChanges } from "../../../src/domain/history/change.ts";

/**
 * Where the recorded past ends and the nights begin. Recorded lines of a source from the day of the first night's own reading on give way:
 * the night saw that source as it was on that day, and says what it saw on `firstNight`.
 */
export const Seam = z.strictObject({
  firstNight: z.iso.date(),
  /** Source id → the day of the reading the first night had of it. */
  readOn: z.record(z.string(), z.iso.date()),
  /** A night that looked again after weeks, before lines could say so: nobody had looked since `notBefore`. */
  lateNight: z.strictObject({ day: z.iso.date(), notBefore: z.iso.date() }).optional(),
});
export type Seam = z.output<typeof Seam>;

/** `data/generated/history`: every line, oldest first. `seam: null` = no night has written yet. */
export interface History {
  readonly changes: readonly Change[];
  readonly seam: Seam | null;
}

const FOLDER = "history";
const SEAM = `${FOLDER}/seam.json`;

/** The history of a data directory; one without any has none. A line that breaks its schema throws with file and number. */
export function readHistory(dir: string): History {
  const seam = join(dir, SEAM);
  return { changes: readChanges(dir), seam: existsSync(seam) ? readJson(seam, Seam) : null };
}

/** The files that `after` changes, as text: a night's own month, and a month whose last line gave way as an empty file. */
export function historyFiles(before: History, after: History): ReadonlyMap<string, string> {
  const [old, now] = [byMonth(before.changes), byMonth(after.changes)];
  const months = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  const touched = months.filter((name) => !areSame(old.get(name) ?? [], now.get(name) ?? []));
  const files = touched.map((name) => [name, linesText(now.get(name) ?? [])] as const);
  const changed = files.filter(([name, text]) => linesText(old.get(name) ?? []) !== text);
  const isSeamNew = JSON.stringify(before.seam) !== JSON.stringify(after.seam);
  return new Map(isSeamNew ? [...changed, [SEAM, `${JSON.stringify(after.seam, null, 1)}\n`]] : changed);
}

/** `"2026-08-22"` → `history/2026/2026-08.jsonl`. */
const fileOf = ({ day }: Change): string => `${FOLDER}/${day.slice(0, 4)}/${day.slice(0, 7)}.jsonl`;

const byMonth = (changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> => Map.groupBy(changes, fileOf);

/** The very same lines: most months of a past are, and need not become text to be compared. */
const areSame = (a: readonly Change[], b: readonly Change[]): boolean =>
  a.length === b.length && a.every((change, index) => change === b[index]);

const linesText = (changes: readonly Change[]): string =>
  changes
    .toSorted(compareChanges)
    .map((change) => `${changeLine(change)}\n`)
    .join("");
