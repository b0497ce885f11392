import { expect, test } from "vitest";
import { aQualityScore } from "../../../tests/builders/a-quality-score.ts";
import { winChanceOf } from "../ranking/net-cost/net-cost.ts";
import { rankModels } from "../ranking/ranking.ts";
import { successQuality, taskSuccess } from "./task-success.ts";

const TWENTY_DOLLARS = {
  ...{ usd: 20, upperUsd: 20, assumptions: [] },
  parts: { tokens: 20, discount: 0, markup: 0, fee: 0, bonus: 0, subscription: 0 },
};

const scores = [
  aQualityScore({ model: "a/new", source: "livebench", release: "2026-06-25", score: 71.7, standardError: 1.3, effort: "high" }),
  aQualityScore({ model: "a/new", source: "livebench", release: "2026-01-08", score: 80, standardError: 1 }),
  aQualityScore({ model: "a/new", source: "livebench-coding", release: "2026-06-25", score: 60.04, standardError: null }),
  aQualityScore({ model: "a/old", source: "livebench", release: "2026-01-08", score: 90, standardError: 1 }),
  aQualityScore({ model: "a/voted", source: "lmarena", release: null, score: 1500, standardError: 5 }),
];

test("success is the score of the newest release as a share, with the interval of its sampling error", () => {
  const success = taskSuccess(scores);
  expect([...success.keys()]).toEqual(["a/new"]);
  expect(success.get("a/new")).toEqual({
    general: { p: 0.717, low: 0.6956, high: 0.7384, effort: "high" },
    coding: { p: 0.6004, low: 0.6004, high: 0.6004, effort: null },
  });
});

test("coding is judged by coding tasks, pictures and all else by tasks of every kind, and who was not run has no quality", () => {
  const success = taskSuccess(scores).get("a/new");
  expect((["general", "coding", "vision"] as const).map((scale) => successQuality(success, scale)?.value)).toEqual([
    71.7, 60, 71.7,
  ]);
  expect(successQuality({ general: { p: 0.5, low: 0.5, high: 0.5, effort: null } }, "coding")).toBeNull();
  expect(successQuality(undefined, "general")).toBeNull();
});

test("a ranking by success counts with the share itself and asks no field", () => {
  const success = successQuality(taskSuccess(scores).get("a/new"), "general");
  const priced = { model: { id: "a/new" }, cheapest: { offer: { id: "a/new@x" }, landed: TWENTY_DOLLARS } };
  const { rows } = rankModels([priced], () => success, [1400], { requests: 1000, worseAnswerUsd: 0.1 });
  expect(rows[0]?.chance).toEqual({ p: 0.717, low: 0.6956, high: 0.7384, counted: 0.717 });
  expect(rows[0]?.netCostUsd).toBeCloseTo(0.02 + 0.1 * 0.283, 9);
  expect(winChanceOf({ value: 71.7, low: 70, high: 73 }, "rated", [1400]).p).toBeLessThan(0.001);
});
