import fc from "fast-check";
import { expect, test } from "vitest";
import { millionthText } from "../../domain/money/micro-usd.ts";
import {
  amountField,
  complaint,
  countField,
  optionalAmountField,
  readAmount,
  readFields,
  readShare,
  shareField,
} from "./field.ts";

test.each([
  ["100000", 100_000],
  ["100,000", 100_000],
  ["1 500", 1_500],
  ["100k", 100_000],
  ["1.5M", 1_500_000],
  ["2 B", 2_000_000_000],
  ["0.77", 0.77],
  [" 5 ", 5],
  ["1,5", undefined],
  ["1,00", undefined],
  ["-1", undefined],
  ["1e5", undefined],
  ["0x10", undefined],
  ["١٢", undefined],
  ["∞", undefined],
  ["12 000 00", undefined],
  ["", undefined],
])("%j is read as %s", (text, value) => {
  expect(readAmount(text)).toBe(value);
});

test.each([
  ["12.5", 0.125],
  ["12.5%", 0.125],
  ["100 %", 1],
  ["0", 0],
  ["101", undefined],
  ["half", undefined],
])("the percentage %j is %s", (text, value) => {
  expect(readShare(text)).toBe(value);
});

test.each([
  [countField("in", 0, 10), "11"],
  [countField("in", 0, 10), "1.5"],
  [amountField("top-up", 1, 10), "0.5"],
  [shareField("cached"), "200"],
  [optionalAmountField("budget", 0, 10), "much"],
] as const)("what a field does not accept is undefined, never a guess: %o %j", (field, text) => {
  expect(field.read(text)).toBeUndefined();
});

test("an optional field left empty asks for nothing", () => {
  expect(optionalAmountField("budget", 0, 10).read(" ")).toBeNull();
});

test("junk is replaced by the default, with a message that quotes it", () => {
  const fields = { requests: countField("requests", 0, 1_000), topUp: amountField("top-up", 1, 100) };
  const fieldsRead = readFields(fields, { requests: 20, topUp: 5 }, new URLSearchParams("requests=lots&top-up=7"));
  expect(fieldsRead.state).toEqual({ requests: 20, topUp: 7 });
  expect([...fieldsRead.problems]).toEqual([["requests", "“lots” is not a whole number from 0 to 1,000. 20 is used."]]);
});

test.each([
  ["", "This needs a number. 5 is used."],
  ["x".repeat(40), `“${"x".repeat(24)}” is not a number. 5 is used.`],
])("the message for %j is one line", (text, message) => {
  expect(complaint(text, "a number", "5")).toBe(message);
});

test("what is written is read back the same", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (millionths) => {
      const value = millionths / 1e6;
      expect(readAmount(millionthText(value))).toBe(value);
      const part = (millionths % 1_000_001) / 1_000_000;
      expect(shareField("x").read(shareField("x").write(part))).toBe(part);
    }),
  );
});
