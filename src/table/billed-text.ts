import type { BilledPrice } from "../domain/platform/currency/billed-price.ts";
import { formatDay, formatPrice } from "../site/format.ts";

/** What the platform asks in its own currency, and the rate: `converted from €0.50 in, €1.50 out at $1.1600 a euro of 20 November 2026 (ECB)`. */
export function billedText({ currency, prices, rate }: BilledPrice): string | null {
  if (prices === null) return null;
  const { sign, unit } = CURRENCY_WORDS[currency];
  const priceTexts = [
    ...(prices.input === undefined ? [] : [`${sign}${formatPrice(prices.input)} in`]),
    ...(prices.output === undefined ? [] : [`${sign}${formatPrice(prices.output)} out`]),
  ].join(", ");
  if (priceTexts === "") return null;
  return rate === null
    ? `asks ${priceTexts}`
    : `converted from ${priceTexts} at $${rate.usd} ${unit} of ${formatDay(rate.day)} (ECB)`;
}

const CURRENCY_WORDS = {
  EUR: { sign: "€", unit: "a euro" },
  CHF: { sign: "CHF ", unit: "a franc" },
  CNY: { sign: "¥", unit: "a yuan" },
} as const satisfies Record<BilledPrice["currency"], { sign: string; unit: string }>;
