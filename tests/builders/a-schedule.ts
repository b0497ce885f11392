import type { Seller } from "../../src/domain/offer/seller.ts";
import type { Fee, FeeSchedule } from "../../src/domain/platform/fee.ts";

/** OpenRouter by card: 5.5 %, at least $0.80 (https://openrouter.ai/docs/faq). */
export const CARD_5_5: Fee = { method: "card", percentBps: 550, minimumCents: 80 };

/** A platform that adds nothing to its token prices; say what differs. */
export const aSchedule = (overrides: Partial<FeeSchedule> = {}): FeeSchedule => ({
  topUp: [],
  bonuses: [],
  byok: null,
  tokenMarkupBps: 0,
  subscriptionCentsPerMonth: 0,
  ...overrides,
});

/** A host without fees; say what differs. */
export const aSeller = (overrides: Partial<Seller> = {}): Seller => ({
  name: "Hostly",
  kind: "host",
  listMakers: [],
  fees: aSchedule(),
  ...overrides,
});
