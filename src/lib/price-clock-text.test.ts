import { expect, test } from "vitest";
import { anOffer } from "../../tests/builders/an-offer.ts";
import { clockView } from "./price-clock-text.ts";

test("the week is told in words, cheap hours first", () => {
  const days = ["mon", "tue", "wed", "thu", "fri"];
  const view = clockView(anOffer({ conditions: [{ utc: ["01:00", "04:30"], days, prices: { input: "2", output: "4" } }] }));
  expect(view?.lines).toEqual([
    "Cheap, $1.00 in and $2.00 out, 150.5 hours a week: Monday to Friday 00:00–01:00, 04:30–24:00; Saturday, Sunday all day.",
    "Dear, $2.00 in and $4.00 out, 17.5 hours a week: Monday to Friday 01:00–04:30.",
  ]);
});

test("an offer at one price has nothing to tell", () => {
  expect(clockView(anOffer())).toBeNull();
});
