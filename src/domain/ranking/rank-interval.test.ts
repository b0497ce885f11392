import fc from "fast-check";
import { expect, test } from "vitest";
import { rankIntervals, type Scored } from "./rank-interval.ts";

const scored = (id: string, value: number, half: number): Scored => ({ id, value, low: value - half, high: value + half });

test("overlapping intervals are ties, and ranks say how far they reach", () => {
  expect(rankIntervals([scored("c", 5, 1), scored("b", 9.5, 1), scored("a", 10, 1)])).toEqual([
    { id: "a", rank: 1, rankInterval: [1, 2], tiedWith: 1 },
    { id: "b", rank: 2, rankInterval: [1, 2], tiedWith: 1 },
    { id: "c", rank: 3, rankInterval: [3, 3], tiedWith: 0 },
  ]);
});

test("a tie need not pass on: the middle one of three is tied with both ends", () => {
  expect(rankIntervals([scored("a", 10, 1), scored("b", 8.5, 1), scored("c", 7, 1)]).map(({ tiedWith }) => tiedWith)).toEqual([
    1, 2, 1,
  ]);
});

test("equal values share a rank and end in the id", () => {
  const ranks = rankIntervals([scored("b", 10, 0), scored("a", 10, 0), scored("c", 9, 0)]);
  expect(ranks.map(({ id, rank }) => [id, rank])).toEqual([
    ["a", 1],
    ["b", 1],
    ["c", 3],
  ]);
});

test("an interval without its own value is a bug", () => {
  expect(() => rankIntervals([{ id: "a", value: 3, low: 0, high: 2 }])).toThrow("a: 3 is not within 0 … 2");
});

test("the rank lies in its interval, the ties are the overlaps, and the order of the rows does not matter", () => {
  const items = fc
    .array(fc.record({ value: fc.integer({ min: 0, max: 20 }), below: fc.nat(5), above: fc.nat(5) }), { maxLength: 25 })
    .map((rows) =>
      rows.map(({ value, below, above }, index): Scored => ({ id: `m${index}`, value, low: value - below, high: value + above })),
    );
  fc.assert(
    fc.property(items, (rows) => {
      const ranked = rankIntervals(rows);
      expect(ranked).toEqual(rankIntervals(rows.toReversed()));
      for (const { id, rank, rankInterval, tiedWith } of ranked) {
        const ownRows = rows.filter((row) => row.id === id);
        const overlaps = rows.filter(
          (row) => row.id !== id && ownRows.some(({ low, high }) => row.low <= high && row.high >= low),
        );
        expect(rankInterval[0]).toBeLessThanOrEqual(rank);
        expect(rank).toBeLessThanOrEqual(rankInterval[1]);
        expect(tiedWith).toBe(overlaps.length);
      }
    }),
  );
});
