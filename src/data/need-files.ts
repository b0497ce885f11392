import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { NeedFigures } from "../domain/ranking/snapshot/need-figures.ts";
import { unpackNeedMonth } from "../domain/ranking/snapshot/need-month.ts";
import { jsonFilesOf } from "./rows.ts";

/** A file of `data/generated/need-figures`. */
export interface NeedMonthFile {
  /** `2026-08`. */
  readonly month: string;
  readonly path: string;
}

/** The months of which figures are kept, newest first. An absent folder has none. */
export function needMonthsIn(dir: string): readonly NeedMonthFile[] {
  const oldestFirst = existsSync(dir) ? jsonFilesOf(dir) : [];
  return oldestFirst.toReversed().map((path) => ({ month: basename(path, ".json"), path }));
}

/** The figures of a month, oldest first. A file that is broken throws with its name. */
export function needFiguresIn({ path }: NeedMonthFile): readonly NeedFigures[] {
  try {
    return unpackNeedMonth(JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    throw new Error(`${path}: no month of kept figures`, { cause });
  }
}
