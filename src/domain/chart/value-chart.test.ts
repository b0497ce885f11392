import fc from "fast-check";
import { expect, test } from "vitest";
import { aValueRow, valueRows } from "../../../tests/builders/a-value-row.ts";
import { frontier } from "../ranking/frontier.ts";
import type { ValueRow } from "../ranking/value-row.ts";
import { valueChart } from "./value-chart.ts";

function chartOf(rows: readonly ValueRow[]) {
  const front = new Set(frontier(rows).map(({ modelId }) => modelId));
  return valueChart(rows.map((row) => ({ ...row, onFrontier: front.has(row.modelId) })));
}

test("dearer stands further right, better further up, and the interval around the point", () => {
  const points = chartOf([aValueRow("m/cheap", 10, 1300), aValueRow("m/dear", 1000, 1400)])?.points ?? [];
  const [cheap, dear] = [points.find(({ modelId }) => modelId === "m/cheap"), points.find(({ modelId }) => modelId === "m/dear")];
  expect(cheap).toMatchObject({ x: 4, isFront: true });
  expect(dear).toMatchObject({ x: 96, isFront: true });
  expect(cheap?.bottom).toBe(96);
  expect(dear?.top).toBe(4);
});

test("a hundred times the month is twice ten times the month", () => {
  const points = chartOf([aValueRow("a", 10, 1300), aValueRow("b", 100, 1350), aValueRow("c", 1000, 1400)])?.points ?? [];
  expect(points.map(({ x }) => x)).toEqual([4, 50, 96]);
});

test("the frontier goes in steps from the cheapest to the best", () => {
  const { steps = [] } = chartOf([aValueRow("a", 10, 1300), aValueRow("b", 100, 1350), aValueRow("c", 50, 1280)]) ?? {};
  const [start, corner, end] = steps;
  expect(steps).toHaveLength(3);
  expect(corner).toEqual({ x: end?.x, y: start?.y, usd: 100, elo: 1300 });
});

test("the axes reach as far beyond the first and the last as the drawing does", () => {
  const chart = chartOf([aValueRow("a", 10, 1300), aValueRow("b", 1000, 1400)]);
  const [low = 0, high = 0] = chart?.usdRange ?? [];
  expect(low * high).toBeCloseTo(10 * 1000, 6);
  expect(Math.log(10 / low) / Math.log(high / low)).toBeCloseTo(0.04, 12);
  const [least = 0, most = 0] = chart?.eloRange ?? [];
  expect(least + most).toBeCloseTo(2 * 1350, 9);
});

test("everything stands within the drawing, and no two names on each other", () => {
  fc.assert(
    fc.property(valueRows, (rows) => {
      const chart = chartOf(rows);
      if (chart === null) return;
      const places = [
        ...chart.points.flatMap(({ x, y, top, bottom }) => [x, y, top, bottom]),
        ...chart.xTicks.map((tick) => tick.percent),
      ];
      for (const place of places) expect(place).toSatisfy((percent: number) => percent >= 0 && percent <= 100);
      for (const { y, top, bottom } of chart.points) expect(top <= y && y <= bottom).toBe(true);
      for (const [at, label] of chart.labels.entries())
        for (const other of chart.labels.slice(0, at))
          expect(Math.abs(label.y - other.y) >= 6 || Math.abs(label.percent - other.percent) >= 22).toBe(true);
    }),
  );
});

test("without anything paid for there is no chart", () => {
  expect(chartOf([aValueRow("m/free", 0, 1300)])).toBeNull();
});
