import { expect, test } from "vitest";
import { anOffer } from "../../../../tests/builders/an-offer.ts";
import { ExchangeRates } from "../../money/exchange-rate.ts";
import type { Offer } from "../../offer/offer.ts";
import { QuotedCurrency } from "../quoted-currency.ts";
import { inDollars } from "./billed-price.ts";

const RATES = ExchangeRates.parse({
  day: "2026-11-20",
  url: "https://bank.example/daily.xml",
  readAt: "2026-11-20T15:30:00Z",
  perEuro: { USD: "1.16", CHF: "0.928", CNY: "8.12", GBP: "0.87" },
});

const CATALOGUE = {
  id: "models.dev",
  url: "https://models.dev/api.json",
  readAt: "2026-11-19T00:00:00Z",
  hand: "second",
} as const;

const quoted = (row: object): QuotedCurrency =>
  QuotedCurrency.parse({
    platform: "hostly",
    source: "models.dev",
    currency: "EUR",
    figuresAre: "unconverted",
    sourceUrl: "https://models.dev/api.json",
    checkedOn: "2026-11-20",
    ...row,
  });

const sold = (input: string, output: string, differs: Partial<Offer> = {}) => {
  const { prices: _prices, conditions: _conditions, ...rest } = differs;
  return anOffer({ source: CATALOGUE, prices: { input, output }, ...rest });
};

test.each([
  ["euros called dollars", { figuresAre: "unconverted" }, "0.5", 500_000, 580_000],
  ["euros times a constant", { figuresAre: "converted", rate: "1.114" }, "0.557", 500_000, 580_000],
  ["yuan called dollars", { currency: "CNY", figuresAre: "unconverted" }, "3.5", 3_500_000, 500_000],
] as const)("%s become what the platform asks, and dollars at the dated rate", (_what, row, input, asked, dollars) => {
  const { billed, prices, status } = inDollars(sold(input, input), [quoted(row)], RATES);
  expect(billed?.prices?.input).toBe(asked);
  expect(prices.input).toBe(dollars);
  expect(status).toBe("current");
  expect(billed?.rate?.day).toBe("2026-11-20");
});

test.each([
  ["2026-11-18", "2026-11-18", "current"],
  ["2026-11-06", "2026-11-06", "current"],
  ["2026-11-05", undefined, "held"],
] as const)("a rate that is held since %s says its own day, and converts for two weeks: %s, %s", (since, day, status) => {
  const rates = { ...RATES, held: { CNY: { day: since, refused: "10.4" } } };
  const yuan = inDollars(sold("3.5", "3.5"), [quoted({ currency: "CNY" })], rates);
  expect([yuan.billed?.rate?.day, yuan.status]).toEqual([day, status]);
  expect(inDollars(sold("1", "1"), [quoted({})], rates).billed?.rate?.day).toBe("2026-11-20");
});

test("every card of the offer is converted, and the rate is told with four decimals", () => {
  const offer = anOffer({
    source: CATALOGUE,
    prices: { input: "1", output: "2" },
    conditions: [{ promptTokensAbove: 200_000, prices: { input: "2" } }],
  });
  const { conditions, billed } = inDollars(offer, [quoted({})], RATES);
  expect(conditions[0]?.prices.input).toBe(2_320_000);
  expect(billed?.rate).toEqual({ usd: "1.1600", day: "2026-11-20", url: "https://bank.example/daily.xml" });
});

test.each([
  ["euros called dollars", { figuresAre: "unconverted" }, "bills in EUR; no dated rate read", undefined],
  ["euros times a constant", { figuresAre: "converted", rate: "1.1" }, "bills in EUR; no dated rate read", 550_000],
  [
    "francs at a rate nobody wrote down",
    { currency: "CHF", figuresAre: "converted" },
    "bills in CHF; converted at a rate nobody wrote down",
    550_000,
  ],
] as const)("without a rate %s are held, and what never was a dollar is not shown as one", (_what, row, why, input) => {
  const held = inDollars(sold("0.55", "1"), [quoted(row)], null);
  expect(held.status).toBe("held");
  expect(held.heldBecause).toEqual({ rule: "currency", since: CATALOGUE.readAt, detail: why });
  expect(held.prices.input).toBe(input);
});

test("euros called dollars are shown as no dollars where the model has left the platform either", () => {
  const left = inDollars(sold("0.55", "1", { status: "retired" }), [quoted({})], null);
  expect([left.status, left.prices, left.billed?.prices?.input]).toEqual(["retired", {}, 550_000]);
  const converted = inDollars(sold("0.55", "1", { status: "retired" }), [quoted({ figuresAre: "converted", rate: "1.1" })], null);
  expect(converted.prices).toMatchObject({ input: 550_000 });
});

test("a rate does not help figures that nobody can bring back to what is billed", () => {
  expect(inDollars(sold("1", "2"), [quoted({ figuresAre: "anotherMarkets" })], RATES).status).toBe("held");
});

test.each([
  ["nova", 500_000, "current", 580_000],
  ["nova-2", 480_172, "current", 557_000],
  ["nova-3", undefined, "held", 557_000],
] as const)(
  "each row is brought back at the rate it was taken in at: %s asks %s and is %s",
  (upstreamId, asked, status, dollars) => {
    const row = quoted({ figuresAre: "converted", rate: "1.114", otherRates: { "nova-2": "1.16", "nova-3": null } });
    const offer = inDollars(sold("0.557", "1", { upstreamId }), [row], RATES);
    expect([offer.billed?.prices?.input, offer.status, offer.prices.input]).toEqual([asked, status, dollars]);
  },
);

test.each([
  ["0.06", 50_000],
  ["0.25", 200_000],
  ["0.93", 750_000],
  ["4.46", 3_600_000],
  ["0.08", 65_000],
  ["0", 0],
  ["0.062", 50_000],
])("a figure that was rounded to the cent after converting is the roundest price that gives it: %s is %i", (figure, asked) => {
  const row = quoted({ figuresAre: "converted", rate: "1.24", isToTheCent: true });
  const { billed, prices } = inDollars(sold(figure, figure), [row], RATES);
  expect(billed?.prices?.input).toBe(asked);
  expect(prices.input).toBe((asked * 116) / 100);
});

test("a guard's hold keeps its own reason", () => {
  const heldBecause = { rule: "priceJump", since: "2026-11-01T00:00:00Z", detail: "five times as much" };
  expect(inDollars(sold("1", "2", { status: "held", heldBecause }), [quoted({})], null).heldBecause).toEqual(heldBecause);
});

test("the platform's own word, a platform that bills in dollars and one whose currency nobody knows stay as they are", () => {
  const own = anOffer({ prices: { input: "1" } });
  expect(inDollars(own, [quoted({})], RATES)).toBe(own);
  const dollars = sold("1", "2");
  expect(inDollars(dollars, [quoted({ platform: "other" })], RATES)).toBe(dollars);
  expect(inDollars(dollars, [quoted({ currency: null, figuresAre: "unchecked" })], RATES)).toBe(dollars);
});

test("a platform that our job reads in euros is converted as its copies are, one that it reads in dollars is not", () => {
  const row = quoted({ platform: "cortecs", figuresAre: "converted", rate: "1.114" });
  const sold = (id: "cortecs-models" | "vercel-models"): Offer =>
    anOffer({
      platform: "cortecs",
      prices: { input: "0.557", output: "1.114" },
      source: { id, url: "https://api.cortecs.ai/v1/models", readAt: "2026-11-19T00:00:00Z", hand: "first" },
    });
  // $0.557 is €0.50 times 1.114, and €0.50 is $0.58 at 1.16.
  expect(inDollars(sold("cortecs-models"), [row], RATES)).toMatchObject({
    prices: { input: 580_000, output: 1_160_000 },
    billed: { currency: "EUR", prices: { input: 500_000, output: 1_000_000 } },
  });
  expect(inDollars(sold("vercel-models"), [row], RATES)).toMatchObject({ prices: { input: 557_000 } });
});
