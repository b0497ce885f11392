import { expect, test } from "vitest";
import { aValueRow } from "../../../tests/builders/a-value-row.ts";
import { cheapestForBar } from "./quality-bar.ts";

const cheap = aValueRow("m/cheap", 5, 1380, 30);
const sure = aValueRow("m/sure", 8, 1425, 25);
const poor = aValueRow("m/poor", 1, 1300, 20);
const dear = aValueRow("m/dear", 20, 1500, 20);
const rows = [dear, poor, sure, cheap];

test("every row whose interval reaches the bar counts, cheapest first", () => {
  expect(cheapestForBar(rows, 1400)).toEqual([
    { row: cheap, reachesBar: "mayMeet", rank: 1, rankInterval: [1, 1], tiedWith: 0 },
    { row: sure, reachesBar: "meets", rank: 2, rankInterval: [1, 2], tiedWith: 1 },
    { row: dear, reachesBar: "meets", rank: 3, rankInterval: [2, 3], tiedWith: 1 },
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
});
