import { expect, test } from "vitest";
import { type Goal, goalLine, isMissed } from "./goal.ts";

const aGoal: Goal = { name: "refresh", figure: 3.614, bound: "at most", limit: 4, unit: "s of processor time" };

test.each<readonly [Partial<Goal>, string]>([
  [{}, "ok      refresh: 3.61 s of processor time (at most 4)"],
  [{ figure: 4.001 }, "MISSED  refresh: 4 s of processor time (at most 4)"],
  [{ figure: 9885.4, limit: 10_000, unit: "bytes" }, "ok      refresh: 9,885 bytes (at most 10,000)"],
  [{ figure: 301, bound: "at least", limit: 500, unit: "pages/s" }, "MISSED  refresh: 301 pages/s (at least 500)"],
  [{ figure: 0.94, limit: 1.05, unit: "" }, "ok      refresh: 0.94 (at most 1.05)"],
])("a goal with %j is said in one line", (change, line) => {
  expect(goalLine({ ...aGoal, ...change })).toBe(line);
});

test.each<readonly [Partial<Goal>, boolean]>([
  [{ figure: 4 }, false],
  [{ figure: 4.0001 }, true],
  [{ figure: Number.NaN }, true],
  [{ bound: "at least", figure: 4 }, false],
  [{ bound: "at least", figure: 3.9 }, true],
  [{ bound: "at least", figure: Number.NaN }, true],
])("with %j it is missed: %s", (change, missed) => {
  expect(isMissed({ ...aGoal, ...change })).toBe(missed);
});
