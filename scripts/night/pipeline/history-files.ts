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
export const HistoryJoin = z.strictObject({
  firstNight: z.iso.date(),
  /** Source id → the day of the reading the first night had of it. */
  readOn: z.record(z.string(), z.iso.date()),
  /** A night that looked again after weeks, before lines could say so: nobody had looked since `notBefore`. */
  lateNight: z.strictObject({ day: z.iso.date(), notBefore: z.iso.date() }).optional(),
});
export type HistoryJoin = z.output<typeof HistoryJoin>;

/** `data/generated/history`: every line, oldest first. `historyJoin: null` = no night has written yet. */
export interface History {
  readonly changes: readonly Change[];
  readonly historyJoin: HistoryJoin | null;
}

const FOLDER = "history";
const JOIN_FILE = `${FOLDER}/seam.json`;

/** The history of a data directory; one without any has none. A line that breaks its schema throws with file and number. */
export function readHistory(dir: string): History {
  const joinFile = join(dir, JOIN_FILE);
  return { changes: readChanges(dir), historyJoin: existsSync(joinFile) ? readJson(joinFile, HistoryJoin) : null };
}

/** The files that `after` changes, as text: a night's own month, and a month whose last line gave way as an empty file. */
export function historyFiles(before: History, after: History): ReadonlyMap<string, string> {
  const first = firstDifference(before.changes, after.changes);
  const touchedChanges = [...before.changes.slice(first), ...after.changes.slice(first)];
  const months = [...new Set(touchedChanges.map(monthOf))].toSorted();
  const changed = months
    .map((month) => ({ month, old: linesText(before.changes, month), now: linesText(after.changes, month) }))
    .filter(({ old, now }) => old !== now)
    .map(({ month, now }) => [fileOf(month), now] as const);
  const isJoinNew = JSON.stringify(before.historyJoin) !== JSON.stringify(after.historyJoin);
  return new Map(isJoinNew ? [...changed, [JOIN_FILE, `${JSON.stringify(after.historyJoin, null, 1)}\n`]] : changed);
}

const monthOf = ({ day }: Change): string => day.slice(0, 7);

/** `"2026-08"` → `history/2026/2026-08.jsonl`. */
const fileOf = (month: string): string => `${FOLDER}/${month.slice(0, 4)}/${month}.jsonl`;

/** Where two histories part: most of a past is the very same lines, and need not become text to be compared. */
function firstDifference(a: readonly Change[], b: readonly Change[]): number {
  const index = a.findIndex((change, at) => change !== b[at]);
  return index === -1 ? a.length : index;
}

const linesText = (changes: readonly Change[], month: string): string =>
  changes
    .filter((change) => monthOf(change) === month)
    .toSorted(compareChanges)
    .map((change) => `${changeLine(change)}\n`)
    .join("");
