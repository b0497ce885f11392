import { expect, test } from "vitest";
import { aReading } from "../../../../tests/builders/a-reading.ts";
import { card, nights } from "../../../../tests/nights/guarded-nights.ts";
import { rowsCameWithinWeek, visitorsOf, withRowsCame } from "./rows-came.ts";

const NOVA = "hostly|||standard|||acme/nova";
const [nano, nova] = [aReading(), aReading({ upstreamId: "acme/nova" })];
const readAt = "2026-08-13T04:00:00Z";
const came = [{ day: "2026-08-13", ids: [NOVA] }];

test("a row that is new tonight came tonight, and the same reading once more says the same", () => {
  expect(withRowsCame([], { before: [nano], now: [nano, nova], left: [], readAt })).toEqual(came);
  expect(withRowsCame(came, { before: [nano, nova], now: [nano, nova], left: [], readAt })).toEqual(came);
});

test("on the first night of a source none came", () => {
  expect(withRowsCame([], { before: [], now: [nano, nova], left: [], readAt })).toEqual([]);
});

test("a row that is gone again did not come", () => {
  expect(withRowsCame(came, { before: [nano, nova], now: [nano], left: [], readAt: "2026-08-14T04:00:00Z" })).toEqual([]);
});

test("a row that had been there for a week and was away came back; one that had not comes anew", () => {
  const now = { before: [nano], now: [nano, nova], readAt };
  const away = (table: "prices" | "visitors") => [{ day: "2026-08-12", rows: 0, [table]: { [NOVA]: "1/2" } }];
  expect(withRowsCame([], { ...now, left: away("prices") })).toEqual([]);
  expect(withRowsCame([], { ...now, left: away("visitors") })).toEqual(came);
});

test.each([
  ["2026-08-19T00:00:00Z", [false, true]],
  ["2026-08-20T00:00:00Z", [false, false]],
])("on %s it is a visitor: %j", (day, expected) => {
  expect([nano, nova].map(visitorsOf(rowsCameWithinWeek({ earlier: { came } }, day)))).toEqual(expected);
});

/** A hundred rows, some of them under other ids, and more of them. */
const rows = (count: number, name = "m") =>
  Array.from({ length: count }, (_, index) => ({ ...card(1, 2), upstreamId: `${name}${index}` }));
const states = (...story: Parameters<typeof nights>[0]) =>
  nights(story).map(({ readings, sourceHeld }) => sourceHeld ?? readings.length);

test("fifty rows that come for a night go again without a hold, and so do as many that come every other night", () => {
  const more = [...rows(100), ...rows(50, "x")];
  expect(states(rows(100), more, rows(100), more, rows(100))).toEqual([100, 150, 100, 150, 100]);
});

test("ten of a hundred rows in capitals for a night are back on the next", () => {
  expect(states(rows(100), [...rows(90), ...rows(10, "M")], rows(100), rows(100))).toEqual([100, 100, 100, 100]);
});

test("rows that had been there are held for, however many came beside them", () => {
  const more = [...rows(100), ...rows(50, "x")];
  expect(states(rows(100), more, [...rows(89), ...rows(50, "x")])).toEqual([100, 150, "11 of 100 readings are gone"]);
});

test("after a week a row is one of the list", () => {
  const more = [...rows(100), ...rows(50, "x")];
  const week = Array.from({ length: 8 }, () => more);
  expect(states(rows(100), ...week, rows(100)).at(-1)).toBe("50 of 150 readings are gone");
});

test("a list that bleeds six rows a night is held on the second night, whatever comes in their place", () => {
  const without = (gone: number) => rows(100).slice(gone);
  expect(states(rows(100), [...without(6), ...rows(6, "x")], [...without(12), ...rows(12, "y")])).toEqual([
    100,
    100,
    "12 of 100 readings are gone within a week",
  ]);
});
