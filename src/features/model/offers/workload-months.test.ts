import { expect, test } from "vitest";
import { aSheet } from "../../../../tests/builders/a-sheet.ts";
import { aWorkload } from "../../../../tests/builders/a-workload.ts";
import { workloadMonths, workloadMonthText } from "./workload-months.ts";

const rowsOf = (...[offers, workload = aWorkload()]: [Parameters<typeof aSheet>[0], ReturnType<typeof aWorkload>?]) =>
  aSheet(offers, {}, workload).rows;

const acme = { platform: "acme", prices: { input: "1", output: "2" } } as const;
const dear = { platform: "dear", prices: { input: "2", output: "4" } } as const;

test.each([
  ["the cheapest seller", [acme, dear], "$1.00 – $1.06 at acme"],
  [
    "how many more ask the same",
    [acme, { ...acme, platform: "a" }, { ...acme, platform: "b" }, dear],
    "$1.00 – $1.06 at acme and 2 more",
  ],
  ["a platform's second offer at one price once", [acme, { ...acme, region: "eu" }], "$1.00 – $1.06 at acme"],
  [
    "the day of an older price",
    [{ ...acme, evidence: "mirror" as const, age: "aging" as const }],
    "$1.00 – $1.06 at acme (read 22 Aug)",
  ],
  ["nothing that one catalogue alone names", [{ ...acme, evidence: "reported" as const }, dear], "$2.00 – $2.11 at dear"],
])("a workload's month names %s", (_, offers, text) => {
  expect(workloadMonths([{ name: "Chat", rows: rowsOf(offers) }]).map(workloadMonthText)).toEqual([text]);
});

test("a workload that nobody takes says why, beside those that somebody does", () => {
  const small = { ...acme, contextTokens: 1_500_000 };
  const presets = [
    { name: "Chat", rows: rowsOf([small], aWorkload({ inputTokens: 1_000_000, outputTokens: 500 })) },
    { name: "Long documents", rows: rowsOf([small], aWorkload({ inputTokens: 2_000_000 })) },
  ];
  expect(workloadMonths(presets).map(({ workloadName, month }) => [workloadName, month])).toEqual([
    ["Chat", expect.stringMatching(/^\$/)],
    ["Long documents", "requests too long"],
  ]);
});

test("a workload that only an unconfirmed offer takes is not too long, it has no confirmed price", () => {
  const small = { ...acme, contextTokens: 1_500 };
  const roomy = { ...dear, evidence: "reported" as const };
  const presets = [
    { name: "Chat", rows: rowsOf([small, roomy], aWorkload({ inputTokens: 1_000, outputTokens: 100 })) },
    { name: "Long documents", rows: rowsOf([small, roomy], aWorkload({ inputTokens: 2_000 })) },
  ];
  expect(workloadMonths(presets).map(({ month }) => month)).toEqual([expect.stringMatching(/^\$/), "no confirmed price"]);
});

test("where no price is confirmed there are no months: the answer says so", () => {
  expect(workloadMonths([{ name: "Chat", rows: rowsOf([{ ...acme, evidence: "reported" as const }]) }])).toEqual([]);
});
