import { expect, test } from "vitest";
import type { MeasuredCost } from "./measured-cost.ts";
import { measuredRun, outputRatios } from "./output-ratio.ts";

const aRun = (name: string, outputTokensPerQuestion?: number): MeasuredCost => ({
  ...{ model: "acme/large", source: "livebench", release: "2026-06-25", name, match: "exact", effort: null },
  ...{ usdPerQuestion: "0.1", usdPerSuccessfulTask: null, readAt: "2026-08-22T00:00:00Z", url: "https://example.com/a" },
  ...(outputTokensPerQuestion === undefined ? {} : { outputTokensPerQuestion }),
});

test("each model is held against the median; a run without its thinking is no measurement", () => {
  const runs = new Map([
    ["m/short", aRun("a", 4_000)],
    ["m/middle", aRun("b", 8_000)],
    ["m/long", aRun("c", 20_000)],
    ["m/silent", aRun("d")],
    ["m/cut", aRun("e", 800)],
    ["m/longer", aRun("f", 24_000)],
  ]);
  expect([...outputRatios(runs)]).toEqual([
    ["m/short", 0.5],
    ["m/middle", 1],
    ["m/long", 2.5],
    ["m/longer", 3],
  ]);
});

test("a run without its thinking is no part of the median it is held against", () => {
  const runs = new Map([
    ["m/cut", aRun("a", 980)],
    ["m/short", aRun("b", 6_000)],
    ["m/middle", aRun("c", 8_000)],
    ["m/long", aRun("d", 12_000)],
  ]);
  expect([...outputRatios(runs)]).toEqual([
    ["m/short", 0.75],
    ["m/middle", 1],
    ["m/long", 1.5],
  ]);
});

test("a run behind a model and its faster service is one measurement", () => {
  const [quick, long] = [aRun("a", 4_000), aRun("c", 20_000)];
  const runs = new Map([
    ["m/quick", quick],
    ["m/middle", aRun("b", 8_000)],
    ["m/long", long],
    ["m/long-fast", long],
    ["m/long-faster", long],
  ]);
  expect([...outputRatios(runs).values()]).toEqual([0.5, 1, 2.5, 2.5, 2.5]);
});

test("of several efforts the one counts that was scored", () => {
  const scored = { id: "livebench", release: "2026-06-25", name: "large-max", score: 70, effort: "max", match: "exact" } as const;
  const sources = [{ ...scored, readAt: "2026-08-22T00:00:00Z", url: "https://example.com/a" }];
  expect(measuredRun([aRun("large-low", 1), aRun("large-max", 2)], { sources })?.name).toBe("large-max");
  expect(measuredRun([aRun("large-low", 1)], { sources })).toBeNull();
});
