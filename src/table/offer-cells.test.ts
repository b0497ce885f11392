import { expect, test } from "vitest";
import { aSheet } from "../../tests/builders/a-sheet.ts";
import { deltaCell, dollarDeltaCell } from "./offer-cells.ts";

test.each([
  ["both prices", { input: "0.8", output: "1.6" }, "−20 %", "−$0.20"],
  ["the output alone", { output: "1.6" }, "out −20 %", "out −$0.40"],
  ["the input alone", { input: "0.8" }, "in −20 %", "in −$0.20"],
  ["the output alone, at list", { output: "2" }, "out = list", ""],
  ["no price", {}, "–", ""],
] as const)("a difference to a list of 1/2 says what it is of: %s", (_, prices, percent, dollars) => {
  const { rows } = aSheet([
    { platform: "acme", prices: { input: "1", output: "2" } },
    { platform: "hostly", prices },
  ]);
  const lines = rows.map((row) => ({ ...row, isList: row.offer.platform === "acme", isToMedian: false }));
  const line = lines.find(({ isList }) => !isList);
  expect(line && [deltaCell(line).text.replaceAll("\u202f", " "), dollarDeltaCell(line).text]).toEqual([percent, dollars]);
});
