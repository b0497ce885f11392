import { expect, test } from "vitest";
import { aReading } from "../../../../tests/builders/a-reading.ts";
import { cameBackAs, rowsById, rowsLostWithinWeek, withRowsLost } from "./rows-lost.ts";

const ID = "hostly|||standard|||acme/nano";
const NIGHT = "2026-08-13T00:00:00Z";
const lost = [{ day: "2026-08-13", rows: 1, prices: { [ID]: "1/2" } }];

test("a row that is not there tonight is counted, and what it asked is remembered", () => {
  expect(withRowsLost([], [aReading()], [], NIGHT)).toEqual(lost);
  expect(withRowsLost(lost, [], [], NIGHT)).toEqual(lost);
});

test("one without a price is counted alone, and one that is there is not", () => {
  expect(withRowsLost([], [aReading({ prices: {} })], [], NIGHT)).toEqual([{ day: "2026-08-13", rows: 1 }]);
  expect(withRowsLost([], [aReading()], [aReading()], NIGHT)).toEqual([]);
});

test.each([
  ["2026-08-19T00:00:00Z", 1],
  ["2026-08-20T00:00:00Z", 0],
])("on %s the days that still count are %d", (readAt, days) => {
  expect(rowsLostWithinWeek({ earlier: { left: lost } }, readAt)).toHaveLength(days);
});

test("a row that comes back at its price stands beside nothing, and one at another beside what it charged, as last seen", () => {
  const last = rowsById(lost);
  expect(last(aReading({ upstreamId: "acme/other" }))).toBeNull();
  expect(last(aReading())).toEqual({ prices: { input: 1_000_000, output: 2_000_000 }, day: "2026-08-13" });
  expect(cameBackAs(aReading(), last(aReading()))).toBeNull();
  const dearer = aReading({ prices: { input: "10", output: "20" }, source: { readAt: "2026-08-15T03:00:00Z" } });
  expect(cameBackAs(dearer, last(dearer))).toMatchObject({
    prices: { input: 1_000_000, output: 2_000_000 },
    source: { readAt: "2026-08-13T00:00:00Z" },
  });
});

test.each<readonly [string, Readonly<Record<string, string>>, string]>([
  ["an output alone", { output: "2" }, "–/2"],
  ["a free row", { input: "0", output: "0" }, "0/0"],
  ["a cached input", { input: "0.25", output: "2", cacheRead: "0.025" }, "0.25/2/0.025"],
])("%s is remembered as that", (_, prices, text) => {
  const row = aReading({ prices });
  const days = withRowsLost([], [row], [], NIGHT);
  expect(days[0]?.prices).toEqual({ [ID]: text });
  expect(rowsById(days)(row)?.prices).toEqual(row.prices);
});

test("a row that comes back with another cached input stands beside the one it had", () => {
  const days = withRowsLost([], [aReading({ prices: { input: "1", output: "2", cacheRead: "0.1" } })], [], NIGHT);
  const back = aReading({ prices: { input: "1", output: "2", cacheRead: "10" } });
  expect(cameBackAs(back, rowsById(days)(back))?.prices.cacheRead).toBe(100_000);
});

test("two rows of one id are remembered where they charge the same, else neither is", () => {
  const other = aReading({ prices: { input: "7", output: "9" } });
  expect(withRowsLost([], [aReading(), aReading()], [], NIGHT)).toEqual([
    { day: "2026-08-13", rows: 2, prices: { [ID]: "1/2" } },
  ]);
  expect(withRowsLost([], [aReading(), other], [], NIGHT)).toEqual([{ day: "2026-08-13", rows: 2 }]);
});
