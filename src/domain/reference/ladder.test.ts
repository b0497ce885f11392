import fc from "fast-check";
import { expect, test } from "vitest";
import { countSides, priceLadder, ROW_LADDER_PX, rowLadder } from "./ladder.ts";

const USD = 1_000_000;

test("every mark stands on the ladder, cheaper ones further left, list price at parity", () => {
  const ladder = priceLadder({ marks: [0.28 * USD, 0.07 * USD, 0.14 * USD, 0.14 * USD], list: 0.14 * USD });
  expect(ladder?.stacks).toEqual([
    { x: 3.2, side: "under", from: 0, count: 1 },
    { x: 50.4, side: "at", from: 0, count: 2 },
    { x: 96.8, side: "over", from: 0, count: 1 },
  ]);
  expect(ladder?.parityPercent).toBe(50.4);
  expect(ladder?.tallest).toBe(2);
});

test("marks a hair under and over parity stack on one place, each on its own side", () => {
  const ladder = priceLadder({ marks: [1_400_001, 1_400_000, 1_399_999, 100_000, 10_000_000], list: 1_400_000 });
  expect(ladder?.stacks.filter(({ x }) => x === ladder.parityPercent)).toEqual([
    { x: ladder?.parityPercent, side: "under", from: 0, count: 1 },
    { x: ladder?.parityPercent, side: "at", from: 1, count: 1 },
    { x: ladder?.parityPercent, side: "over", from: 2, count: 1 },
  ]);
});

test("without a list price there is no parity and no side", () => {
  const ladder = priceLadder({ marks: [USD, 2 * USD], list: null });
  expect(ladder?.parityPercent).toBeNull();
  expect(ladder?.stacks.map(({ side }) => side)).toEqual([null, null]);
});

test.each([
  ["nothing", []],
  ["only free offers", [0, 0]],
])("there is no ladder of %s", (_, marks) => {
  expect(priceLadder({ marks, list: USD })).toBeNull();
  expect(rowLadder({ marks, list: USD })).toEqual([]);
});

test("one price alone still has a scale around it", () => {
  const ladder = priceLadder({ marks: [5 * USD], list: null });
  expect(ladder?.stacks).toEqual([{ x: 50.4, side: null, from: 0, count: 1 }]);
  expect(ladder?.ticks.map(({ price }) => price / USD)).toEqual([3, 5, 7, 10]);
});

test("a wide scale has the roundest ticks", () => {
  const ladder = priceLadder({ marks: [0.07 * USD, 40 * USD], list: null });
  expect(ladder?.ticks.map(({ price }) => price / USD)).toEqual([0.1, 0.3, 1, 3, 10, 30]);
});

const anyLadder = fc.record({
  marks: fc.array(fc.integer({ min: 0, max: 10 ** 10 }), { maxLength: 90 }),
  list: fc.option(fc.integer({ min: 1, max: 10 ** 10 })),
});

test("whatever the prices, each paid mark is drawn once, inside the picture and in order", () => {
  fc.assert(
    fc.property(anyLadder, (input) => {
      const paid = input.marks.filter((price) => price > 0).length;
      for (const [stacks, width] of [
        [priceLadder(input)?.stacks ?? [], 100] as const,
        [rowLadder(input), ROW_LADDER_PX.width] as const,
      ]) {
        expect(stacks.reduce((sum, { count }) => sum + count, 0)).toBe(paid);
        for (const { x } of stacks) expect(x > 2 && x < width - 2).toBe(true);
        expect(stacks.map(({ x }) => x)).toEqual(stacks.map(({ x }) => x).sort((a, b) => a - b));
      }
    }),
  );
});

test("ticks never run into each other or over the edge, and there are at least two", () => {
  fc.assert(
    fc.property(anyLadder, (input) => {
      const ticks = priceLadder(input)?.ticks;
      if (ticks === undefined) return;
      expect(ticks.length).toBeGreaterThan(1);
      for (const [index, tick] of ticks.entries()) {
        expect(tick.percent - (ticks[index - 1]?.percent ?? -100)).toBeGreaterThan(14.9);
        if (tick.anchor !== "start") expect(tick.percent).toBeGreaterThanOrEqual(7);
        if (tick.anchor !== "end") expect(tick.percent).toBeLessThanOrEqual(93);
      }
    }),
  );
});

test("in a row parity is the middle, a quarter and less the left edge, four times and more the right", () => {
  const row = rowLadder({ marks: [USD / 100, USD / 4, USD * 0.999, USD, USD * 1.001, USD * 4, USD * 500], list: USD });
  expect(row.map(({ x, side, count }) => [x, side, count])).toEqual([
    [ROW_LADDER_PX.edge, "under", 2],
    [ROW_LADDER_PX.parity - ROW_LADDER_PX.step, "under", 1],
    [ROW_LADDER_PX.parity, "at", 1],
    [ROW_LADDER_PX.parity + ROW_LADDER_PX.step, "over", 1],
    [ROW_LADDER_PX.width - ROW_LADDER_PX.edge, "over", 2],
  ]);
});

test("a row without list price stands around its median", () => {
  expect(rowLadder({ marks: [USD, 2 * USD, 4 * USD], list: null }).map(({ x }) => x)).toEqual([32, 60, 88]);
});

test("sides are counted in words: free offers have none", () => {
  expect(countSides({ marks: [0, 1, 2, 2, 3], list: 2 })).toEqual({ under: 1, at: 2, over: 1 });
});
