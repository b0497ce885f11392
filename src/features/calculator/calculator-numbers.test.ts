import fc from "fast-check";
import { expect, test } from "vitest";
import { millionthText } from "../../domain/money/micro-usd.ts";
import { clearNumbers, clearText } from "./calculator-numbers.ts";

const numbers = (name: string, text: string, from: "address" | "form" = "form") => {
  const { query, unclear } = clearNumbers(new URLSearchParams([[name, text]]), from);
  return { text: query.get(name), problem: unclear.get(name)?.replace(/\. Write.*/, "") };
};

test.each([
  ["requests", "1.000", "“1.000” may be 1 or 1000"],
  ["in2", "1.500", "“1.500” may be 1.5 or 1500"],
  ["out", "1,500k", "“1,500k” may be 1.5k or 1500k"],
  ["top-up", "1.000", "“1.000” may be 1 or 1000"],
  ["top-up", "1,000", "“1,000” may be 1 or 1000"],
  ["million-in", "1.125", "“1.125” may be 1.125 or 1125"],
  ["budget", " 12,500 ", "“12,500” may be 12.5 or 12500"],
])("what may be two numbers is none, and both are said: %s=%s", (name, text, problem) => {
  expect(numbers(name, text)).toEqual({ text: null, problem });
});

test.each([
  ["requests", "100,000", "100,000"],
  ["requests", "1.000.000", "1000000"],
  ["in", "2k", "2k"],
  ["in", "1 000", "1 000"],
  ["top-up", "14.55", "14.55"],
  ["top-up", "14,55", "14.55"],
  ["top-up", "0.125", "0.125"],
  ["top-up", "0,125", "0.125"],
  ["top-up", "1.000,50", "1000.50"],
  ["top-up", "1,000.50", "1,000.50"],
  ["million-in", "1,000,000", "1,000,000"],
  ["cached", "12.500", "12.500"],
  ["model", "1.000", "1.000"],
])("what is one number only is that number: %s=%s", (name, text, clear) => {
  expect(numbers(name, text)).toEqual({ text: clear, problem: undefined });
});

test.each([
  ["million-in", "1.125", "1.125"],
  ["top-up", "1.000", null],
  ["top-up", "1,000", null],
  ["in", "1.000", null],
])("an address has points as we write them: %s=%s", (name, text, clear) => {
  expect(numbers(name, text, "address").text).toBe(clear);
});

test("every number that the form shows is read as that number", () => {
  const millionths = fc.integer({ min: 0, max: 1_000_000_000_000 });
  fc.assert(
    fc.property(fc.constantFrom("top-up", "requests"), millionths, (name, value) => {
      const text = millionthText(name === "requests" ? value : value / 1e6);
      const { text: read } = numbers(name, clearText(name, text));
      expect(Number(read?.replaceAll(",", ""))).toBe(Number(text));
    }),
  );
});
