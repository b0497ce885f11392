import { expect, test } from "vitest";
import type { SellerRow } from "../src/answers/compare.ts";
import { comparisonText, costText, priceText } from "../src/output/answer-text.ts";

const SELLER: SellerRow = {
  ...{
    offerId: "acme/nova@acme",
    platform: "acme",
    host: null,
    region: null,
    tier: "standard",
    quantization: null,
    variant: null,
  },
  prices: { input: "3", output: "15", cacheRead: "0.3", cacheWrite5m: "3.75" },
  ...{ conditions: [], evidence: "own", age: "fresh", readOn: "2026-08-20", sourceUrl: "https://acme.example/" },
  ...{ unconfirmedBecause: null, usdPerMonth: "100", usdPerMonthUpper: "105.5", assumptions: [] },
  ...{ gaps: {}, unitPrices: {}, caveats: {} },
};

/** The cells of the line that begins with a word. */
const lineOf = (text: string, word: string): readonly string[] =>
  (text.split("\n").find((line) => line.startsWith(word)) ?? "").trim().split(/ {2,}/);

test("models side by side have the month with the most it may be, then input and output", () => {
  const models = [{ model: "acme/nova", name: "Nova", cheapest: SELLER, tiedWith: [] }];
  const text = comparisonText({ asOf: "2026-08-22", workload: "chat", region: null, models });
  expect(lineOf(text, "acme/nova")).toEqual(["acme/nova", "$100.00 – $105.50", "acme", "$3", "$15", "own", "2026-08-20"]);
});

test("a compared month says whom it ties with, how old its price is and what it takes for granted", () => {
  const cheapest: SellerRow = { ...SELLER, age: "aging", assumptions: ["cacheReadBilledAsInput"] };
  const models = [{ model: "acme/nova", name: "Nova", cheapest, tiedWith: ["cloudy"] }];
  const text = comparisonText({ asOf: "2026-08-22", workload: "chat", region: null, models });
  expect(lineOf(text, "acme/nova").slice(2)).toEqual([
    ...["acme (tied with cloudy)", "$3", "$15", "own, aging", "2026-08-20", "cached input billed as input"],
  ]);
});

test("a price's line has the word for what is not sold, and beside it what limits the price", () => {
  const { usdPerMonth: _, usdPerMonthUpper: __, assumptions: ___, ...row } = SELLER;
  const held = {
    ...row,
    ...{ prices: { input: "3", output: "15" }, gaps: { cacheRead: "notSold", cacheWrite5m: "otherUnit" } as const },
    unconfirmedBecause: "held" as const,
    caveats: {
      held: { since: "2026-08-20", because: "over 5 times" },
      billed: { currency: "CNY", rate: { usd: "0.14", day: "2026-08-19" } },
      retiresOn: "2026-12-01",
    },
    unitPrices: { webSearch: { amount: "14", per: "1000 searches" } },
  };
  const about = { model: "acme/nova", name: "Nova", day: "2026-08-22", asOf: "2026-08-22", note: null, list: null };
  const text = priceText({ ...about, confirmed: [], unconfirmed: [held] }, { showsUnconfirmed: true });
  expect(lineOf(text, "acme")).toEqual([
    ...["acme", "$3", "$15", "not sold", "other unit", "held", "2026-08-20"],
    "held since 2026-08-20: over 5 times; bills in CNY, at $0.14 of 2026-08-19; ends 2026-12-01; webSearch: $14 per 1000 searches",
  ]);
});

test("a price's line has each meter under its own head", () => {
  const { usdPerMonth: _, usdPerMonthUpper: __, assumptions: ___, ...row } = SELLER;
  const list = { input: "3", output: "15" };
  const text = priceText(
    {
      ...{ model: "acme/nova", name: "Nova", day: "2026-08-22", asOf: "2026-08-22", note: null },
      list,
      confirmed: [row],
      unconfirmed: [],
    },
    { showsUnconfirmed: false },
  );
  expect(text).toContain("List price $3 in, $15 out.");
  expect(lineOf(text, "acme").slice(0, 5)).toEqual(["acme", "$3", "$15", "$0.3", "$3.75"]);
});

const WRITE = "cacheWriteBilledAsInput" as const;

test("a bill at a platform with an unknown fee has the most it may be", () => {
  const platform = { ...{ platform: "hosted", usd: "100", usdUpper: "105.5" }, offers: [], because: [], assumptions: [WRITE] };
  const text = costText({
    ...{ asOf: "2026-08-22", region: null, used: [], unread: [], listUsd: null, split: null, notCounted: [] },
    platforms: [platform],
  });
  expect(lineOf(text, "hosted").slice(1)).toEqual(["$100.00 – $105.50", "cache writes billed as input"]);
});
