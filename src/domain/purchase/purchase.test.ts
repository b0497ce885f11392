import fc from "fast-check";
import { expect, test } from "vitest";
import { aSchedule, CARD_5_5 } from "../../../tests/builders/a-schedule.ts";
import { aWorkload } from "../../../tests/builders/a-workload.ts";
import { anOffer } from "../../../tests/builders/an-offer.ts";
import { monthCost } from "../cost/landed-cost.ts";
import type { Bonus, ByokFee } from "../platform/fee.ts";
import { bonusBpsFor, byokFeeUsd, DEFAULT_PURCHASE, feeShare, feeUsd, landedMonth, landedOwnKey } from "./purchase.ts";

const openRouter = aSchedule({ topUp: [CARD_5_5, { method: "crypto", percentBps: 500, minimumCents: 0 }] });
/** https://thetokenmart.com/blog/prepaid-ai-credits-working-capital, 2026-06-24 */
const TOKENMART: readonly Bonus[] = [
  { fromCents: 9_900, bonusBps: 2_000, firstTopUpOnly: false },
  { fromCents: 49_900, bonusBps: 400, firstTopUpOnly: false },
  { fromCents: 99_900, bonusBps: 600, firstTopUpOnly: false },
  { fromCents: 499_900, bonusBps: 800, firstTopUpOnly: false },
  { fromCents: 999_900, bonusBps: 1_000, firstTopUpOnly: false },
];

const monthOf = (tokens: number, input: string) => {
  const month = monthCost(anOffer({ prices: { input, output: "1" } }), aWorkload({ requests: tokens / 1_000 }), null);
  return month.kind === "priced" ? month.usd : Number.NaN;
};

test.each([
  [500, 0.8, 0.16],
  [1_000, 0.8, 0.08],
  [1_454, 0.8, 0.8 / 14.54],
  [1_455, 0.80025, 0.055],
  [10_000, 5.5, 0.055],
])("OpenRouter by card takes, on a top-up of %i cents, $%d", (topUpCents, usd, share) => {
  expect(feeUsd(topUpCents, CARD_5_5)).toBeCloseTo(usd, 12);
  expect(feeShare(topUpCents, CARD_5_5)).toBeCloseTo(share, 12);
});

test("from the crossover up the fee is the percentage, below it the minimum", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (topUpCents) => {
      expect(feeUsd(topUpCents, CARD_5_5)).toBeCloseTo(topUpCents >= 1_455 ? topUpCents * 0.00055 : 0.8, 9);
    }),
  );
});

test("the article's 800 million tokens cost $1,635.25 at OpenRouter and $1,210.00 at TokenMart", () => {
  const list = monthOf(100e6, "5") + monthOf(200e6, "2.5") + monthOf(500e6, "1.1");
  const reseller = monthOf(100e6, "4.25") + monthOf(200e6, "2") + monthOf(500e6, "0.77");
  expect(landedMonth(list, openRouter, DEFAULT_PURCHASE).usd.toFixed(2)).toBe("1635.25");
  expect(landedMonth(reseller, aSchedule(), DEFAULT_PURCHASE).usd.toFixed(2)).toBe("1210.00");
  expect(
    landedMonth(reseller, aSchedule({ bonuses: [...TOKENMART] }), { ...DEFAULT_PURCHASE, topUpCents: 99_900 }).usd.toFixed(2),
  ).toBe("1141.51");
});

test("a thousand dollars of Opus is $205 dearer by OpenRouter's card than at 15 % below list", () => {
  const swing =
    landedMonth(monthOf(200e6, "5"), openRouter, DEFAULT_PURCHASE).usd -
    landedMonth(monthOf(200e6, "4.25"), aSchedule(), DEFAULT_PURCHASE).usd;
  expect(swing.toFixed(2)).toBe("205.00");
});

test.each([
  [500, 1_160],
  [1_000, 1_080],
  [1_455, 1_055],
])("$1,000 of tokens in top-ups of %i cents cost $%d", (topUpCents, usd) => {
  expect(landedMonth(1_000, openRouter, { ...DEFAULT_PURCHASE, topUpCents }).usd).toBeCloseTo(usd, 9);
});

test.each([
  ["card", 1_055, []],
  ["crypto", 1_050, []],
  ["bank", 1_055, ["methodNotOffered"]],
] as const)("paid by %s, $1,000 of tokens cost $%d", (method, usd, assumptions) => {
  const month = landedMonth(1_000, openRouter, { ...DEFAULT_PURCHASE, method });
  expect(month.usd).toBeCloseTo(usd, 9);
  expect(month.assumptions).toEqual(assumptions);
});

test.each([
  [9_800, false, 0],
  [9_900, false, 2_000],
  [10_000, false, 2_000],
  [49_900, false, 400],
  [99_900, false, 600],
  [2_000_000, false, 1_000],
])("TokenMart's bonus on %i cents is %i bps, the smaller top-up's the bigger", (topUpCents, firstTopUp, bps) => {
  expect(bonusBpsFor(TOKENMART, { ...DEFAULT_PURCHASE, topUpCents, firstTopUp })).toBe(bps);
});

test("a one-time bonus counts only for a first top-up", () => {
  const welcome: Bonus[] = [{ fromCents: 0, bonusBps: 2_000, firstTopUpOnly: true }];
  expect(bonusBpsFor(welcome, DEFAULT_PURCHASE)).toBe(0);
  expect(bonusBpsFor(welcome, { ...DEFAULT_PURCHASE, firstTopUp: true })).toBe(2_000);
  expect(
    bonusBpsFor([...welcome, { fromCents: 0, bonusBps: 100, firstTopUpOnly: false }], { ...DEFAULT_PURCHASE, firstTopUp: true }),
  ).toBe(2_000);
});

test("the fee is paid on the money put in, the bonus on the credit it becomes", () => {
  const schedule = aSchedule({ topUp: [CARD_5_5], bonuses: [{ fromCents: 0, bonusBps: 2_000, firstTopUpOnly: false }] });
  const month = landedMonth(1_200, schedule, DEFAULT_PURCHASE);
  expect(month.usd).toBeCloseTo((1_200 * 105.5) / 120, 9);
  expect(month.parts).toMatchObject({ tokens: 1_200, fee: 55, bonus: -200 });
});

test("your own discount comes off first, the platform's markup goes on what is left, the subscription on top", () => {
  const month = landedMonth(1_000, aSchedule({ tokenMarkupBps: 500, subscriptionCentsPerMonth: 4_900 }), {
    ...DEFAULT_PURCHASE,
    discountBps: 2_000,
  });
  expect(month.parts).toEqual({ tokens: 1_000, discount: -200, markup: 40, fee: 0, bonus: 0, subscription: 49 });
  expect(month.usd).toBe(889);
});

test.each([
  [null, ["feesUnknown"]],
  [aSchedule({ topUp: null }), ["topUpFeeUnknown"]],
  [aSchedule({ tokenMarkupBps: null, subscriptionCentsPerMonth: null }), ["tokenMarkupUnknown", "subscriptionUnknown"]],
])("what is not known of the fees is said, and costs nothing", (schedule, assumptions) => {
  expect(landedMonth(1_000, schedule, DEFAULT_PURCHASE)).toMatchObject({ usd: 1_000, assumptions });
});

const byDollars: ByokFee = { percentBps: 500, allowance: { unit: "listCents", perMonth: 2_500_000 } };
const byRequests: ByokFee = { percentBps: 500, allowance: { unit: "requests", perMonth: 1_000_000 } };

test.each([
  [byDollars, 25_000, 1, 0],
  [byDollars, 30_000, 1, 250],
  [byRequests, 1_000, 1_000_000, 0],
  [byRequests, 1_000, 4_000_000, 37.5],
  [byRequests, 0, 0, 0],
  [{ percentBps: 500, allowance: null }, 1_000, 1, 50],
])("an own key under %j pays, for $%d in %i requests, $%d", (byok, usd, requests, fee) => {
  expect(byokFeeUsd(usd, requests, byok)).toBeCloseTo(fee, 12);
});

test("a month with your own key is the seller's bill and the platform's fee", () => {
  expect(landedOwnKey(30_000, 30_000, 1, aSchedule({ byok: byDollars }))?.usd).toBe(30_250);
  expect(landedOwnKey(30_000, 30_000, 1, aSchedule({ byok: byDollars, subscriptionCentsPerMonth: null }))?.assumptions).toEqual([
    "subscriptionUnknown",
  ]);
  expect(landedOwnKey(30_000, 30_000, 1, aSchedule())).toBeNull();
  expect(landedOwnKey(30_000, 30_000, 1, null)).toBeNull();
});

test("the parts sum to what leaves the account", () => {
  const bps = fc.integer({ min: 0, max: 5_000 });
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      bps,
      bps,
      bps,
      fc.integer({ min: 1, max: 1e6 }),
      (month, markup, bonusBps, discountBps, topUpCents) => {
        const schedule = aSchedule({
          topUp: [CARD_5_5],
          tokenMarkupBps: markup,
          bonuses: [{ fromCents: 0, bonusBps, firstTopUpOnly: false }],
        });
        const { usd, parts } = landedMonth(month, schedule, { ...DEFAULT_PURCHASE, topUpCents, discountBps });
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(usd, 6);
        expect(usd).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test("a fixed part comes with every top-up: OpenCode Zen's 4.4 % and $0.30 are $1.18 on $20", () => {
  const fee = { method: "card", percentBps: 440, minimumCents: 0, fixedCents: 30 } as const;
  expect([feeUsd(2_000, fee), feeUsd(10_000, fee)]).toEqual([1.18, 4.7]);
});
