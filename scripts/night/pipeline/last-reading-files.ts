import { LAST_READINGS, type LastReadings, lastReadingsOf, withoutReading } from "../../../src/data/last-readings.ts";

/** What a night writes, by name below `data/generated`. */
type Files = readonly (readonly [name: string, text: string])[];

/**
 * The files of a night with each source's last reading written down once, and left out of the rows that were read then. Readings of prices and of
 * benchmarks alike; a file that holds none stays as it is.
 */
export function withLastReadings(files: Files): ReadonlyMap<string, string> {
  const rows = new Map(files.filter(([name]) => HOLDS_READINGS.test(name)).map(([name, text]) => [name, rowsOf(text)]));
  const last = lastReadingsOf([...rows.values()].flat());
  const texts = files.map(([name, text]) => [name, linesOf(rows.get(name), last) ?? text] as const);
  return new Map([...texts, [LAST_READINGS, `${JSON.stringify(last, null, 1)}\n`]]);
}

/** History says in its own words when something was read, and is never rewritten. */
const HOLDS_READINGS = /^(offers|seconds|quality|quality-needs|quality-scores|measured-costs|readings\/.*)\.jsonl$/;

const rowsOf = (text: string): readonly unknown[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));

const linesOf = (rows: readonly unknown[] | undefined, last: LastReadings): string | null =>
  rows === undefined ? null : rows.map((row) => `${JSON.stringify(withoutReading(row, last))}\n`).join("");
