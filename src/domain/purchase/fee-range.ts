import type { Sellers } from "../offer/seller.ts";
import { feeFor, feeShare, type Purchase } from "./purchase.ts";
import { LEAST_UNKNOWN_SHARE } from "./unknown-share.ts";

/**
 * How much an unknown fee may add to a month, as a share: the larger of 5.5 % and what OpenRouter takes at that top-up. By card
 * 0.055 on $100, 0.08 on $10. So a platform that repeats OpenRouter's prices and states no fee never ranks below OpenRouter.
 */
export function unknownFeeShare(sellers: Sellers, purchase: Pick<Purchase, "topUpCents" | "method">): number {
  const fee = feeFor(sellers.get("openrouter")?.fees?.topUp ?? [], purchase.method);
  return Math.max(LEAST_UNKNOWN_SHARE, fee === null ? 0 : feeShare(purchase.topUpCents, fee));
}
