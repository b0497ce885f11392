import { expect, test } from "vitest";
import type { StepLine } from "../../../domain/chart/price-step.ts";
import { spansByOffer } from "../../../domain/history/past/card-span.ts";
import { MicroUsdPerMTok } from "../../../domain/money/money.ts";
import { dayPricesText, moveDays } from "./day-prices.ts";

const line = (day: string, offerId: string, meter: "input" | "output", usd: number | null): StepLine => ({
  ...{ day, offerId, meter, condition: null, note: null },
  new: usd === null ? null : MicroUsdPerMTok.parse(usd * 1e6),
});
const lines = [
  line("2026-05-01", "acme/nano@acme", "input", 5),
  line("2026-05-01", "acme/nano@acme", "output", 25),
  line("2026-08-21", "acme/nano@acme", "input", 4),
  line("2026-08-21", "acme/nano@acme", "output", 20),
  line("2026-06-01", "acme/nano@hostly", "input", 3),
  line("2026-07-15", "acme/nano@hostly", "input", null),
  line("2026-06-01", "acme/nano@hostly;tier=batch", "input", 1),
];
const figures = [{ offerId: "acme/nano@acme", name: "list price" }];

test.each([
  ["2026-04-30", "30 Apr 2026: no price known."],
  ["2026-05-01", "1 May 2026: list price $5.00 in · $25.00 out."],
  ["2026-07-01", "1 Jul 2026: list price $5.00 in · $25.00 out. 2 platforms known that day, input from $3.00 to $5.00."],
  ["2026-08-20", "20 Aug 2026: list price $5.00 in · $25.00 out."],
  ["2026-08-21", "21 Aug 2026: list price $4.00 in · $20.00 out."],
])("on %s: %s", (day, words) => {
  expect(dayPricesText(spansByOffer(lines), day, figures)).toBe(words);
});

test("the days of moves are told once each", () => {
  expect(moveDays(lines, figures)).toEqual(["2026-05-01", "2026-08-21"]);
});
