import { expect, test } from "vitest";
import { aSeller } from "../../../tests/builders/a-schedule.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { clockMonths, clockView, monthsText, nowText } from "./price-clock-text.ts";

test("the week is told in words, cheap hours first", () => {
  const days = ["mon", "tue", "wed", "thu", "fri"];
  const view = clockView(anOffer({ conditions: [{ utc: ["01:00", "04:30"], days, prices: { input: "2", output: "4" } }] }));
  expect(view?.lines).toEqual([
    "Cheaper, $1.00 in and $2.00 out, 150.5 hours a week: Monday to Friday 00:00–01:00, 04:30–24:00; Saturday, Sunday all day.",
    "More expensive, $2.00 in and $4.00 out, 17.5 hours a week: Monday to Friday 01:00–04:30.",
  ]);
});

test("neighbouring days are told as a stretch, others one by one", () => {
  const linesOf = (days: readonly string[]) =>
    clockView(anOffer({ conditions: [{ utc: ["01:00", "02:00"], days: [...days], prices: { input: "2", output: "4" } }] }))
      ?.lines[1];
  expect(linesOf(["tue", "wed", "thu"])).toContain("Tuesday to Thursday 01:00–02:00");
  expect(linesOf(["mon", "wed", "thu"])).toContain("Monday, Wednesday, Thursday 01:00–02:00");
});

test("an offer at one price has nothing to tell", () => {
  expect(clockView(anOffer())).toBeNull();
});

const peak = anOffer({
  conditions: [{ utc: ["01:00", "04:30"], days: ["mon", "tue", "wed", "thu", "fri"], prices: { input: "2", output: "4" } }],
});
const chat = {
  ...aWorkload({ requests: 1_000, inputTokens: 1_000, outputTokens: 1_000, cachedShare: 0 }),
  name: "Chat",
};
const months = clockMonths(peak, [peak], chat, new Map([["hostly", aSeller()]]));

test("a month is told at the price of the cheap hours and of the dear ones", () => {
  expect(monthsText(months)).toBe("Month of Chat, all in: $3.00 in the cheaper hours, $6.00 in the more expensive ones.");
  expect(monthsText({ ...months, dear: null })).toBe("");
});

test("a month with a fee nobody knows is told as a range", () => {
  const unknown = clockMonths(peak, [peak], chat, new Map());
  expect(monthsText(unknown)).toBe(
    "Month of Chat, all in: $3.00 – $3.17 in the cheaper hours, $6.00 – $6.33 in the more expensive ones.",
  );
});

test.each([
  [
    0,
    "Now, Monday 00:00: cheaper, $1.00 in and $2.00 out; a month of Chat at these hours $3.00. From 01:00 your time: more expensive, $2.00 in and $4.00 out; $6.00.",
  ],
  [
    1440 + 200,
    "Now, Tuesday 03:20: more expensive, $2.00 in and $4.00 out; a month of Chat at these hours $6.00. From 04:30 your time: cheaper, $1.00 in and $2.00 out; $3.00.",
  ],
  [
    5 * 1440,
    "Now, Saturday 00:00: cheaper, $1.00 in and $2.00 out; a month of Chat at these hours $3.00. From Monday 01:00 your time: more expensive, $2.00 in and $4.00 out; $6.00.",
  ],
])("minute %i of the week says what it costs and until when", (minute, expected) => {
  const view = clockView(peak);
  if (view === null) throw new Error("no clock");
  expect(nowText(view.clock, minute, months)).toBe(expected);
});
