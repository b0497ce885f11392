import { expect, test } from "vitest";
import { contradictions, endedBy, type Fact, factOn, firstDayOf, valueOn } from "./fact.ts";

const aFact = (value: string, date: string, more: Partial<Fact<string>> = {}): Fact<string> => ({
  value,
  date,
  sourceUrl: "https://acme.test/pricing",
  confidence: "medium",
  ...more,
});

test.each([
  ["2026", "2026-01-01"],
  ["2026-10", "2026-10-01"],
  ["2026-10-03", "2026-10-03"],
])("%s counts from %s", (date, day) => {
  expect(firstDayOf(date)).toBe(day);
});

const oldRule = aFact("first million requests", "2026-08-05");
const newRule = aFact("$25,000 a month", "2026-10-10");

test.each([
  { title: "the newest reading by the day", versions: [newRule, oldRule], day: "2026-08-22", value: oldRule.value },
  { title: "a later reading once its day has come", versions: [oldRule, newRule], day: "2026-10-10", value: newRule.value },
  { title: "the oldest when all were read later", versions: [newRule, oldRule], day: "2026-01-01", value: oldRule.value },
  {
    title: "a dated text before one without a date, however lately it was read",
    versions: [aFact("old copy", "2026-11-21", { undated: true }), newRule],
    day: "2026-12-01",
    value: newRule.value,
  },
  {
    title: "a text without a date where there is no other",
    versions: [aFact("copy", "2026-11-21", { undated: true })],
    day: "2026-08-22",
    value: "copy",
  },
  {
    title: "the more confident of one day",
    versions: [aFact("rumour", "2026-08-05", { confidence: "low" }), aFact("page", "2026-08-05", { confidence: "high" })],
    day: "2026-08-22",
    value: "page",
  },
  {
    title: "the first in the file of two alike",
    versions: [aFact("first", "2026-08-05"), aFact("second", "2026-08-05")],
    day: "2026-08-22",
    value: "first",
  },
  {
    title: "nothing that no longer holds",
    versions: [aFact("promotion", "2026-08-05", { validTo: "2026-08-22" })],
    day: "2026-08-22",
    value: null,
  },
  {
    title: "nothing that does not hold yet",
    versions: [aFact("rise", "2026-08-05", { validFrom: "2026-08-23" })],
    day: "2026-08-22",
    value: null,
  },
  {
    title: "what holds from that day on",
    versions: [aFact("rise", "2026-08-05", { validFrom: "2026-08-22" })],
    day: "2026-08-22",
    value: "rise",
  },
  {
    title: "what was announced, over what was read before it began",
    versions: [aFact("rise", "2026-11-01", { validFrom: "2027-01-01" }), aFact("old page, read again", "2026-12-10")],
    day: "2027-01-01",
    value: "rise",
  },
  {
    title: "the old page until then",
    versions: [aFact("rise", "2026-11-01", { validFrom: "2027-01-01" }), aFact("old page, read again", "2026-12-10")],
    day: "2026-12-31",
    value: "old page, read again",
  },
  {
    title: "what was read after that",
    versions: [aFact("rise", "2026-11-01", { validFrom: "2027-01-01" }), aFact("cut", "2027-01-02")],
    day: "2027-01-02",
    value: "cut",
  },
  {
    title: "a page without a date that says since when",
    versions: [aFact("new page", "2026-11-21", { undated: true, validFrom: "2026-11-20" }), oldRule],
    day: "2026-11-21",
    value: "new page",
  },
  {
    title: "of two that meet on the 29th of February the one that begins",
    versions: [
      aFact("before", "2026-08-05", { validTo: "2028-02-29" }),
      aFact("after", "2026-08-05", { validFrom: "2028-02-29" }),
    ],
    day: "2028-02-29",
    value: "after",
  },
  { title: "nothing where nothing was read", versions: undefined, day: "2026-08-22", value: null },
])("picks $title", ({ versions, day, value }) => {
  expect(valueOn(versions, day)).toBe(value);
});

test("gives the fact with its source, not only the value", () => {
  expect(factOn([oldRule], "2026-08-22")).toBe(oldRule);
});

test.each([
  ["two values of one day", [aFact("5 %", "2026-08-05"), aFact("6 %", "2026-08-05")], ["2026-08-05"]],
  ["one value twice", [aFact("5 %", "2026-08-05"), aFact("5 %", "2026-08-05")], []],
  ["the more confident of two", [aFact("5 %", "2026-08-05"), aFact("6 %", "2026-08-05", { confidence: "high" })], []],
  ["a newer reading", [aFact("5 %", "2026-08-05"), aFact("6 %", "2026-08-06")], []],
  [
    "one after the other",
    [aFact("5 %", "2026-08-05", { validTo: "2027-01-01" }), aFact("6 %", "2026-08-05", { validFrom: "2027-01-01" })],
    [],
  ],
  [
    "two that are announced for one day",
    [aFact("5 %", "2026-08-05", { validFrom: "2027-01-01" }), aFact("6 %", "2026-08-06", { validFrom: "2027-01-01" })],
    ["2027-01-01"],
  ],
  [
    "one that ends before it begins",
    [aFact("5 %", "2026-08-05", { validFrom: "2027-01-01", validTo: "2027-01-01" })],
    ["2027-01-01 to 2027-01-01"],
  ],
])("what cannot be told apart: %s", (_, versions, days) => {
  expect(contradictions(versions)).toEqual(days);
});

test.each([
  ["2026-12-31", false],
  ["2027-01-01", true],
])("on %s a fee that ends with the year and has no successor is over: %s", (day, isOver) => {
  const versions = [aFact("5 %", "2026-08-05", { validTo: "2027-01-01" }), aFact("4 %", "2026-05-05", { validTo: "2026-08-01" })];
  expect(endedBy(versions, day)).toBe(isOver);
  expect(valueOn(versions, day) === null).toBe(isOver);
  expect(endedBy([...versions, aFact("6 %", "2026-08-05")], day)).toBe(false);
});
