import fc from "fast-check";
import { expect, test } from "vitest";
import { aNetCostRow, netCostRows, worseAnswers } from "../../../tests/builders/a-net-cost-row.ts";
import { bestBuys } from "../ranking/net-cost/best-buys.ts";
import type { NetCostRow } from "../ranking/net-cost/net-cost.ts";
import { bestBuyChart, type ChartRow } from "./best-buy-chart.ts";

const drawn = (row: Omit<ChartRow, "isTiedWithFirst">): ChartRow => ({
  ...row,
  isTiedWithFirst: false,
});

test("costs stand on a log axis, best buys are numbered from the cheapest and lie on top", () => {
  const rows = [
    drawn(aNetCostRow("c", 0.1, 0.6)),
    { ...drawn(aNetCostRow("near", 0.02, 0.45)), isTiedWithFirst: true },
    drawn(aNetCostRow("a", 0.001, 0.4)),
    drawn(aNetCostRow("rest", 0.05, 0.3)),
    drawn(aNetCostRow("b", 0.01, 0.55)),
  ];
  const chart = bestBuyChart(rows, 0.01);
  expect(chart?.points.map(({ modelId, kind, number }) => [modelId, kind, number])).toEqual([
    ["rest", "rest", null],
    ["near", "near", null],
    ["c", "buy", 3],
    ["a", "buy", 1],
    ["b", "buy", 2],
  ]);
  expect(chart?.points.find(({ modelId }) => modelId === "b")?.x).toBe(50);
  expect(chart?.xTicks.map(({ value }) => value)).toContain(0.01);
  expect(chart?.yTicks.map(({ value }) => value)).toEqual([0.3, 0.4, 0.5, 0.6]);
});

test("what nothing beats is marked as it is drawn: by the bill at its own length, and at the lower end where one source scored it", () => {
  const kinds = (...rows: readonly NetCostRow[]) =>
    bestBuyChart(rows.map(drawn), 0.01)?.points.flatMap(({ modelId, kind }) => (kind === "near" ? [modelId] : []));
  const field = [aNetCostRow("a", 0.001, 0.4), aNetCostRow("b", 0.01, 0.6)];
  expect(kinds(...field, aNetCostRow("unbeaten", 0.006, 0.45))).toEqual(["unbeaten"]);
  expect(kinds(...field, aNetCostRow("unbeaten", 0.006, 0.45), aNetCostRow("twin", 0.006, 0.45))).toEqual(["unbeaten", "twin"]);
  // $4 a month as it is listed, and $0.012 a request at its own length.
  const wordy = { ...aNetCostRow("wordy", 0.012, 0.59), landedUsdPerMonth: 4, quality: { value: 1390, low: 1380, high: 1400 } };
  expect(kinds(...field, wordy)).toEqual([]);
  expect(kinds(...field, aNetCostRow("new", 0.011, 0.65, { half: 0.06, isProvisional: true }))).toEqual([]);
});

test("nobody to draw is no picture", () => {
  expect(bestBuyChart([], 1)).toBeNull();
  expect(bestBuyChart([drawn(aNetCostRow("gift", 0, 0.9))], 1)).toBeNull();
});

test("every point lies in the picture and on or under the curve of what is as good; the line goes through every best buy", () => {
  fc.assert(
    fc.property(netCostRows, worseAnswers, (rows, usd) => {
      const chart = bestBuyChart(
        rows.map((row) => drawn(row)),
        usd,
      );
      for (const { x, y } of chart?.points ?? []) {
        expect(x >= 0 && x <= 100 && y >= 0 && y <= 100).toBe(true);
        const over = chart?.asGood.filter((place) => Math.abs(place.x - x) < 0.05) ?? [];
        for (const place of over) expect(y).toBeGreaterThan(place.y - 2.5);
      }
      const corners = chart?.hull.map(({ x, y }) => `${x} ${y}`) ?? [];
      for (const { row } of bestBuys(rows)) {
        const point = chart?.points.find(({ modelId }) => modelId === row.modelId);
        expect(corners).toContain(`${point?.x} ${point?.y}`);
      }
    }),
  );
});
