import { expect, test } from "vitest";
import type { ListDifference } from "../../domain/platform/list-difference.ts";
import { listAnswer, platformAnswer } from "./platform-lines.ts";

const atList: ListDifference = { sets: 0, compared: 3, atList: 3, medianBps: 0, isConfirmed: true, isFeeUnknown: false };
const muteAtList = { ...atList, isFeeUnknown: true };
const over = { ...atList, atList: 0, medianBps: 550, isFeeUnknown: true };
const listed = (difference: ListDifference, models = 3) => ({ models, difference, isReadAtSource: false });

test.each([
  ["no fee", [atList, over], "1 ask the list price for most of them. The prices"],
  [
    "a fee nobody tells",
    [atList, muteAtList, muteAtList, over],
    "3 ask the list price for most of them, 2 of these before a credit purchase fee that is not published. The prices",
  ],
])("platforms at list price with %s", (_, differences, text) => {
  expect(listAnswer(differences.map((each) => listed(each)))).toContain(text);
});

test("those that sell are counted among all that are listed", () => {
  expect(listAnswer([listed(atList), listed(over), listed(atList, 0)])).toMatch(/^2 of the 3 platforms here sell/);
});

const nothing = { models: 4, offers: 6, sets: 0, compared: 0, cheaper: 0, equal: 0, dearer: 0, medianDeltaBps: null };

test.each([
  [{ sets: 4 }, "Sells 4 models in 6 offers. It makes them and sets the list price itself."],
  [{ sets: 3 }, "Sells 4 models in 6 offers. It makes 3 of them and sets the list price itself."],
  [{}, "Sells 4 models in 6 offers. None of them can be compared with a maker’s list price."],
  [
    { sets: 1, compared: 2, cheaper: 1, equal: 1, medianDeltaBps: -500 },
    "Sells 4 models in 6 offers. Its median input price is 5 % under list: of 2 comparable offers, 1 is cheaper and 1 equal.",
  ],
  [
    { compared: 6, cheaper: 2, equal: 3, dearer: 1, medianDeltaBps: 0 },
    "Sells 4 models in 6 offers. Its median input price is at list: of 6 comparable offers, 2 are cheaper, 3 equal and 1 more expensive.",
  ],
  [
    { compared: 1, dearer: 1, medianDeltaBps: 1000 },
    "Sells 4 models in 6 offers. Its median input price is 10 % over list: of 1 comparable offer, 1 is more expensive.",
  ],
])("a platform of %j says how its prices stand to list", (differing, words) => {
  expect(platformAnswer({ ...nothing, ...differing }, 0).replaceAll("\u202f", " ")).toBe(words);
});

test.each([
  [11, 10, "10 of these 11 prices are in doubt."],
  [11, 1, "1 of these 11 prices is in doubt."],
  [11, 11, "All these prices are in doubt."],
  [1, 1, "This price is in doubt."],
  [11, 0, "11 are cheaper."],
])("of a median of %i prices it says that %i are in doubt", (compared, inDoubt, words) => {
  const summary = { ...nothing, compared, cheaper: compared, medianDeltaBps: -6300 };
  expect(platformAnswer(summary, inDoubt).endsWith(` ${words}`)).toBe(true);
});
