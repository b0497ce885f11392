import { expect, test } from "vitest";
import { figureText, saidText } from "./claim-verdict.ts";

test.each([
  [{ value: "1635.25", unit: "USD" }, "$1,635.25"],
  [{ value: "-12.50", unit: "USD" }, "−$12.50"],
  [{ value: "55.6", unit: "times" }, "55.6×"],
  [{ value: "0.445", unit: "multiple" }, "0.445 of the input price"],
  [{ value: "26.0", unit: "percent" }, "26.0 %"],
  [{ value: "1234567", unit: "count" }, "1,234,567"],
  [{ value: "no", unit: "yesNo" }, "no"],
] as const)("%o reads %s", (figure, text) => {
  expect(figureText(figure)).toBe(text);
});

test.each([
  [{ value: "94.50" }, "USD", "$94.50"],
  [{ from: "25", to: "30" }, "percent", "25 % to 30 %"],
  [{ from: "290", to: null }, "count", "290 or more"],
  [{ is: "yes" }, "yesNo", "yes"],
] as const)("%o was said as %s: %s", (saidValue, unit, text) => {
  expect(saidText(saidValue, unit)).toBe(text);
});
