import { expect, test } from "vitest";
import { ExchangeRates, perUsd, ratesOn, usdDay, usdFor } from "./exchange-rate.ts";
import { toDecimal } from "./rational.ts";

const ratesOf = (day: string, USD = "1.16"): ExchangeRates =>
  ExchangeRates.parse({
    day,
    url: "https://bank.example/daily.xml",
    readAt: `${day}T15:30:00Z`,
    perEuro: { USD, CHF: "0.928", CNY: "8.12", GBP: "0.87" },
  });

test.each([
  ["EUR", "1.1600"],
  ["CHF", "1.2500"],
  ["CNY", "0.1429"],
  ["GBP", "1.3333"],
] as const)("one %s is %s dollars", (currency, usd) => {
  expect(toDecimal(usdFor(ratesOf("2026-11-20"), currency), 4)).toBe(usd);
});

test("a dollar is so much of each currency the bank has a rate for", () => {
  const rates = ratesOf("2026-11-20");
  expect(perUsd(rates)).toEqual([
    ["EUR", "0.862069"],
    ["GBP", "0.750000"],
    ["CNY", "7.000000"],
  ]);
  const withAsia = { ...rates, perEuro: { ...rates.perEuro, JPY: "174", INR: "104.4" } };
  expect(perUsd(withAsia).map(([currency, amount]) => `${currency} ${amount}`)).toEqual([
    "EUR 0.862069",
    "GBP 0.750000",
    "JPY 150.000000",
    "CNY 7.000000",
    "INR 90.000000",
  ]);
});

test("what a currency is in dollars is of the older of its two rates, and no older than two weeks", () => {
  const heldSince = (day: string) => ({ day, refused: "9" });
  const rates = {
    ...ratesOf("2026-11-20"),
    held: { USD: heldSince("2026-11-18"), CHF: heldSince("2026-11-06"), GBP: heldSince("2026-11-05") },
  };
  const days = (["EUR", "CNY", "CHF", "GBP"] as const).map((currency) => usdDay(rates, currency));
  expect(days).toEqual(["2026-11-18", "2026-11-18", "2026-11-06", null]);
  expect(perUsd(rates).map(([currency]) => currency)).toEqual(["EUR", "CNY"]);
});

test.each([
  ["2026-11-20", "2026-11-20", "the day itself"],
  ["2026-11-22", "2026-11-20", "a weekend later"],
  ["2026-11-19", "2026-11-13", "none that was fixed after the data"],
  ["2026-12-05", null, "none that is over two weeks old"],
  ["2026-11-01", null, "none before the first"],
])("on %s the rates of %s count: %s", (asOf, day, _why) => {
  expect(ratesOn([ratesOf("2026-11-13"), ratesOf("2026-11-20")], asOf)?.day ?? null).toBe(day);
});

test.each([["0"], ["-1"], ["1.1.1"], ["1e3"], [""]])("a rate of %j is refused", (USD) => {
  expect(() => ratesOf("2026-11-20", USD)).toThrow();
});
