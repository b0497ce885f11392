import { expect, test } from "vitest";
import { MODELS_DEV_URL } from "../sources/models-dev/models-dev.ts";
import type { Io } from "../sources/source.ts";
import { clockFindings, jumpedFrom, laterDay } from "./clock.ts";
import { readCurated } from "./curated.ts";
import { readSources } from "./read-sources.ts";

test.each<[asOf: string, asOfBefore: string | null, newestRead: string | null, rules: readonly string[]]>([
  ["2026-08-22", null, null, []],
  ["2026-08-22", null, "2026-08-25", []],
  ["2026-08-22", null, "2026-08-26", ["hold clockStandsStill"]],
  ["2026-08-22", "2026-08-14", "2026-08-22", ["note clockJumped"]],
  ["2027-08-22", "2026-08-22", "2027-08-22", ["note clockJumped"]],
])("as of %s, before %s, newest reading %s: %j", (asOf, asOfBefore, newestRead, rules) => {
  expect(
    clockFindings({ asOf, asOfBefore, newestRead, newestListNew: newestRead }).map(({ action, rule }) => `${action} ${rule}`),
  ).toEqual(rules);
});

test.each<[newestListNew: string | null, rules: readonly string[]]>([
  ["2026-08-21", ["hold clockAhead"]],
  ["2027-04-27", ["hold clockAhead"]],
  ["2027-04-28", []],
  [null, []],
])("as of 2027-05-01, the newest list that is new of %s: %j", (newestListNew, rules) => {
  const findings = clockFindings({ asOf: "2027-05-01", asOfBefore: null, newestRead: newestListNew, newestListNew });
  expect(findings.map(({ action, rule }) => `${action} ${rule}`)).toEqual(rules);
});

test.each<[before: string | null, kept: string | undefined, asOf: string, from: string | null]>([
  [null, undefined, "2026-08-22", null],
  ["2026-08-21", undefined, "2026-08-22", null],
  ["2026-08-15", "2026-08-01", "2026-08-22", null],
  ["2026-08-14", undefined, "2026-08-22", "2026-08-14"],
  ["2026-08-22", "2026-08-14", "2026-08-22", "2026-08-14"],
])("as of %s, kept %s, then %s: jumped from %s", (asOf, asOfBefore, now, from) => {
  expect(jumpedFrom(asOf === null ? null : { asOf, asOfBefore }, now)).toBe(from);
});

test.each<[newestList: string | null, asOfBefore: string | null, asOf: string | null]>([
  ["2026-08-22", "2026-08-21", "2026-08-22"],
  ["2026-08-12", "2026-08-21", "2026-08-21"],
  [null, "2026-08-21", "2026-08-21"],
  ["2026-08-22", null, "2026-08-22"],
  [null, null, null],
])("the newest list of %s after data as of %s: as of %s", (newestList, asOfBefore, asOf) => {
  expect(laterDay(newestList, asOfBefore)).toBe(asOf);
});

const curated = readCurated("data/curated");

/** A recording of models.dev alone, read on a day. */
const onlyListOf = (day: string): Io => {
  const get = async (url: string) => (url === MODELS_DEV_URL ? { url, readAt: `${day}T04:00:00Z`, content: {} } : null);
  return { getJson: get, getText: get, recordedUrls: () => [] };
};

test.each<[list: string, lastAsOf: string | null, by: string]>([
  ["2026-11-20", "2026-11-19", "2026-11-20"],
  ["2026-09-30", "2026-11-20", "2026-11-20"],
  ["2026-09-30", null, "2026-09-30"],
])("with a list of %s after data as of %s, people's rows apply by %s", async (list, lastAsOf, by) => {
  const rowsBy = async (day: string, last: string | null) => {
    const progress = { start: () => undefined, stop: () => undefined };
    const sources = await readSources(onlyListOf(day), curated, progress, { lastAsOf: last, lastRead: () => null });
    return sources.find(({ source }) => source.id === "list-prices")?.parsed?.readings;
  };
  expect(await rowsBy(list, lastAsOf)).toEqual(await rowsBy(by, null));
  expect(await rowsBy("2026-09-30", null)).not.toEqual(await rowsBy("2026-11-20", null));
});
