import { expect, test } from "vitest";
import { aSchedule, aSeller, CARD_5_5 } from "../../../tests/builders/a-schedule.ts";
import type { Sellers } from "../offer/seller.ts";
import { unknownFeeShare } from "./fee-range.ts";
import { DEFAULT_PURCHASE, landedMonth } from "./purchase.ts";

const openRouter: Sellers = new Map([["openrouter", aSeller({ kind: "router", fees: aSchedule({ topUp: [CARD_5_5] }) })]]);

test.each([
  ["OpenRouter's minimum on $5", 500, 0.16],
  ["OpenRouter's minimum on $10", 1_000, 0.08],
  ["5.5 % from $14.55", 1_455, 0.055],
  ["5.5 % on $100", 10_000, 0.055],
])("an unknown fee is at most %s", (_, topUpCents, share) => {
  expect(unknownFeeShare(openRouter, { topUpCents, method: "card" })).toBeCloseTo(share, 12);
});

test("it is 5.5 % where OpenRouter takes less, or where we do not know what it takes", () => {
  const cheap = aSchedule({ topUp: [{ method: "card", percentBps: 100, minimumCents: 0 }] });
  expect(unknownFeeShare(new Map([["openrouter", aSeller({ fees: cheap })]]), DEFAULT_PURCHASE)).toBe(0.055);
  expect(unknownFeeShare(new Map(), DEFAULT_PURCHASE)).toBe(0.055);
});

test.each([
  ["no fee is known", null, [1_000, 1_055]],
  ["the fee on credit is not known", aSchedule({ topUp: null }), [1_000, 1_055]],
  ["the markup is not known", aSchedule({ tokenMarkupBps: null }), [1_000, 1_055]],
  [
    "the fee on credit is not known, beside a plan of $9",
    aSchedule({ topUp: null, subscriptionCentsPerMonth: 900 }),
    [1_009, 1_064],
  ],
  ["every fee is known", aSchedule({ topUp: [CARD_5_5] }), [1_055, 1_055]],
])("where %s a month of $1,000 is a range", (_, schedule, range) => {
  const { usd, upperUsd } = landedMonth(1_000, schedule, DEFAULT_PURCHASE);
  expect([usd, upperUsd].map((figure) => Number(figure.toFixed(6)))).toEqual(range);
});
