import { expect, test } from "vitest";
import { addDays } from "../../../domain/money/days.ts";
import type { QualityFit } from "../../../domain/quality/quality-fit.ts";
import { bestFormulas, isOrderNews, NET_COST_SINCE } from "./best-formulas.ts";

const fit: QualityFit = {
  ...{ schemaVersion: 1, asOf: "2026-10-02", models: 3, intervalLevel: 0.9, noiseFloorShare: 0.1 },
  ...{ sources: [], scales: [], field: [{ model: "acme/large", elo: 1400 }] },
};

test("formulas say that a model of one source counts at its lower end, and that ties and wins per dollar take the chance itself", () => {
  const lines = bestFormulas(fit, "general").split("\n");
  const lineOf = (name: string) => lines.find((line) => line.startsWith(name));
  expect(lineOf("chance")).toContain("counted at the interval’s lower end where one source scored it");
  expect(lineOf("nothing beats")).toContain("as counted");
  for (const name of ["ties", "wins per dollar"]) expect(lineOf(name)).toContain("p itself");
});

test.each([
  [0, true],
  [90, true],
  [91, false],
])("%d days after rankings came to be by net cost a page says so to everybody: %s", (days, isNews) => {
  expect(isOrderNews(addDays(NET_COST_SINCE, days))).toBe(isNews);
});
