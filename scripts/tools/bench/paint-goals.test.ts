import { expect, test } from "vitest";
import { isMissed } from "./goal.ts";
import { type PaintLoads, paintGoals } from "./paint-goals.ts";
import type { Paint } from "./paint-of.ts";

const PAGE = { name: "model page", path: "models/a/b/", mostOfOther: 0.85 };
const painted = (firstMs: number, more: Partial<Paint> = {}): Paint => ({
  firstMs,
  largestMs: firstMs,
  shift: 0,
  nodes: 900,
  ...more,
});
const missed = (loads: Omit<PaintLoads, "blank">) =>
  paintGoals(PAGE, { ...loads, blank: [] }).flatMap((goal) => (isMissed(goal) ? [goal.name] : []));

test.each([
  ["a page as the goals want it", { own: [painted(80)], still: [painted(300)], other: [painted(100)] }, []],
  [
    "one that is not faster than the other build's",
    { own: [painted(90)], still: [], other: [painted(100)] },
    ["model page, first paint beside the other build", "model page, largest paint beside the other build"],
  ],
  [
    "one that moves on a screen of another width",
    { own: [painted(80)], still: [painted(300, { shift: 0.01 })], other: [] },
    ["model page, what moved on any screen"],
  ],
  ["one of too many elements", { own: [painted(80, { nodes: 8_001 })], still: [], other: [] }, ["model page, elements"]],
  [
    "one that painted nothing",
    { own: [painted(Number.NaN)], still: [], other: [painted(100)] },
    ["model page, first paint beside the other build", "model page, largest paint beside the other build"],
  ],
])("tells which goals are missed by %s", (_, loads, expected) => {
  expect(missed(loads)).toEqual(expected);
});

test("without another build no goal speaks of one", () => {
  const goals = paintGoals(PAGE, { own: [painted(80)], still: [], other: [], blank: [] });
  expect(goals.map(({ name, figure, limit }) => [name, figure, limit])).toEqual([
    ["model page, elements", 900, 8_000],
    ["model page, what moved on any screen", 0, 0],
  ]);
});

test("a goal beyond a blank page leaves out what a blank one takes", () => {
  const loads = { own: [painted(300)], still: [], other: [painted(500)], blank: [painted(200)] };
  const [first] = paintGoals({ ...PAGE, mostOfOther: 0.4, isBeyondBlank: true }, loads);
  expect(first).toEqual({
    ...{ name: "model page, first paint beyond a blank page, beside the other build", figure: 100 / 300 },
    ...{ bound: "at most", limit: 0.4, unit: "" },
  });
});
