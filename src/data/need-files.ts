import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { NeedFigures } from "../domain/ranking/kept/need-figures.ts";
import { unpackNeedMonth } from "../domain/ranking/kept/need-month.ts";

/** A file of `data/generated/need-figures`. */
export interface NeedMonthFile {
  /** `2026-08`. */
  readonly month: string;
  readonly path: string;
}

/** The months of which figures are kept, newest first. An absent folder has none. */
export function needMonthsIn(dir: string): readonly NeedMonthFile[] {
  const names = existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith(".json")) : [];
  return names
    .toSorted()
    .toReversed()
    .map((name) => ({ month: basename(name, ".json"), path: join(dir, name) }));
}

/** The figures of a month, oldest first. A file that is broken throws with its name. */
export function needFiguresIn({ path }: NeedMonthFile): readonly NeedFigures[] {
  try {
    return unpackNeedMonth(JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    throw new Error(`${path}: no month of kept figures`, { cause });
  }
}
