import { describe, expect, test } from "vitest";
import { aReading } from "../../../../tests/builders/a-reading.ts";
import { movedRows } from "../moved-together.ts";
import { sourceEmpty } from "./source-empty.ts";
import { sourceReshuffled } from "./source-reshuffled.ts";
import { sourceScaled } from "./source-scaled.ts";
import { sourceShrink } from "./source-shrink.ts";

const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => aReading({ upstreamId: `acme/nano-${from + index}` }));

describe("a source that shrinks", () => {
  test.each([
    [100, 90, 0, null, "a tenth may go"],
    [100, 89, 0, "11 of 100 readings are gone", "more may not"],
    [9, 8, 0, "1 of 9 readings are gone", "one of nine is more than a tenth"],
    [10, 9, 0, null, "one of ten is a tenth"],
    [100, 150, 0, null, "growing is no loss"],
    [100, 100, 50, "50 of 100 readings are gone", "other ids instead are a loss"],
    [0, 0, 0, null, "nothing before, nothing now"],
  ])("%d before, %d now from the %dth on: %s (%s)", (before, now, from, detail, _why) => {
    expect(sourceShrink(rows(before), rows(now, from))?.detail ?? null).toBe(detail);
  });
});

test.each([
  [7, "11 of 100 readings are gone"],
  [8, null],
  [49, null],
])("what may go grows with the weeks between two readings: 11 of 100 over %d days → %s", (days, detail) => {
  expect(sourceShrink(rows(100), rows(89), days)?.detail ?? null).toBe(detail);
});

test("over half is never believed, however long ago it was read before", () => {
  expect(sourceShrink(rows(100), rows(49), 400)?.detail).toBe("51 of 100 readings are gone");
});

describe("a source that moves by one factor", () => {
  const priced = (input: string, output: string, platform: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      aReading({ key: { platform }, upstreamId: `acme/nano-${index}`, prices: { input, output } }),
    );
  const three = (input: string, output: string) => ["a", "b", "c"].flatMap((platform) => priced(input, output, platform, 4));
  test.each([
    ["euros for dollars", three("0.86", "1.72"), "12 prices at 3 platforms stand at 0.86 times what they were"],
    ["a thousandth", three("0.001", "0.002"), "12 prices at 3 platforms stand at 0.001 times what they were"],
    [
      "under half of all",
      [...priced("2", "4", "a", 3), ...priced("2", "4", "b", 1), ...priced("2", "4", "c", 1), ...three("1", "2").slice(6)],
      null,
    ],
    ["each by its own", [...priced("2", "4", "a", 4), ...priced("3", "6", "b", 4), ...priced("4", "8", "c", 4)], null],
    ["two platforms only", [...priced("2", "4", "a", 4), ...priced("2", "4", "b", 4), ...priced("1", "2", "c", 4)], null],
    ["input alone", three("0.86", "2"), null],
    ["nothing moved", three("1", "2"), null],
  ])("%s: %#", (_, now, detail) => {
    expect(sourceScaled(movedRows(three("1", "2"), now))?.detail ?? null).toBe(detail);
  });
});

describe("a source whose prices change places", () => {
  const moved = (factors: readonly number[]) => factors.map((factor) => ({ platform: "openrouter", factor }));
  const own = (count: number) => Array.from({ length: count }, (_, index) => 1.1 + index / 10);
  const still = (count: number) => Array.from({ length: count }, () => 1);

  test.each([
    ["half of them", [...own(50), ...still(50)], null],
    ["more than half", [...own(51), ...still(49)], "51 of 100 prices moved, each by its own factor"],
    [
      "input and output of all by factors that differ",
      still(100).map(() => 0),
      "100 of 100 prices moved, each by its own factor",
    ],
    ["all of a shorter list", own(99), null],
    ["all by one factor, as a platform may", still(100).map(() => 0.5), null],
  ])("%s: %#", (_, factors, detail) => {
    expect(sourceReshuffled(moved(factors))?.detail ?? null).toBe(detail);
  });
});

describe("a source without offers", () => {
  test.each([
    [100, 0, "no readings, 100 before"],
    [100, 1, null],
    [0, 0, null],
  ])("%d before, %d now: %s", (before, now, detail) => {
    expect(sourceEmpty(rows(before), rows(now))?.detail ?? null).toBe(detail);
  });
});
