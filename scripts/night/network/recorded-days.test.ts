import { expect, test } from "vitest";
import { untimelyIn } from "./recorded-days.ts";

const PAGE = "https://a.test/list";
const at = (url: string, day: string, recordedOn?: string) => ({
  url,
  readAt: `${day}T10:00:00Z`,
  ...(recordedOn === undefined ? {} : { recordedAt: `${recordedOn}T12:00:00Z` }),
});
const packageOf = (day: string, recordedOn?: string) => at("npm:@a/b@1.0.0", day, recordedOn);

test.each<[what: string, days: readonly string[], alone: readonly string[]]>([
  ["a quarter after a page", ["2027-01-02"], []],
  ["each a quarter after the one before", ["2027-01-02", "2027-04-04", "2027-07-05"], []],
  ["more than a quarter after all else", ["2027-01-03"], ["2027-01-03"]],
  ["years ahead", ["2026-11-02", "2099-05-01", "2099-05-20"], ["2099-05-01", "2099-05-20"]],
  ["before all else", ["2026-01-01"], []],
])("packages dated %s: %j of which stand alone: %j", (_, days, alone) => {
  const packages = days.map((day) => packageOf(day));
  const untimely = untimelyIn([at(PAGE, "2026-08-22"), at(PAGE, "2026-10-02"), ...packages]);
  expect(packages.filter((entry) => untimely(entry) !== null).map(({ readAt }) => readAt.slice(0, 10))).toEqual(alone);
});

test("a page is dated by who read it, and is believed whatever the day", () => {
  const untimely = untimelyIn([at(PAGE, "2026-10-02"), at("https://a.test/new", "2027-10-02")]);
  expect(untimely(at("https://a.test/new", "2027-10-02"))).toBeNull();
});

test("a package alone has nothing it could be held against", () => {
  expect(untimelyIn([packageOf("2099-05-01")])(packageOf("2099-05-01"))).toBeNull();
});

test("a module of a package dates itself too; where the index says when it was recorded, that counts", () => {
  const listOf = (recordedOn?: string) => at("npm-module:@a/b/dist/index.js", "2099-05-01", recordedOn);
  const [page, recorded] = [at(PAGE, "2026-10-02"), listOf("2026-12-24")];
  expect(untimelyIn([page, listOf()])(listOf())).toMatch(/2099-05-01T10:00:00Z, over 92 days after all else .* \(2026-10-02T/);
  const untimely = untimelyIn([page, recorded, packageOf("2027-01-10")]);
  expect([recorded, packageOf("2027-01-10"), packageOf("2027-05-01")].map((entry) => untimely(entry) === null)).toEqual([
    true,
    true,
    false,
  ]);
});
