/**
 * A sum in whole millionths of a dollar. Bills are compared in these, so that float noise never decides between equal ones: 0.1 + 0.2 and
 * 0.3 are both 300_000. Noise at half a millionth does not either: 5.9159125 is 5_915_913, however it was come by.
 */
export const microUsd = (usd: number): number => Math.round(pastNoise(usd * 1e6));

/** The same before it is rounded, to cents as well: $115 with 5.5 % on it is 121.325 and prints as 121.33, added or multiplied. */
export const pastNoise = (usd: number): number => usd * PAST_NOISE;

/** Wider than the error of a bill's few steps, a few parts in 10^16; narrower than half a millionth of any bill under $10 million. */
const PAST_NOISE = 1 + 1e-14;

/** A figure to the millionth, for a file: 0.1 + 0.2 → 0.3. */
export const toMillionth = (figure: number): number => microUsd(figure) / 1e6;

/** The same as decimal text, without exponent or trailing zeros: 270 → `"270"`, 0.5 → `"0.5"`. */
export const millionthText = (figure: number): string => figure.toFixed(6).replace(/\.?0+$/, "");

/** Dollars of one request, far below a cent, to the billionth: 0.0000393 → `"0.0000393"`, 0.5 → `"0.5"`. */
export const billionthText = (figure: number): string => figure.toFixed(9).replace(/\.?0+$/, "");
