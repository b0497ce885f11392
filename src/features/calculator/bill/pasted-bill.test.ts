import { expect, test } from "vitest";
import { billColumns, billRow, namesColumns, pastedBill } from "./pasted-bill.ts";

const isModel = (text: string) => text === "claude opus 4.8";

test.each([
  ["gpt-5.4, $2,000", { model: "gpt-5.4", amount: "$2,000" }],
  ["Gemini 3.1 Pro\t1000.50", { model: "Gemini 3.1 Pro", amount: "1000.50" }],
  ['"Claude Opus 4.8","1,234.56"', { model: "Claude Opus 4.8", amount: "1,234.56" }],
  ["claude opus 4.8 2000", { model: "claude opus 4.8", amount: "2000" }],
  ["openai/gpt-5.4: 1.5k USD", { model: "openai/gpt-5.4", amount: "1.5k USD" }],
  ["gpt-5.4,10,10", { model: "gpt-5.4,10", amount: "10" }],
  ['gpt-5.4,"10,10"', { model: "gpt-5.4", amount: "10,10" }],
  ["gpt-5.4, 10,10", { model: "gpt-5.4", amount: "10,10" }],
  ["gpt-5.4;10,10", { model: "gpt-5.4", amount: "10,10" }],
  ["claude opus 4.8,1000000,200000", { model: "claude opus 4.8,1000000", amount: "200000" }],
  ["claude opus 4.8", null],
  ["gpt-5.4", null],
  ["", null],
])("%s is read as %j", (line, row) => {
  expect(billRow(line, isModel)).toEqual(row);
});

test.each([
  [["Date", "Model", "Tokens", "Cost (USD)"], { model: "Model", amount: "Cost (USD)" }],
  [["model_permaslug", "usage", "total_cost"], { model: "model_permaslug", amount: "total_cost" }],
  [["gpt-5.4", "2000"], null],
])("%j has the columns %j", (heads, columns) => {
  expect(billColumns(heads)).toEqual(columns);
});

test.each([
  ["model,input tokens,output tokens", true],
  ["Model\tRequests", true],
  ["gpt-5.4, $2,000", false],
  ["my model, $2,000", false],
])("the line %s names columns: %s", (head, names) => {
  expect(namesColumns(head)).toBe(names);
});

const paid = (...amounts: readonly string[]) =>
  pastedBill(amounts.map((amount) => ({ model: "gpt-5.4", amount }))).models.map((each) => each.paid);

test.each([
  [["$2,000"], ["2000"]],
  [["1,234.56"], ["1234.56"]],
  [["1.234,56"], ["1234.56"]],
  [["12,50"], ["12.5"]],
  [["1.5k"], ["1500"]],
  [["2,000"], ["2,000"]],
  [["$2.000"], ["2.000"]],
  [["10.25", "$1,000", "0.75"], ["1011"]],
  [["10.25", "2,000"], ["2,000"]],
])("%j is %j dollars; what may be read in two ways stays as it is written", (amounts, texts) => {
  expect(paid(...amounts)).toEqual(texts);
});

test("totals are left out, other currencies too, and both are told", () => {
  const rows = [
    { model: "gpt-5.4", amount: "$20" },
    { model: "Total", amount: "$25" },
    { model: "gemini", amount: "€5" },
  ];
  expect(pastedBill(rows)).toEqual({
    models: [{ model: "gpt-5.4", paid: "20" }],
    leftOut: ["Total, $25"],
    notDollars: ["gemini, €5"],
  });
});
