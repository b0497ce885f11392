import type { MicroUsdPerMTok } from "../money/money.ts";

/**
 * The standard price that a stated discount was taken off, in millionths of a dollar per million tokens: StreamLake's 68,460 at 51.1 % off
 * is 140,000 without (OpenRouter: "the price is multiplied by (1 - discount)", and it is already). To four digits, since the discounted
 * price was rounded on its way here; null where everything was taken off.
 */
export function priceWithoutDiscount(micro: MicroUsdPerMTok, discountBps: number): number | null {
  if (discountBps >= 10_000) return null;
  return Math.round(Number(((micro * 10_000) / (10_000 - discountBps)).toPrecision(4)));
}
