import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../../src/domain/money/days.ts";
import { aReading } from "../../../tests/builders/a-reading.ts";
import { changedSince, medianBefore, rememberCards } from "./earlier-cards.ts";

const at = (dollars: number) => aReading({ prices: { input: String(dollars), output: "1" } });
const medianOn = (day: string, before: ReturnType<typeof at>) =>
  (medianBefore(before, `${day}T12:00:00Z`, ({ prices }) => prices.input) ?? 0) / 1_000_000;
const day = (index: number) => addDays("2026-08-01", index);

/** Reads one price a day and remembers like a night does. */
function readDaily(prices: readonly number[]) {
  return prices.slice(1).reduce(
    (before, price, index) => {
      const now = at(price);
      return { ...now, earlier: rememberCards(before, now, `${day(index + 1)}T12:00:00Z`) };
    },
    at(prices[0] ?? 1),
  );
}

describe("the median of seven days", () => {
  test.each([
    [[1], 1],
    [[1, 1, 1, 1, 1, 1, 1, 9], 1],
    [[1, 1, 1, 9, 9, 9, 9], 9],
    [[1, 1, 1, 1, 9, 9, 9], 1],
    [[9, 1], 9],
    [[5, 1, 1, 1, 1, 1, 1, 1, 1], 1],
  ])("of %j is %d", (prices, median) => {
    expect(medianOn(day(prices.length), readDaily(prices))).toBe(median);
  });

  test("days without a reading stand at the last one", () => {
    const now = at(9);
    const before = { ...now, earlier: rememberCards(at(1), now, "2026-08-20T12:00:00Z") };
    expect(medianOn("2026-08-21", before)).toBe(1);
    expect(medianOn("2026-08-25", before)).toBe(9);
  });

  test("is the median of the last seven daily prices, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 7, maxLength: 20 }), (prices) => {
        const week = prices.slice(-7).toSorted((a, b) => a - b);
        expect(medianOn(day(prices.length), readDaily(prices))).toBe(week[3]);
      }),
    );
  });
});

test("a card is remembered for a week, and a card of a few hours not at all", () => {
  const [first, second, third] = [at(1), at(2), at(3)];
  const morning = { ...second, earlier: rememberCards(first, second, "2026-08-10T08:00:00Z") };
  const evening = { ...third, earlier: rememberCards(morning, third, "2026-08-10T20:00:00Z") };
  expect(evening.earlier.map(({ until, prices }) => [until, prices.input])).toEqual([["2026-08-10", 1_000_000]]);
  expect(rememberCards(evening, third, "2026-08-16T08:00:00Z")).toHaveLength(1);
  expect(rememberCards(evening, third, "2026-08-17T08:00:00Z")).toEqual([]);
});

/** Reads one price a day from the 2nd on: since when the last one has been what it is. */
function changedOn(prices: readonly number[]): string | null {
  const last = prices.slice(1).reduce(
    (before, price, index) => {
      const [now, readAt] = [at(price), `${day(index + 1)}T12:00:00Z`];
      return { ...now, changedAt: changedSince(before, now, readAt), earlier: rememberCards(before, now, readAt) };
    },
    at(prices[0] ?? 1),
  );
  return last.changedAt?.slice(0, 10) ?? null;
}

test.each([
  ["never changed", [1, 1, 1], null],
  ["changed", [1, 1, 2], "2026-08-03"],
  ["came back to what it had always been", [1, 1, 2, 1], null],
  ["came back to what it had been since the 2nd", [1, 2, 3, 3, 2], "2026-08-02"],
  ["came back after over a week", [1, 2, 2, 2, 2, 2, 2, 2, 2, 1], "2026-08-10"],
])("a card that %s: %j since %s", (_, prices, since) => {
  expect(changedOn(prices)).toBe(since);
});

test("a card of a file that does not say since when it stood has come back tonight", () => {
  const before = {
    ...at(2),
    changedAt: "2026-08-09T12:00:00Z",
    earlier: [{ until: "2026-08-09", prices: at(1).prices, conditions: [] }],
  };
  expect(changedSince(before, at(1), "2026-08-10T12:00:00Z")).toBe("2026-08-10T12:00:00Z");
});
