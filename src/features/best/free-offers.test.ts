import { expect, test } from "vitest";
import { aSheet } from "../../../tests/builders/a-sheet.ts";
import { bestFree, whyNotBest } from "./free-offers.ts";

const free = { platform: "openrouter", prices: { input: "0", output: "0" }, tier: "free" } as const;
const RATED: ReturnType<Parameters<typeof bestFree>[1]> = { value: 1_450, interval: [1_440, 1_460] };

test.each([
  ["own", "fresh", "Nano at openrouter (free)"],
  ["mirror", "fresh", "Nano at openrouter (free)"],
  ["reported", "fresh", null],
  ["own", "aging", null],
  ["own", "expired", null],
] as const)("a free offer known as %s and %s is called the best: %s", (evidence, age, says) => {
  expect(bestFree([aSheet([{ ...free, evidence, age }], { name: "Nano" })], () => RATED)).toBe(says);
});

test("what nobody rated is not the best", () => {
  expect(bestFree([aSheet([{ ...free, evidence: "own", age: "fresh" }])], () => null)).toBeNull();
});

test.each([
  ["own", "fresh", []],
  ["reported", "fresh", ["unconfirmed"]],
  ["own", "expired", ["last confirmed 22 Aug 2026"]],
] as const)("a free offer known as %s and %s has beside its seller: %j", (evidence, age, notes) => {
  const [row] = aSheet([{ ...free, evidence, age }]).rows;
  expect(row && whyNotBest(row.offer)).toEqual(notes);
});
