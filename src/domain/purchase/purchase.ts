import type { Bonus, ByokFee, Fee, FeeSchedule, PaymentMethod } from "../platform/fee.ts";
import { LEAST_UNKNOWN_SHARE } from "./unknown-share.ts";

/** How a buyer pays a platform. */
export interface Purchase {
  readonly topUpCents: number;
  readonly method: PaymentMethod;
  /** Counts one-time bonuses. */
  readonly firstTopUp: boolean;
  /** The buyer's own negotiated or committed-use discount on token prices, in basis points. */
  readonly discountBps: number;
}

/** Design §2: $100 by card, nothing negotiated. */
export const DEFAULT_PURCHASE = {
  topUpCents: 10_000,
  method: "card",
  firstTopUp: false,
  discountBps: 0,
} as const satisfies Purchase;

export const PURCHASE_ASSUMPTIONS = [
  "feesUnknown",
  "topUpFeeUnknown",
  "methodNotOffered",
  "tokenMarkupUnknown",
  "subscriptionUnknown",
] as const;
export type PurchaseAssumption = (typeof PURCHASE_ASSUMPTIONS)[number];

/** A month's way from token prices to the bank account: `usd` is the sum of the parts. */
export interface Landed {
  readonly usd: number;
  /** The most it may be: `usd` where every fee is known, else with the unknown fee at its upper end. Months are ranked by it. */
  readonly upperUsd: number;
  readonly parts: {
    readonly tokens: number;
    /** Zero or negative. */
    readonly discount: number;
    readonly markup: number;
    readonly fee: number;
    /** Zero or negative: the part of the month that bonus credit pays. */
    readonly bonus: number;
    readonly subscription: number;
  };
  readonly assumptions: readonly PurchaseAssumption[];
}

/** max(topUp · percent + fixed, minimum) in dollars. OpenRouter by card: 0.8 on $5 and on $10, 0.80025 on $14.55, 5.5 on $100; OpenCode Zen: 1.18 on $20. */
export function feeUsd(topUpCents: number, fee: Fee): number {
  return Math.max((topUpCents * fee.percentBps) / 10_000 + (fee.fixedCents ?? 0), fee.minimumCents) / 100;
}

/** The fee as a share of the top-up: 0.16 on $5, 0.08 on $10, 0.055 from $14.55 (0.80 / 0.055 = 14.5454…). */
export function feeShare(topUpCents: number, fee: Fee): number {
  return (feeUsd(topUpCents, fee) * 100) / topUpCents;
}

/** The fee for a method; where it is not offered, the platform's usual one. Null = none. */
export function feeFor(fees: readonly Fee[], method: PaymentMethod): Fee | null {
  return fees.find((fee) => fee.method === method) ?? fees[0] ?? null;
}

/** The bonus of the greatest tier not above the top-up, in basis points; 0 without one. */
export function bonusBpsFor(bonuses: readonly Bonus[], { topUpCents, firstTopUp }: Purchase): number {
  const reached = bonuses.filter((bonus) => bonus.fromCents <= topUpCents && (firstTopUp || !bonus.firstTopUpOnly));
  return reached.toSorted((a, b) => b.fromCents - a.fromCents || b.bonusBps - a.bonusBps)[0]?.bonusBps ?? 0;
}

/**
 * What leaves the bank account for a month of `monthUsd` at a platform: month · (topUp + fee) / (topUp · (1 + bonus)), after your
 * discount and the platform's own markup, plus its subscription. $1,550 of tokens at OpenRouter by card, $100 top-ups: $1,635.25.
 * An unknown fee is a range, not zero: `upperUsd` adds `unknownShare` (`fee-range.ts`), so $1,000 where nothing is known is $1,000 to $1,055.
 */
export function landedMonth(
  monthUsd: number,
  schedule: FeeSchedule | null,
  purchase: Purchase,
  unknownShare: number = LEAST_UNKNOWN_SHARE,
): Landed {
  const discount = -(monthUsd * purchase.discountBps) / 10_000;
  const markup = ((monthUsd + discount) * (schedule?.tokenMarkupBps ?? 0)) / 10_000;
  const credit = monthUsd + discount + markup;
  const bonusShare = bonusBpsFor(schedule?.bonuses ?? [], purchase) / 10_000;
  const bonus = -(credit * bonusShare) / (1 + bonusShare);
  const topUpFee = feeFor(schedule?.topUp ?? [], purchase.method);
  const fee = topUpFee === null ? 0 : (credit + bonus) * feeShare(purchase.topUpCents, topUpFee);
  const subscription = (schedule?.subscriptionCentsPerMonth ?? 0) / 100;
  const paid = credit + bonus + fee;
  return {
    usd: paid + subscription,
    upperUsd: paid * (hasUnknownFee(schedule) ? 1 + unknownShare : 1) + subscription,
    parts: { tokens: monthUsd, discount: noMinusZero(discount), markup, fee, bonus: noMinusZero(bonus), subscription },
    assumptions: assumptionsOf(schedule, purchase.method),
  };
}

/** True where what is added when credit is bought, or at billing, is not known. */
export function hasUnknownFee(schedule: FeeSchedule | null): boolean {
  return schedule === null || schedule.topUp === null || schedule.tokenMarkupBps === null;
}

/**
 * The fee for a month with your own key, in dollars: a share of what the calls would have cost on the platform, beyond the allowance. At 5 % beyond
 * $25,000 a month of $30,000 is $250.
 */
export function byokFeeUsd(wouldCostUsd: number, requestsPerMonth: number, { percentBps, allowance }: ByokFee): number {
  return (beyondAllowance(wouldCostUsd, requestsPerMonth, allowance) * percentBps) / 10_000;
}

/**
 * A month through a platform with your own key: the seller's bill, and on top the platform's fee and subscription. Null where it takes no own
 * keys or its terms are unknown. $30,000 at list through OpenRouter: 5 % of the $5,000 beyond $25,000 → $30,250.
 */
export function landedOwnKey(
  listUsd: number,
  wouldCostUsd: number,
  requestsPerMonth: number,
  schedule: FeeSchedule | null,
): Landed | null {
  if (schedule === null || schedule.byok === null) return null;
  const fee = byokFeeUsd(wouldCostUsd, requestsPerMonth, schedule.byok);
  const subscription = (schedule.subscriptionCentsPerMonth ?? 0) / 100;
  const usd = listUsd + fee + subscription;
  return {
    usd,
    upperUsd: usd,
    parts: { tokens: listUsd, discount: 0, markup: 0, fee, bonus: 0, subscription },
    assumptions: schedule.subscriptionCentsPerMonth === null ? ["subscriptionUnknown"] : [],
  };
}

function beyondAllowance(wouldCostUsd: number, requestsPerMonth: number, allowance: ByokFee["allowance"]): number {
  if (allowance === null) return wouldCostUsd;
  switch (allowance.unit) {
    case "listCents":
      return Math.max(0, wouldCostUsd - allowance.perMonth / 100);
    case "requests":
      return requestsPerMonth === 0 ? 0 : wouldCostUsd * Math.max(0, 1 - allowance.perMonth / requestsPerMonth);
    default:
      return allowance satisfies never;
  }
}

function assumptionsOf(schedule: FeeSchedule | null, method: PaymentMethod): readonly PurchaseAssumption[] {
  if (schedule === null) return ["feesUnknown"];
  const { topUp } = schedule;
  const applies: Record<PurchaseAssumption, boolean> = {
    feesUnknown: false,
    topUpFeeUnknown: topUp === null,
    methodNotOffered: topUp !== null && topUp.length > 0 && !topUp.some((fee) => fee.method === method),
    tokenMarkupUnknown: schedule.tokenMarkupBps === null,
    subscriptionUnknown: schedule.subscriptionCentsPerMonth === null,
  };
  return PURCHASE_ASSUMPTIONS.filter((assumption) => applies[assumption]);
}

const noMinusZero = (usd: number): number => (usd === 0 ? 0 : usd);
