import fc from "fast-check";
import { expect, test } from "vitest";
import { aValueRow, valueRows } from "../../../tests/builders/a-value-row.ts";
import { barFlips, cheapestForBar } from "./quality-bar.ts";

const cheap = aValueRow("m/cheap", 5, 1380, 30);
const sure = aValueRow("m/sure", 8, 1425, 25);
const poor = aValueRow("m/poor", 1, 1300, 20);
const dear = aValueRow("m/dear", 20, 1500, 20);
const rows = [dear, poor, sure, cheap];

test("every row whose interval reaches the bar counts, cheapest first", () => {
  expect(cheapestForBar(rows, 1400)).toEqual([
    { row: cheap, standing: "mayMeet", rank: 1, rankInterval: [1, 1], tiedWith: 0 },
    { row: sure, standing: "meets", rank: 2, rankInterval: [1, 2], tiedWith: 1 },
    { row: dear, standing: "meets", rank: 3, rankInterval: [2, 3], tiedWith: 1 },
  ]);
});

test("equal months share a rank and end in the id", () => {
  const twins = [aValueRow("m/b", 5, 1400), aValueRow("m/a", 5, 1400)];
  expect(cheapestForBar(twins, 1300).map(({ row, rank, tiedWith }) => [row.modelId, rank, tiedWith])).toEqual([
    ["m/a", 1, 1],
    ["m/b", 1, 1],
  ]);
});

test("a bar above everything leaves nobody, and free rows never count", () => {
  expect(cheapestForBar(rows, 1600)).toEqual([]);
  expect(cheapestForBar([aValueRow("m/free", 0, 1500)], 1400)).toEqual([]);
  expect(barFlips(rows, 1600)).toBeNull();
});

test("first place is lost below the best cheaper row's upper end and above the winner's own", () => {
  expect(barFlips(rows, 1400)).toEqual({ first: cheap, below: { bar: 1320, row: poor }, above: { bar: 1410, row: sure } });
});

test("the cheapest of all can only be lost upwards, and the best of all to nobody", () => {
  expect(barFlips(rows, 1300)?.below).toBeNull();
  expect(barFlips(rows, 1510)).toEqual({ first: dear, below: { bar: 1450, row: sure }, above: { bar: 1520, row: null } });
});

test("of several cheaper rows with one upper end the cheapest takes first place", () => {
  const [a, b] = [aValueRow("m/a", 2, 1300), aValueRow("m/b", 3, 1300)];
  expect(barFlips([b, a, dear], 1490)?.below?.row).toBe(a);
});

test("for the same month the better row takes first place as soon as the bar lets it in", () => {
  const [certain, doubtful] = [aValueRow("m/certain", 4, 1301, 0), aValueRow("m/doubtful", 4, 1300, 2)];
  expect(barFlips([doubtful, certain], 1302)).toMatchObject({ first: doubtful, below: { bar: 1301, row: certain } });
});

test("first place holds up to the stated bars and not beyond them, in whatever order the rows come", () => {
  fc.assert(
    fc.property(valueRows, fc.integer({ min: 1295, max: 1315 }), (some, bar) => {
      const flips = barFlips(some, bar);
      expect(flips).toEqual(barFlips(some.toReversed(), bar));
      if (flips === null) return;
      const firstAt = (at: number) => cheapestForBar(some, at)[0]?.row.modelId;
      expect(firstAt(flips.above.bar)).toBe(flips.first.modelId);
      expect(firstAt(flips.above.bar + 0.5)).toBe(flips.above.row?.modelId);
      if (flips.below !== null) {
        expect(firstAt(flips.below.bar)).toBe(flips.below.row.modelId);
        expect(firstAt(flips.below.bar + 0.5)).toBe(flips.first.modelId);
      }
    }),
  );
});
