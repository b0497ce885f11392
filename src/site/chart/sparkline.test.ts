import { expect, test } from "vitest";
import type { ChartStep } from "../../domain/chart/step-chart.ts";
import { MicroUsdPerMTok } from "../../domain/money/money.ts";
import { sparkline } from "./sparkline.ts";

const step = (from: string, to: string | null, usd: number | null): ChartStep => ({
  from,
  to,
  micro: usd === null ? null : MicroUsdPerMTok.parse(usd * 1_000_000),
});
const falling = [step("2026-01-01", "2026-07-01", 4), step("2026-07-01", "2026-08-01", 2), step("2026-08-01", null, 1)];

test("a price's past is told from its first day, or from a later one", () => {
  expect(sparkline(falling, null, "2026-08-22")?.label).toBe("$4.00 → $1.00 since 1 Jan 2026, between $1.00 and $4.00");
  expect(sparkline(falling, "2026-07-15", "2026-08-22")?.label).toBe("$2.00 → $1.00 since 15 Jul 2026, between $1.00 and $2.00");
  expect(sparkline(falling, "2026-08-10", "2026-08-22")?.label).toBe("$1.00 → $1.00 since 10 Aug 2026");
});

test("a price that is gone ends in no price", () => {
  const gone = [step("2026-08-01", "2026-08-10", 1), step("2026-08-10", null, null)];
  expect(sparkline(gone, null, "2026-08-22")?.label).toBe("$1.00 → no price since 1 Aug 2026");
});

test.each([
  ["no figure", []],
  ["never a price", [step("2026-08-01", null, null)]],
  ["but one day", [step("2026-08-22", null, 1)]],
])("there is nothing to draw of %s", (_, steps) => {
  expect(sparkline(steps, null, "2026-08-22")).toBeNull();
});
