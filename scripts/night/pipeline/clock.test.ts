import { expect, test } from "vitest";
import { clockFindings, jumpedFrom } from "./clock.ts";

test.each<[asOf: string, asOfBefore: string | null, newestRead: string | null, rules: readonly string[]]>([
  ["2026-08-22", null, null, []],
  ["2026-08-22", null, "2026-08-25", []],
  ["2026-08-22", null, "2026-08-26", ["hold clockStandsStill"]],
  ["2026-08-22", "2026-08-14", "2026-08-22", ["note clockJumped"]],
  ["2027-08-22", "2026-08-22", "2027-08-22", ["note clockJumped"]],
])("as of %s, before %s, newest reading %s: %j", (asOf, asOfBefore, newestRead, rules) => {
  expect(clockFindings({ asOf, asOfBefore, newestRead }).map(({ action, rule }) => `${action} ${rule}`)).toEqual(rules);
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
