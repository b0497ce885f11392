import { expect, test } from "vitest";
import { amountText, isAmount, sentenceText } from "./currency-text.ts";

const EUR = { currency: "EUR", perUsd: 0.862069 } as const;

test.each([
  ["$1,800", "≈ €1,552"],
  ["$1,800 – $1,899", "≈ €1,552 – €1,637"],
  [" $24.48 ", "≈ €21.10"],
  ["$1,635.25", "≈ €1,410"],
  ["+$775.00", "≈ +€668.10"],
  ["−$0.63", "≈ −€0.54"],
  ["$0.0042", "≈ €0.0036"],
  ["$0", "≈ €0.00"],
])("%j is %j", (usd, euros) => {
  expect(isAmount(usd)).toBe(true);
  expect(amountText(usd, EUR)).toBe(euros);
});

test.each([
  ["GBP", 0.75, "≈ £1,350"],
  ["JPY", 150, "≈ ¥270,000"],
  ["CNY", 7, "≈ CN¥12,600"],
  ["INR", 90, "≈ ₹162,000"],
] as const)("in %s", (currency, perUsd, text) => {
  expect(amountText("$1,800", { currency, perUsd })).toBe(text);
});

test.each([
  ["$84.13", "≈ ¥13,124"],
  ["$5.00 – $5.28", "≈ ¥780 – ¥824"],
  ["$0.29", "≈ ¥45"],
  ["$0.05", "≈ ¥7.8"],
  ["$0.0042", "≈ ¥0.66"],
  ["$0", "≈ ¥0"],
])("%j is %j: no parts of a yen but where it would have one digit", (usd, yen) => {
  expect(amountText(usd, { currency: "JPY", perUsd: 156 })).toBe(yen);
});

test("euros have two digits at least, as the dollars beside them", () => {
  expect(amountText("$0.10 – $0.12", EUR)).toBe("≈ €0.086 – €0.10");
});

test.each([["5.00"], ["unknown"], [""], ["$1,800 a month"], ["$174.04 at 1.8× output"]])("%j is no amount alone", (text) => {
  expect(isAmount(text)).toBe(false);
});

test("a sentence keeps its dollars in brackets", () => {
  expect(sentenceText("tie at $1,800 a month; $1,800 – $1,899 elsewhere, no fee", EUR)).toBe(
    "tie at ≈ €1,552 ($1,800) a month; ≈ €1,552 – €1,637 ($1,800 – $1,899) elsewhere, no fee",
  );
});
