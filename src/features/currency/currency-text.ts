import type { ShownCurrency } from "../../domain/money/exchange-rate.ts";

/** A currency and how much of it a dollar is. */
export interface CurrencyRate {
  readonly currency: ShownCurrency;
  readonly perUsd: number;
}

const AMOUNT = String.raw`[−+]?\$\d[\d,]*(?:\.\d+)?`;
const RANGE = new RegExp(`${AMOUNT}(?: – ${AMOUNT})?`, "g");
const SIGN = new RegExp(AMOUNT, "g");

/** Whether a text is an amount of dollars or a range of them and nothing else: `$1,800 – $1,899`. */
export const isAmount = (text: string): boolean => text.trim().replace(RANGE, "") === "" && text.trim() !== "";

/** The same amount in another currency: at 0.862069 euros a dollar `$1,800 – $1,899` is `≈ €1,552 – €1,637`, `+$0.0042` is `≈ +€0.0036`. */
export const amountText = (text: string, shown: CurrencyRate): string =>
  `≈ ${text.trim().replaceAll(SIGN, (usd) => inCurrency(usd, shown))}`;

/** A sentence with each of its amounts in another currency, the dollars in brackets: `≈ €1,552 ($1,800) a month`. */
export const sentenceText = (text: string, shown: CurrencyRate): string =>
  text.replaceAll(RANGE, (range) => `${amountText(range, shown)} (${range})`);

function inCurrency(usd: string, { currency, perUsd }: CurrencyRate): string {
  const amount = Number(usd.replaceAll(/[^\d.]/g, "")) * perUsd;
  return `${/^[−+]/.exec(usd)?.[0] ?? ""}${formatOf(currency, amount).format(amount)}`;
}

/** As finely as the currency is, and two digits at least: whole from a thousand on, hundredths of a euro below, none of a yen but under ¥10. */
function formatOf(currency: ShownCurrency, amount: number): Intl.NumberFormat {
  const style = { style: "currency", currency } as const;
  const own = new Intl.NumberFormat("en", style);
  const { maximumFractionDigits: digits = 0 } = own.resolvedOptions();
  if (amount >= 999.995) return new Intl.NumberFormat("en", { ...style, maximumFractionDigits: 0 });
  return amount > 0 && amount < 10 ** (1 - digits) ? new Intl.NumberFormat("en", { ...style, maximumSignificantDigits: 2 }) : own;
}
