import { expect, test } from "vitest";
import { addDays } from "../../../domain/money/days.ts";
import { isOrderNews, NET_COST_SINCE } from "./best-formulas.ts";

test.each([
  [0, true],
  [90, true],
  [91, false],
])("%d days after rankings came to be by net cost a page says so to everybody: %s", (days, isNews) => {
  expect(isOrderNews(addDays(NET_COST_SINCE, days))).toBe(isNews);
});
