import { expect, test } from "vitest";
import { DEFAULT_VIEW } from "../offers-state.ts";
import { filterWords } from "./filter-words.ts";

test.each([
  [{}, ""],
  [{ regions: ["eu"] }, " in the EU"],
  [{ regions: ["eu", "us"], kinds: ["cloud"] }, " in the EU or the US, at clouds"],
  [{ quantizations: ["fp8"], firstHand: true }, " with fp8 weights, by the platforms’ own prices"],
])("%j is told as “cheapest for chat%s”", (view, words) => {
  expect(filterWords({ ...DEFAULT_VIEW, ...view })).toBe(words);
});
