import { expect, test } from "vitest";
import { aReading } from "../../../../tests/builders/a-reading.ts";
import { ReadingRow, readingLine } from "../../merge/reading-row.ts";
import { cameBackAs, rowsById, rowsLostWithinWeek, withoutBack, withRowsLost } from "./rows-lost.ts";

const ID = "hostly|||standard|||acme/nano";
const NIGHT = "2026-08-13T00:00:00Z";
const aHold = ReadingRow.shape.held.parse({ rule: "sellersDisagree", since: NIGHT, detail: "input at $1" });
const lost = [{ day: "2026-08-13", rows: 1, prices: { [ID]: "1/2" } }];

test("a row that is not there tonight is counted, and what it asked is remembered", () => {
  expect(withRowsLost([], [aReading()], [], NIGHT)).toEqual(lost);
  expect(withRowsLost(lost, [], [], NIGHT)).toEqual(lost);
});

test("one without a price is known to have been there, by no price, and one that is there is not lost", () => {
  const left = withRowsLost([], [aReading({ prices: {} })], [], NIGHT);
  expect(left).toEqual([{ day: "2026-08-13", rows: 1, prices: { [ID]: "–/–" } }]);
  expect(rowsById(left)(aReading())).toBeNull();
  expect(withRowsLost([], [aReading()], [aReading()], NIGHT)).toEqual([]);
});

test.each([
  ["2026-08-19T00:00:00Z", 1],
  ["2026-08-20T00:00:00Z", 0],
])("on %s the days that still count are %d", (readAt, days) => {
  expect(rowsLostWithinWeek({ earlier: { left: lost } }, readAt)).toHaveLength(days);
});

test.each([
  ["2027-12-28", "2028-01-03", 1],
  ["2027-12-28", "2028-01-04", 0],
  ["2028-02-26", "2028-03-03", 1],
  ["2028-02-26", "2028-03-04", 0],
  ["2027-02-26", "2027-03-04", 1],
  ["2027-02-26", "2027-03-05", 0],
])(
  "a week from %s is seven days, over the end of a month and a year and a leap day: on %s %d still counts",
  (day, readOn, days) => {
    const earlier = { left: [{ day, rows: 1 }] };
    expect(rowsLostWithinWeek({ earlier }, `${readOn}T23:59:59Z`)).toHaveLength(days);
  },
);

test("a row that comes back at its price stands beside nothing, and one at another beside what it charged, as last seen", () => {
  const last = rowsById(lost);
  expect(last(aReading({ upstreamId: "acme/other" }))).toBeNull();
  expect(last(aReading())).toEqual({
    prices: { input: 1_000_000, output: 2_000_000 },
    day: "2026-08-13",
    whole: null,
  });
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

test("two rows of one id are remembered where they charge the same, else by no price", () => {
  const other = aReading({ prices: { input: "7", output: "9" } });
  expect(withRowsLost([], [aReading(), aReading()], [], NIGHT)).toEqual([
    { day: "2026-08-13", rows: 2, prices: { [ID]: "1/2" } },
  ]);
  expect(withRowsLost([], [aReading(), other], [], NIGHT)).toEqual([{ day: "2026-08-13", rows: 2, prices: { [ID]: "–/–" } }]);
});

test("a row that is back is lost no more, and both of two rows are", () => {
  const left = withRowsLost([], [aReading(), aReading(), aReading({ upstreamId: "acme/nova" })], [], NIGHT);
  expect(left.map(({ rows }) => rows)).toEqual([3]);
  const now = [aReading(), aReading()];
  const away = [{ day: "2026-08-13", rows: 1, prices: { "hostly|||standard|||acme/nova": "1/2" } }];
  expect(withoutBack(left, now)).toEqual(away);
  expect(withRowsLost(left, [], now, "2026-08-14T00:00:00Z")).toEqual(away);
});

test("of days before December 2026 nobody knows which of the rows without a price are back: they count for the week", () => {
  expect(withoutBack([{ day: "2026-08-13", rows: 2, prices: { [ID]: "1/2" } }], [aReading()])).toEqual([
    { day: "2026-08-13", rows: 1 },
  ]);
});

test("a row that goes within a week of coming is no loss, and what it asked is remembered until it is back", () => {
  const left = withRowsLost([], [aReading()], [], NIGHT, () => true);
  expect(left).toEqual([{ day: "2026-08-13", rows: 0, visitors: { [ID]: "1/2" } }]);
  expect(rowsById(left)(aReading())?.prices).toEqual(aReading().prices);
  expect(withoutBack(left, [aReading()])).toEqual([]);
});

const past = {
  changedAt: "2026-07-01T04:00:00Z",
  earlier: [{ until: "2026-08-10", changedAt: null, prices: aReading({ prices: { input: "5" } }).prices, conditions: [] }],
};

test("a row with a past stands beside itself when it comes back, at its price or another", () => {
  const row = aReading(past);
  const left = withRowsLost([], [row], [], NIGHT);
  expect(left).toEqual([{ ...lost[0], past: { [ID]: readingLine(row) } }]);
  for (const back of [aReading(), aReading({ prices: { input: "3", output: "4" } })]) {
    expect(cameBackAs(back, rowsById(left)(back))).toEqual(row);
    expect(withoutBack(left, [back])).toEqual([]);
  }
});

test.each<readonly [string, Parameters<typeof aReading>[0]]>([
  ["one that was held before it had a price", { prices: {}, held: aHold }],
  ["one that an exception leaves out", { leftOut: true }],
])("%s stands beside itself too", (_, overrides) => {
  const row = aReading(overrides);
  const left = withRowsLost([], [row], [], NIGHT);
  expect(cameBackAs(aReading(), rowsById(left)(aReading()))).toEqual(row);
});

test("two rows of one id with a past are not told apart", () => {
  const left = withRowsLost([], [aReading(past), aReading({ ...past, prices: { input: "7", output: "9" } })], [], NIGHT);
  expect(rowsById(left)(aReading())).toBeNull();
});
