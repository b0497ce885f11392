import { z } from "zod";
import { daysBetween } from "./days.ts";
import { divide, type Rational, rational, toDecimal } from "./rational.ts";
import { WebUrl } from "./web-url.ts";

/** What the run calls the source of the rates. */
export const RATES_SOURCE_ID = "ecb-rates";

/** A positive amount of a currency for one euro, as the ECB writes it. */
const PerEuro = z
  .string()
  .regex(/^(0|[1-9]\d*)(\.\d+)?$/)
  .refine((text) => Number(text) > 0);

/** A rate that stands in place of one nobody believes yet: the bank's day it is of, and what the bank says now. */
const HeldRate = z.strictObject({ day: z.iso.date(), refused: PerEuro });

/** The European Central Bank's reference rates of one day: `data/generated/exchange-rates.jsonl`, a day a line. */
export const ExchangeRates = z.strictObject({
  /** The day the bank dates them with, not that of the reading. */
  day: z.iso.date(),
  url: WebUrl,
  readAt: z.iso.datetime(),
  /**
   * So much of each currency for one euro. The dollar and those that platforms bill in always; yen and rupee, which only readers count in,
   * where the bank has them.
   */
  perEuro: z.strictObject({
    USD: PerEuro,
    CHF: PerEuro,
    CNY: PerEuro,
    GBP: PerEuro,
    JPY: PerEuro.optional(),
    INR: PerEuro.optional(),
  }),
  /** The currencies whose rate leapt: theirs above is that of an earlier day. Absent where none did. */
  held: z
    .strictObject({ USD: HeldRate, CHF: HeldRate, CNY: HeldRate, GBP: HeldRate, JPY: HeldRate, INR: HeldRate })
    .partial()
    .optional(),
});
export type ExchangeRates = z.output<typeof ExchangeRates>;

/** The currencies the bank has a rate for that anybody here asks for. */
export type BankCurrency = keyof ExchangeRates["perEuro"];

/** Currencies a platform bills in that the bank has a rate for. */
export type RatedCurrency = "EUR" | Exclude<BankCurrency, "USD" | "JPY" | "INR">;

/** What readers may have amounts shown in beside dollars. */
const SHOWN_CURRENCIES = ["EUR", "GBP", "JPY", "CNY", "INR"] as const;
export type ShownCurrency = (typeof SHOWN_CURRENCIES)[number];

/** A rate this many days older than the data converts nothing any more: weekends and holidays pass, a source that stopped does not. */
const RATE_BUDGET_DAYS = 14;

/** The newest rates of that day or before, if not too old to convert a price. Null = there are none. */
export function ratesOn(rates: readonly ExchangeRates[], asOf: string): ExchangeRates | null {
  const newest = rates.filter(({ day }) => day <= asOf).toSorted((a, b) => (a.day < b.day ? 1 : -1))[0];
  return newest === undefined || daysBetween(newest.day, asOf) > RATE_BUDGET_DAYS ? null : newest;
}

/** The bank's day of a rate: that of the list, or of an earlier one where the rate is held. */
export const rateDay = ({ day, held }: ExchangeRates, currency: BankCurrency): string => held?.[currency]?.day ?? day;

/** The bank's day of what a currency is in dollars: of the older of the two rates behind it. Null = that is too old to convert anything. */
export function usdDay(rates: ExchangeRates, currency: RatedCurrency | ShownCurrency): string | null {
  const behind = currency === "EUR" ? (["USD"] as const) : (["USD", currency] as const);
  const oldest = behind.map((each) => rateDay(rates, each)).reduce((a, b) => (a < b ? a : b));
  return daysBetween(oldest, rates.day) > RATE_BUDGET_DAYS ? null : oldest;
}

/** Dollars for one of a currency: at 1.16 dollars and 0.928 francs a euro, `EUR` is 1.16 and `CHF` is 1.25. Throws at a rate of zero. */
export function usdFor({ perEuro }: ExchangeRates, currency: RatedCurrency): Rational {
  const dollars = rational(perEuro.USD);
  if (currency === "EUR") return dollars;
  const rate = divide(dollars, rational(perEuro[currency]));
  if (rate === null) throw new Error(`the rate of ${currency} is zero`);
  return rate;
}

/** So much of a currency for one dollar, as decimal text with six places, in the order readers choose from; those without a rate are left out. */
export type PerUsd = readonly (readonly [currency: ShownCurrency, amount: string])[];

/** What dollars are in other currencies: at 1.16 dollars and 0.87 pounds a euro, `EUR` is 0.862069 and `GBP` 0.750000. */
export function perUsd(rates: ExchangeRates): PerUsd {
  const { perEuro } = rates;
  const dollars = rational(perEuro.USD);
  return SHOWN_CURRENCIES.flatMap((currency) => {
    if (usdDay(rates, currency) === null) return [];
    const text = currency === "EUR" ? "1" : perEuro[currency];
    const rate = text === undefined ? null : divide(rational(text), dollars);
    return rate === null ? [] : [[currency, toDecimal(rate, 6)] as const];
  });
}
