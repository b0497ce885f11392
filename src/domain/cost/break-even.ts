import type { Prices } from "../offer/meter.ts";
import type { ByokFee } from "../platform/fee.ts";
import type { Workload } from "./workload.ts";

/**
 * How often a written prompt must be read again before the cache pays: k > (w − 1) / (1 − r), with write and read as multiples of input.
 * Anthropic (r = 0.1): 0.28 re-reads at five minutes (w = 1.25), 1.11 at one hour (w = 2). Zero when writing costs no more than input;
 * null when reading is no cheaper than input, so that it never pays.
 */
export function cacheBreakEvenReads(writeMultiple: number, readMultiple: number): number | null {
  if (writeMultiple <= 1) return 0;
  return readMultiple >= 1 ? null : (writeMultiple - 1) / (1 - readMultiple);
}

/** The same from a price card. Null where a price is missing or the cache never pays. */
export function cacheBreakEvenOf(card: Prices, ttl: Workload["cacheWriteTtl"]): number | null {
  const write = ttl === "1h" ? card.cacheWrite1h : card.cacheWrite5m;
  if (card.input === undefined || card.input === 0 || card.cacheRead === undefined || write === undefined) return null;
  return cacheBreakEvenReads(write / card.input, card.cacheRead / card.input);
}

/** Where two sellers cost the same as the share of requests that can wait for batch grows, and who is cheaper on each side. */
export type BatchBreakEven =
  | { readonly kind: "always"; readonly cheaper: "a" | "b" | "equal" }
  | { readonly kind: "from"; readonly batchShare: number; readonly below: "a" | "b"; readonly above: "a" | "b" };

/** A seller's bill for the same month when nothing waits and when everything does. */
export interface BatchBill {
  readonly standardUsd: number;
  readonly batchUsd: number;
}

/** (1−s)·standardA + s·batchA = (1−s)·standardB + s·batchB. A at 10 and 5 with batch, B at 8 flat: A is cheaper from a share of 0.4. */
export function batchShareBreakEven(a: BatchBill, b: BatchBill): BatchBreakEven {
  const atNone = a.standardUsd - b.standardUsd;
  const atAll = a.batchUsd - b.batchUsd;
  const cheaper = (difference: number) => (difference < 0 ? ("a" as const) : ("b" as const));
  if (atNone === 0 && atAll === 0) return { kind: "always", cheaper: "equal" };
  if (atNone * atAll >= 0) return { kind: "always", cheaper: cheaper(atNone === 0 ? atAll : atNone) };
  return { kind: "from", batchShare: atNone / (atNone - atAll), below: cheaper(atNone), above: cheaper(atAll) };
}

/** Months at list price between which your own key costs less than credits. `untilUsd: null` = without end. */
export interface OwnKeyRange {
  readonly fromUsd: number;
  readonly untilUsd: number | null;
}

/**
 * Where an own key beats credits: f·m > subscription + g·max(0, m − allowance), f the top-up fee's share and g the own-key fee's.
 * OpenRouter (5.5 %, 5 % beyond $25,000): from the first dollar, for ever. Null = never. Allowances counted in requests: pass the list
 * price of those requests.
 */
export function ownKeyRange(
  topUpFeeShare: number,
  byok: ByokFee,
  allowanceUsd: number,
  subscriptionUsd: number,
): OwnKeyRange | null {
  const ownShare = byok.percentBps / 10_000;
  const kinkUsd = Math.max(0, allowanceUsd);
  const gainAtKink = topUpFeeShare * kinkUsd - subscriptionUsd;
  const slope = topUpFeeShare - ownShare;
  const start = subscriptionUsd === 0 ? 0 : subscriptionUsd / topUpFeeShare;
  if (gainAtKink > 0) return { fromUsd: start, untilUsd: slope >= 0 ? null : kinkUsd - gainAtKink / slope };
  return slope > 0 ? { fromUsd: kinkUsd - gainAtKink / slope, untilUsd: null } : null;
}

/** A prepaid bonus against the money it locks. */
export interface LockedMoney {
  /** How long the credit lasts. */
  readonly months: number;
  /** The yearly interest at which prepaying is worth nothing: above it, keep the money and pay as you go. */
  readonly breakEvenYearlyRate: number;
}

/**
 * Paying T now for T·(1+b) of use over n months, spent evenly, is paying n/2 months early: T·(1+b)·(1 − rate·n/24) = T, so
 * rate = b/(1+b) · 24/n. $999 with 6 % lasts 10.6 months at $100 a month and pays up to 12.8 % a year. Null when nothing is spent.
 */
export function lockedMoney(topUpUsd: number, bonusBps: number, monthUsd: number): LockedMoney | null {
  if (monthUsd <= 0 || topUpUsd <= 0) return null;
  const bonus = bonusBps / 10_000;
  const months = (topUpUsd * (1 + bonus)) / monthUsd;
  return { months, breakEvenYearlyRate: ((bonus / (1 + bonus)) * 24) / months };
}

/** Whole requests a budget buys when each costs `usdPerRequest` and the month starts with `fixedUsd`. Null when a request costs nothing. */
export function requestsForBudget(budgetUsd: number, usdPerRequest: number, fixedUsd: number): number | null {
  if (usdPerRequest <= 0) return null;
  return Math.max(0, Math.floor((budgetUsd - fixedUsd) / usdPerRequest + 1e-9));
}

/** What a prompt that never changes costs to send again and again. */
export interface RepeatedPrompt {
  readonly usdPerDay: number;
  /** 365 days. */
  readonly usdPerYear: number;
}

/** Tokens a day at a price: 15 million at $0.50 are $7.50 a day and $2,737.50 a year; at a cache read of a tenth, $0.75. */
export function repeatedPrompt(tokensPerDay: number, microUsdPerMTok: number): RepeatedPrompt {
  return { usdPerDay: (tokensPerDay * microUsdPerMTok) / 1e12, usdPerYear: (tokensPerDay * microUsdPerMTok * 365) / 1e12 };
}
