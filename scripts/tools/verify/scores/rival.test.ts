import { expect, test } from "vitest";
import type { HeldOutScore } from "../../../night/quality/held-out.ts";
import { errorRatio, predictedByMean, predictedByOrder } from "./rival.ts";
import { checkScores } from "./scale-check.ts";

const held = (model: string, score: number, predicted: number): HeldOutScore => ({
  ...{ model, scale: "lmarena-webdev", score, predicted },
  ...{ halfWidth: 5, witnesses: 1 },
});
/** Forty models a point apart; `off` = how far each is predicted from its score. */
const board = (off: (at: number) => number): readonly HeldOutScore[] =>
  Array.from({ length: 40 }, (_, at) => held(`m/${at}`, 100 + at, 100 + at + off(at)));
const GOOD = board((at) => (at % 10 === 0 ? 6 : at % 3));
const sold = new Set(GOOD.map(({ model }) => model));
const newest = new Set(["lmarena-webdev"]);
const failuresOf = (rows: readonly HeldOutScore[], general: readonly HeldOutScore[] = []) =>
  checkScores("coding", { held: rows, general, sold, newest }).failures;

test("the board's mean knows all scores but the model's own", () => {
  expect(predictedByMean([held("a", 1, 0), held("b", 2, 0), held("c", 6, 0)]).map(({ predicted }) => predicted)).toEqual([
    4, 3.5, 1.5,
  ]);
});

test("the bare order puts a model between the scores of its neighbours, and at the ends beside the last", () => {
  const rows = [held("a", 10, 1), held("b", 20, 2), held("c", 35, 3), held("d", 40, 4)];
  expect(predictedByOrder(rows).map(({ predicted }) => predicted)).toEqual([20, 22.5, 30, 35]);
});

test("an error is held against the rival's on the models that both predict, draw by draw", () => {
  const ours = board((at) => (at % 2 === 0 ? 1 : -3));
  const ratio = errorRatio(ours, board(() => 5).slice(0, 20));
  expect(ratio).toEqual({ ratio: expect.closeTo(Math.sqrt(5) / 5, 12), smaller: 1, models: 20 });
  const [near, same] = [board((at) => (at % 2 === 0 ? 3 : -2)), board((at) => (at % 2 === 0 ? 2 : -3))];
  expect(errorRatio(near, same)?.smaller).toBeGreaterThan(0.3);
  expect(errorRatio(near, same)?.smaller).toBeLessThan(0.7);
  expect(errorRatio(ours, ours.slice(0, 2))).toBeNull();
});

test("a fit that beats the mean and is no worse than the order holds", () => {
  expect(failuresOf(GOOD)).toEqual([]);
});

test("a fit that says nothing of a model, one whose distances are wrong, and one that the general sources beat are found", () => {
  const mean = 119.5;
  const blind = GOOD.map((row, at) => ({ ...row, predicted: mean + (at % 2 === 0 ? 12 : -12), halfWidth: 30 }));
  expect(failuresOf(blind)).toContainEqual(expect.stringContaining("does not surely beat the board’s mean"));
  const stretched = GOOD.map((row) => ({ ...row, predicted: mean + (row.score - mean) * 1.6 }));
  expect(failuresOf(stretched)).toContainEqual(expect.stringContaining("is surely worse than the others’ bare order"));
  const general = board(() => 1);
  expect(failuresOf(GOOD, general)).toEqual([expect.stringContaining("is surely worse than the general sources")]);
});

test("beside the rivals the earlier share of the scores' spread still holds", () => {
  // Forty scores a point apart: spread 11.54, of which 0.8 is 9.23.
  const off = (miss: number) => failuresOf(board((at) => (at % 2 === 0 ? miss : -miss)));
  const above = "lmarena-webdev: held-out RMSE 9.30 is above 9.23";
  expect(off(9.3)).toContain(above);
  expect(off(9.3).join()).not.toContain("the board’s mean");
  expect(off(9.2).join()).not.toContain("is above");
});

test("intervals that hold nearly all scores are too wide", () => {
  const wide = GOOD.map((row) => ({ ...row, halfWidth: 99 }));
  expect(failuresOf(wide)).toEqual([
    expect.stringContaining("lmarena-webdev: coverage 100.0 %"),
    expect.stringContaining("coding: coverage 100.0 %"),
  ]);
});
