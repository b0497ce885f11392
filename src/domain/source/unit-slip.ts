import { SLIP_TOLERANCE } from "./guard-limits.ts";

/** What a dollar was worth around November 2026 in the currencies of platforms that sell tokens at home. */
const PER_DOLLAR: readonly number[] = [
  // CNY, INR, JPY, KRW, RUB, TWD. Not the real, at 5.4: true prices move by as much.
  7.12, 88, 155, 1_450, 80, 31.5,
];

/** Rates drift: yuan were 6.9 and 7.3 for a dollar within two years. */
const RATE_TOLERANCE = 0.03;

/**
 * Whether a factor between two prices is that of another unit or another currency: 1000 (per thousand tokens), 0.01 (cents), 7.2 (yuan), and
 * none of 1, 4.9, 6.
 */
export function isUnitSlip(factor: number): boolean {
  return isPowerOfTen(factor) || isExchangeRate(factor);
}

/** 10, 0.001, 1.003e6; not 1, which is no move. */
export function isPowerOfTen(factor: number): boolean {
  const power = Math.round(Math.log10(factor));
  return power !== 0 && isWithin(factor, 10 ** power, SLIP_TOLERANCE);
}

/** 7.2, or 1/7.2: a price in yuan read as dollars, or the reverse. */
export function isExchangeRate(factor: number): boolean {
  const times = Math.max(factor, 1 / factor);
  return PER_DOLLAR.some((rate) => isWithin(times, rate, RATE_TOLERANCE));
}

const isWithin = (a: number, b: number, tolerance: number): boolean => timesApart(a, b) <= 1 + tolerance;

/** How many times the smaller of two figures the larger one is: of 4 and 2, or of 2 and 4, it is 2. */
export const timesApart = (a: number, b: number): number => Math.max(a, b) / Math.min(a, b);

/** Whether two factors are the same but for what a slip leaves over. */
export const isSameSlip = (a: number, b: number): boolean => isWithin(a, b, SLIP_TOLERANCE);
