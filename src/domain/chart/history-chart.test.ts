import { expect, test } from "vitest";
import { historyChart } from "./history-chart.ts";
import type { ChartStep } from "./step-chart.ts";

const step = (from: string, to: string | null, price: number | null): ChartStep => ({
  from,
  to,
  micro: price === null ? null : price * 1e6,
});
const ticksOf = (chart: ReturnType<typeof historyChart>) => chart?.prices.map(({ micro }) => micro / 1e6);

test("a price that never moved lies within a band, not between itself and itself", () => {
  const chart = historyChart([[step("2026-05-27", null, 5)]], "2026-11-20");
  expect(chart?.paths).toEqual(["M0 50H1000"]);
  expect(ticksOf(chart)).toEqual([4, 5, 7]);
});

test.each([
  [
    [4, 5],
    [4, 5],
  ],
  [
    [2, 5.5],
    [2, 3, 4],
  ],
  [
    [0.25, 5],
    [0.25, 0.6, 1.5, 4],
  ],
])("prices from %j have round ones at their side: %j", (prices, ticks) => {
  const steps = prices.map((price, at) => step(`2026-0${at + 1}-01`, at === 0 ? "2026-02-01" : null, price));
  expect(ticksOf(historyChart([steps], "2026-06-01"))).toEqual(ticks);
});

test("months are named as far as there is room", () => {
  const year = historyChart([[step("2025-11-20", null, 5)]], "2026-11-20");
  expect(year?.days.map(({ day }) => day)).toEqual([
    "2025-12-01",
    "2026-02-01",
    "2026-04-01",
    "2026-06-01",
    "2026-08-01",
    "2026-10-01",
  ]);
  const months = historyChart([[step("2026-09-20", null, 5)]], "2026-11-20");
  expect(months?.days.map(({ day }) => day)).toEqual(["2026-10-01", "2026-11-01"]);
});

test("the first figure's moves are marked where they happened", () => {
  const chart = historyChart([[step("2026-01-01", "2026-01-06", 4), step("2026-01-06", null, 1)]], "2026-01-10");
  expect(chart?.moves.map(({ x, day, micro }) => [x, day, micro])).toEqual([[50, "2026-01-06", 1e6]]);
});

test("what is announced is drawn apart, from today on, and has room of its own", () => {
  const flat = [step("2026-01-01", null, 2)];
  const chart = historyChart([flat], "2026-01-30", [{ day: "2026-02-10", micro: 4e6 }]);
  expect(chart?.todayX).toBeGreaterThan(50);
  expect(chart?.paths[0]).toMatch(/^M0 \d+H\d+$/);
  expect(chart?.ahead).toMatch(/^M\d+ \d+H\d+V\d+H1000$/);
  expect(historyChart([flat], "2026-01-30", [{ day: "2026-01-10", micro: 4e6 }])).toMatchObject({ ahead: "", todayX: null });
  expect(historyChart([flat], "2026-01-30", [{ day: "2026-02-10", micro: null }])?.ahead).toMatch(/^M\d+ \d+H\d+$/);
});

test.each([
  ["nothing", []],
  ["only unknown prices", [[step("2026-01-01", null, null)]]],
  ["a single day", [[step("2026-01-10", null, 4)]]],
])("%s draws nothing", (_, series) => {
  expect(historyChart(series, "2026-01-10")).toBeNull();
});

test.each([
  ["2025-08-20", "2026-09-10", ["2025-09", "2026-01"]],
  ["2025-09-20", "2026-11-20", ["2025-10", "2026-02"]],
  ["2025-11-20", "2026-11-20", ["2026-02"]],
  ["2026-08-20", "2026-11-20", ["2026-09"]],
])("from %s to %s the first month of each year says which year: %j", (from, to, named) => {
  const days = historyChart([[step(from, null, 5)]], to)?.days ?? [];
  expect(days.flatMap(({ day, hasYear }) => (hasYear ? [day.slice(0, 7)] : []))).toEqual(named);
});
