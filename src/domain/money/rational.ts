/** An exact fraction; the denominator is positive. Claims are recomputed to the cent, so no float carries them. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** `"94.50"` → 9450/100. Throws on text that is no plain decimal: curated data is checked before it comes here. */
export function rational(text: string): Rational {
  const [, sign, whole, fraction = ""] = DECIMAL.exec(text) ?? [];
  if (whole === undefined) throw new Error(`not a decimal: ${text}`);
  const digits = BigInt(`${whole}${fraction}`);
  return { numerator: sign === "-" ? -digits : digits, denominator: 10n ** BigInt(fraction.length) };
}

export const ZERO: Rational = { numerator: 0n, denominator: 1n };
export const ONE: Rational = { numerator: 1n, denominator: 1n };

/** Exact, not reduced: 1/2 + 1/3 = 5/6. */
export const add = (a: Rational, b: Rational): Rational => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});

/** Exact, not reduced: 1/2 − 1/3 = 1/6. */
export const subtract = (a: Rational, b: Rational): Rational => add(a, { ...b, numerator: -b.numerator });

/** Exact, not reduced: 1/2 · 2/3 = 2/6. */
export const multiply = (a: Rational, b: Rational): Rational => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
});

/** 3 by 4 is 3/4. Null when the divisor is zero: nothing is a multiple of free. */
export function divide(a: Rational, b: Rational): Rational | null {
  if (b.numerator === 0n) return null;
  const sign = b.numerator < 0n ? -1n : 1n;
  return { numerator: a.numerator * b.denominator * sign, denominator: a.denominator * b.numerator * sign };
}

/** −1, 0 or 1, like any comparator: 1/3 beside 1/2 is −1. */
export function compare(a: Rational, b: Rational): number {
  const { numerator } = subtract(a, b);
  return numerator < 0n ? -1 : numerator > 0n ? 1 : 0;
}

/** 2/3 at two places → `"0.67"`; half to even: 0.125 → `"0.12"`. Trailing zeros stay: money reads `"1210.00"`. */
export function toDecimal({ numerator, denominator }: Rational, places: number): string {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const scaled = roundHalfEven(magnitude * 10n ** BigInt(places), denominator);
  const digits = String(scaled).padStart(places + 1, "0");
  const sign = numerator < 0n && scaled !== 0n ? "-" : "";
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function roundHalfEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const twice = (dividend % divisor) * 2n;
  return twice < divisor || (twice === divisor && quotient % 2n === 0n) ? quotient : quotient + 1n;
}
