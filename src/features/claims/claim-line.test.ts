import { expect, test } from "vitest";
import { aSheet } from "../../../tests/builders/a-sheet.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { Claim } from "../../domain/claim/claim.ts";
import { claimInputs } from "./claim-inputs.ts";
import { claimGroups, claimLines, claimsAnswer, withPercents } from "./claim-line.ts";

const AS_OF = "2026-08-22";
const sheets = [aSheet([{ platform: "acme", prices: { input: "2", output: "8" } }])];
const data = {
  inputs: claimInputs({ sheets, platforms: [], asOf: AS_OF, workload: aWorkload() }),
  names: { model: (id: string) => `<${id}>`, platform: (id: string) => id, hasPage: () => true },
  asOf: AS_OF,
};
/** Of output ÷ input: it says 5, its own numbers give 6, those of its day gave 3, today's give 4. */
const price = (said: string, atTheTime: string, meter: "input" | "output") => ({
  ...{ said, atTheTime },
  today: { look: "list", model: "acme/nano", meter },
});
const claim = Claim.parse({
  ...{ id: "ratio", said: "Output costs five times the input.", by: "An article", byUrl: null, saidOn: "2026-05-09" },
  ...{ saidValue: { value: "5" }, unit: "times", places: 0, note: null },
  formula: { kind: "priceRatio", dividend: price("6", "9", "output"), divisor: price("1", "3", "input") },
});
const [line] = claimLines([claim], data);

test("a claim has what it says, what its own numbers give, what those of its day gave, and today's", () => {
  expect(line?.figures).toEqual([
    ["It says", "5×"],
    ["Its own numbers give", "6×"],
    ["Figures of its day gave", "3×"],
    ["On 22 Aug 2026", "4×"],
  ]);
});

test("a figure that is not known is told by its name, and a reading of which neither figure is known is left out", () => {
  const unknown = { said: null, today: { look: "list", model: "acme/other", meter: "input" } };
  const told = { label: "at its own price", formula: { kind: "price", of: price("6", "9", "output") }, unit: "USD" };
  const [open] = claimLines(
    [
      Claim.parse({
        ...claim,
        formula: { ...claim.formula, divisor: { said: null, today: { look: "list", model: "acme/nano", meter: "cacheRead" } } },
        alternatives: [{ label: "of another model", formula: { kind: "price", of: unknown } }, told],
      }),
    ],
    data,
  );
  expect(open?.judged.why).toBe("Cannot be computed today: we have no confirmed figure of Nano, list cached input.");
  expect(open?.alternatives).toEqual([expect.objectContaining({ label: "at its own price", said: "$6", today: "$8" })]);
  expect(open?.inputs.map(({ name }) => name)).not.toContain("<acme/other>, list input");
});

test("before a yes or no stands the question it answers", () => {
  const formula = { kind: "fact", platform: "acme", trait: "chargesTopUpFee" };
  const [fact] = claimLines([Claim.parse({ ...claim, unit: "yesNo", saidValue: { is: "no" }, formula })], data);
  expect(fact?.figures).toEqual([
    ["The question", "acme: does buying credit cost a fee?"],
    ["It says", "no"],
  ]);
});

test("a range of multiples names its unit once", () => {
  const [range] = claimLines([Claim.parse({ ...claim, unit: "multiple", saidValue: { from: "0.1", to: "0.5" } })], data);
  expect(range?.figures[0]).toEqual(["It says", "0.1 to 0.5 of the input price"]);
});

test("its formula is computed once with the numbers as said, once with today's", () => {
  expect(line?.computed.map(([label, text]) => [label, text.replaceAll(/\s/g, " ")])).toEqual([
    ["As said", "$6.00 ÷ $1.00 = 6×"],
    ["Today", "$8.00 ÷ $2.00 = 4×"],
  ]);
});

test("the answer counts the claims by their verdicts", () => {
  const groups = claimGroups(claimLines([claim, claim], data));
  expect(groups.map(({ word, lines }) => [word, lines.length])).toEqual([["False", 2]]);
  expect(claimsAnswer(groups, AS_OF)).toContain("2 claims about token prices, recomputed from the data of 22 Aug 2026: 2 false.");
});

test("a percent sign stays on the line of its figure", () => {
  expect(withPercents("It saves 33.7 %, or 5 %.")).toBe("It saves 33.7\u202f%, or 5\u202f%.");
});
