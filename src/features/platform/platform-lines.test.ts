import { expect, test } from "vitest";
import type { ListDifference } from "../../domain/platform/list-difference.ts";
import { listAnswer } from "./platform-lines.ts";

const atList: ListDifference = { sets: 0, compared: 3, atList: 3, medianBps: 0, isConfirmed: true, isFeeUnknown: false };
const muteAtList = { ...atList, isFeeUnknown: true };
const over = { ...atList, atList: 0, medianBps: 550, isFeeUnknown: true };
const listed = (difference: ListDifference, models = 3) => ({ models, difference, isReadAtSource: false });

test.each([
  ["no fee", [atList, over], "1 ask the list price for most of them. The prices"],
  [
    "a fee nobody tells",
    [atList, muteAtList, muteAtList, over],
    "3 ask the list price for most of them, 2 of these before a credit purchase fee that nobody tells. The prices",
  ],
])("platforms at list price with %s", (_, differences, text) => {
  expect(listAnswer(differences.map((each) => listed(each)))).toContain(text);
});

test("those that sell are counted among all that are listed", () => {
  expect(listAnswer([listed(atList), listed(over), listed(atList, 0)])).toMatch(/^2 of the 3 platforms here sell/);
});
