import { expect, test } from "vitest";
import { aReading } from "../../../../tests/builders/a-reading.ts";
import { cameBackAs, pricesOfLost, rowsLostWithinWeek, withRowsLost } from "./rows-lost.ts";

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

test("a row that comes back at its price is new to nobody, and one at another stands beside what it asked", () => {
  const last = pricesOfLost(lost);
  expect(last(aReading({ upstreamId: "acme/other" }))).toBeNull();
  expect(last(aReading())).toEqual({ input: 1_000_000, output: 2_000_000 });
  expect(cameBackAs(aReading(), last(aReading()))).toBeNull();
  const dearer = aReading({ prices: { input: "10", output: "20" } });
  expect(cameBackAs(dearer, last(dearer))?.prices).toEqual({ input: 1_000_000, output: 2_000_000 });
});

test("an output alone is remembered as that", () => {
  const row = aReading({ prices: { output: "2" } });
  const [day] = withRowsLost([], [row], [], NIGHT);
  expect(day?.prices).toEqual({ [ID]: "–/2" });
  expect(pricesOfLost(day === undefined ? [] : [day])(row)).toEqual({ output: 2_000_000 });
});
