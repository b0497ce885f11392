import { expect, test } from "vitest";
import { MicroUsdPerMTok } from "../money/money.ts";
import type { PriceStep } from "./price-step.ts";
import { stepChart } from "./step-chart.ts";

const step = (from: string, to: string | null, micro: number | null): PriceStep => ({
  from,
  to,
  micro: micro === null ? null : MicroUsdPerMTok.parse(micro),
  note: null,
});

test("a price that moved is drawn as steps, the higher one higher up, to the end of the day of the data", () => {
  const chart = stepChart([[step("2026-01-01", "2026-01-06", 4), step("2026-01-06", null, 1)]], "2026-01-10");
  expect(chart).toEqual({ paths: ["M0 4H500V96H1000"], from: "2026-01-01", to: "2026-01-10", low: 1, high: 4 });
});

test("days without a figure are a gap", () => {
  const chart = stepChart(
    [[step("2026-01-01", "2026-01-03", 4), step("2026-01-03", "2026-01-06", null), step("2026-01-06", null, 4)]],
    "2026-01-10",
  );
  expect(chart?.paths).toEqual(["M0 50H200M500 50H1000"]);
});

test("two series share one axis; the later one starts where it starts", () => {
  const chart = stepChart([[step("2026-01-01", null, 4)], [step("2026-01-06", null, 1)]], "2026-01-10");
  expect(chart?.paths).toEqual(["M0 4H1000", "M500 96H1000"]);
});

test.each([
  ["nothing", []],
  ["only unknown prices", [[step("2026-01-01", null, null)]]],
  ["a single day", [[step("2026-01-10", null, 4)]]],
])("%s draws nothing", (_, series) => {
  expect(stepChart(series, "2026-01-10")).toBeNull();
});
