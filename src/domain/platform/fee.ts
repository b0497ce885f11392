import { z } from "zod";

/** How credit is paid for. A fee may differ by method: OpenRouter takes 5.5 % by card, 5 % in crypto. */
export const PAYMENT_METHODS = ["card", "crypto", "bank", "invoice"] as const;
export const PaymentMethod = z.enum(PAYMENT_METHODS);
export type PaymentMethod = z.output<typeof PaymentMethod>;

const Bps = z.int().nonnegative().max(100_000);
const Cents = z.int().nonnegative();

/**
 * What a platform adds when credit is bought: max(top-up · percent + fixed, minimum). OpenRouter by card: 550 and at least 80; OpenCode Zen
 * passes the card's cost on: 440 and 30 on every top-up.
 */
export const Fee = z.strictObject({
  method: PaymentMethod,
  percentBps: Bps,
  minimumCents: Cents,
  /** On every top-up, whatever its size; absent = none. */
  fixedCents: Cents.optional(),
});
export type Fee = z.output<typeof Fee>;

/**
 * Credit given on top of a prepaid amount, in basis points of the amount paid. TokenMart's $999 → $1,058.94 is `fromCents: 99_900, bonusBps: 600`.
 * A top-up gets the tier with the greatest `fromCents` not above it, even where that tier's bonus is the smaller one.
 */
export const Bonus = z.strictObject({
  fromCents: Cents,
  bonusBps: Bps,
  /** Given once per account: counted only when the buyer says this is the first top-up. */
  firstTopUpOnly: z.boolean(),
});
export type Bonus = z.output<typeof Bonus>;

/** What a month of own-key use costs nothing for: so much usage at list price, or so many requests. */
export const ByokAllowance = z.discriminatedUnion("unit", [
  z.strictObject({ unit: z.literal("listCents"), perMonth: Cents }),
  z.strictObject({ unit: z.literal("requests"), perMonth: z.int().nonnegative() }),
]);
export type ByokAllowance = z.output<typeof ByokAllowance>;

/** Charged for calls with your own key: a share of what the call would have cost on the platform, beyond the allowance. OpenRouter: 500 beyond $25,000. */
export const ByokFee = z.strictObject({ percentBps: Bps, allowance: ByokAllowance.nullable() });
export type ByokFee = z.output<typeof ByokFee>;

/** Everything between a platform's token prices and the bank account. `null` = charged or not, we do not know how much. */
export const FeeSchedule = z.strictObject({
  /** By payment method, the usual one first; empty = buying credit costs nothing. */
  topUp: z.array(Fee).nullable(),
  bonuses: z.array(Bonus),
  /** Null = no own keys here. */
  byok: ByokFee.nullable(),
  /** Added at billing to the token prices as listed (Requesty: 500); 0 where the listed prices already hold it. */
  tokenMarkupBps: Bps.nullable(),
  /** The plan a buyer needs to call the API at all; 0 = pay as you go. */
  subscriptionCentsPerMonth: Cents.nullable(),
});
export type FeeSchedule = z.output<typeof FeeSchedule>;
