import type { Finding } from "../../../src/domain/finding.ts";
import { METERS } from "../../../src/domain/meter.ts";
import { integerToDecimal } from "../../../src/domain/money.ts";
import { readingId, type StoredReading } from "../reading-row.ts";

/** Dollars per million tokens above which nobody has ever sold a text token: OpenAI's o1-pro asks 600. */
export const MAX_USD_PER_MTOK = 1_000;

/** A paid price of zero or above $1,000 per million tokens is held; a pricing key nobody understands is reported. Needs no yesterday. */
export function absolutePrices(reading: StoredReading): readonly Finding[] {
  const finding = { scope: "offer", subject: `${reading.source.id} ${readingId(reading)}` } as const;
  const high = METERS.filter((meter) => (reading.prices[meter] ?? 0) > MAX_USD_PER_MTOK * 1_000_000);
  const free = reading.key.tier !== "free" && reading.prices.input === 0 && reading.prices.output === 0;
  return [
    ...high.map((meter) => ({
      ...finding,
      rule: "priceTooHigh",
      action: "hold" as const,
      detail: `${meter} at $${integerToDecimal(reading.prices[meter] ?? 0)} per million tokens`,
    })),
    ...(free
      ? [{ ...finding, rule: "priceZero", action: "hold" as const, detail: "input and output at zero without a free variant" }]
      : []),
    ...(reading.unreadMeters.length > 0
      ? [
          {
            ...finding,
            rule: "unreadMeter",
            action: "note" as const,
            detail: `pricing keys nobody reads: ${reading.unreadMeters.join(", ")}`,
          },
        ]
      : []),
  ];
}
