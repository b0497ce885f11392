import { expect, test } from "vitest";
import { isDay, snapshotDay } from "./snapshot-day.ts";

const DAYS = ["2026-09-03", "2026-08-22"];

test.each([
  ["2026-08-22", "2026-08-22"],
  ["2026-09-02", "2026-08-22"],
  ["2026-09-03", "2026-09-03"],
  ["2030-01-01", "2026-09-03"],
  ["2026-08-21", null],
])("on %s the rows of %s were valid", (asked, expected) => {
  expect(snapshotDay(DAYS, asked)).toBe(expected);
});

test("rows of a new day leave those of the old day where they are", () => {
  expect(snapshotDay(["2026-12-31", ...DAYS], "2026-09-02")).toBe(snapshotDay(DAYS, "2026-09-02"));
});

test.each([
  ["2026-08-22", true],
  ["2024-02-29", true],
  ["2026-02-30", false],
  ["2026-13-01", false],
  ["yesterday", false],
  ["", false],
])("%j is a day: %s", (text, is) => {
  expect(isDay(text)).toBe(is);
});
