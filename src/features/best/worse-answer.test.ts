import { expect, test } from "vitest";
import { A_CENT } from "../../../tests/builders/a-workload.ts";
import { readCuratedTables } from "../../data/curated-tables.ts";
import { reasonText, SLIDER_STEPS, sliderShare, sliderStep, worseAnswerAt, worseAnswerText } from "./worse-answer.ts";

test("every step of the slider is a price that stands at that step, dearer than the one before", () => {
  for (let step = 0; step <= SLIDER_STEPS; step++) {
    expect(sliderStep(worseAnswerAt(step))).toBe(step);
    if (step > 0) expect(worseAnswerAt(step)).toBeGreaterThan(worseAnswerAt(step - 1));
  }
});

test("the ends and the middle stand where they should", () => {
  expect([0.001, 0.01, 1, 100, 0.00001, 5_000].map(sliderShare)).toEqual([0, expect.closeTo(0.2), expect.closeTo(0.6), 1, 0, 1]);
});

test.each([
  [0.00032, "$0.00032"],
  [0.0032, "$0.0032"],
  [0.013, "$0.013"],
  [0.05, "$0.05"],
  [0.1, "$0.10"],
  [0.6, "$0.60"],
  [1, "$1"],
  [1.48, "$1.48"],
  [101.3, "$101"],
])("$%d reads %s", (usd, text) => {
  expect(worseAnswerText(usd)).toBe(text);
});

test("a reason gives the figure: how long, whose time at what an hour, and of how many", () => {
  expect(reasonText(A_CENT)).toBe(
    "Unless you say otherwise, a worse answer costs $0.01 here: one in 20 takes 30 seconds of a reader’s time at $24 an hour, $0.20. Asked once more.",
  );
});

test.each([
  [2.5, "2.5 minutes"],
  [1, "1 minute"],
])("%d minutes are told as %s", (minutes, text) => {
  expect(reasonText({ ...A_CENT, minutes })).toContain(` takes ${text} of `);
});

test("the slider stops at what each preset says, so that a reader who moves it finds the way back", () => {
  const { presets } = readCuratedTables("data/curated");
  for (const { worseAnswer } of presets) expect(worseAnswerAt(sliderStep(worseAnswer.usd))).toBe(worseAnswer.usd);
});
