import { integerToDecimal } from "../domain/money/decimal.ts";
import { pastNoise } from "../domain/money/micro-usd.ts";
import type { Gap } from "../domain/offer/meter.ts";

/** Every number and date becomes text here. A true minus, a narrow no-break space before the percent sign, never a positive "$0.00". */

/** The words for what is no price. Free is a price, but a word says it better. */
export const WORDS = {
  unknown: "unknown",
  notSold: "not sold",
  otherUnit: "other unit",
  free: "free",
  doesNotFit: "does not fit",
} as const;

const MINUS = "\u2212";
const THIN = "\u202f";

const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const twoDigits = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 2 });

/** A table's price, dollars per million tokens, unit in the header: 37_500 → "0.0375", 70_000 → "0.07", 1_000_000 → "1.00". Exact. */
export function formatPrice(microUsdPerMTok: number): string {
  const [whole = "0", fraction = ""] = integerToDecimal(microUsdPerMTok).split(".");
  return `${formatCount(Number(whole))}.${fraction.padEnd(2, "0")}`;
}

/** A price in a sentence: 37_500 → "$0.0375", 0 → "free". */
export function formatUsdPerMTok(microUsdPerMTok: number): string {
  return microUsdPerMTok === 0 ? WORDS.free : `$${formatPrice(microUsdPerMTok)}`;
}

/** A price cell: the figure, or the word for why there is none. */
export function formatMeter(microUsdPerMTok: number | undefined, gap: Gap | undefined): string {
  if (microUsdPerMTok === undefined) return WORDS[gap ?? "unknown"];
  return microUsdPerMTok === 0 ? WORDS.free : formatPrice(microUsdPerMTok);
}

/** Dollars of a bill: 15.4 → "$15.40", 1234.5 → "$1,235", 0.0042 → "$0.0042", 0 → "$0". Half a cent goes up, whichever way it was summed. */
export function formatUsd(usd: number): string {
  const size = pastNoise(Math.abs(usd));
  const sign = usd < 0 ? MINUS : "";
  if (size === 0) return "$0";
  if (size < 0.01) return `${sign}$${twoDigits.format(size)}`;
  return `${sign}$${size < 999.995 ? size.toFixed(2) : formatCount(size)}`;
}

/** A month that may be more, for an unknown fee: 1000 and 1055 → "$1,000 – $1,055"; what shows equal is one figure. */
export function formatUsdRange(usd: number, upperUsd: number, format: (usd: number) => string = formatUsd): string {
  const [low, high] = [format(usd), format(upperUsd)];
  return low === high ? low : `${low} – ${high}`;
}

/** The same of a round amount, on an axis: 50 → "$50", 0.5 → "$0.50". */
export const formatRoundUsd = (usd: number): string => formatUsd(usd).replace(/\.00$/, "");

/** A bill that is checked to the cent: 1635.25 → "$1,635.25", 15 → "$15.00", 0.0042 → "$0.0042". */
export function formatBill(usd: number): string {
  const size = pastNoise(Math.abs(usd));
  if (size < 999.995) return formatUsd(usd);
  const [whole = "0", cents = "00"] = size.toFixed(2).split(".");
  return `${usd < 0 ? MINUS : ""}$${formatCount(Number(whole))}.${cents}`;
}

/** A difference in dollars per million tokens, signed: -70_000 → "−$0.07", 5_000_000 → "+$5.00", 0 → "none". */
export function formatUsdDelta(microUsdPerMTok: number): string {
  if (microUsdPerMTok === 0) return "none";
  return `${microUsdPerMTok < 0 ? MINUS : "+"}${formatUsdPerMTok(Math.abs(microUsdPerMTok))}`;
}

/**
 * A difference in basis points, signed: -5_000 → "−50 %", 714 → "+7.1 %", 4 → "+0.04 %", 0 → "0 %".
 * One digit after the point below ten percent, two below one tenth; what is not zero never reads 0 %, what is not free never −100 %.
 */
export function formatDelta(bps: number): string {
  const sign = bps === 0 ? "" : bps < 0 ? MINUS : "+";
  return `${sign}${formatPercent(bps)}`;
}

/** A share in basis points without sign: 550 → "5.5 %". */
export function formatPercent(bps: number): string {
  return `${percentText(Math.abs(bps))}${THIN}%`;
}

/** How many times: 4.81 → "4.8×", 26.4 → "26×", 0.96 → "0.96×": what is not once does not read as once. */
export function formatMultiple(ratio: number): string {
  if (ratio > 0.945 && ratio < 1.055) return `${dropZero(ratio.toFixed(2))}×`;
  return `${ratio < 9.95 ? dropZero(ratio.toFixed(1)) : formatCount(ratio)}×`;
}

/** A count of tokens to three digits: 1_048_576 → "1.05M", 200_000 → "200K", 512 → "512". */
export function formatTokens(tokens: number): string {
  if (tokens < 1_000) return String(tokens);
  if (tokens < 999_500) return `${threeDigits(tokens / 1_000)}K`;
  if (tokens < 999_500_000) return `${threeDigits(tokens / 1_000_000)}M`;
  return `${threeDigits(tokens / 1_000_000_000)}B`;
}

/** To the whole: 5012 → "5,012". Small ones go without Intl: a build writes millions of figures. */
export function formatCount(value: number): string {
  const whole = Math.round(value);
  return whole < 1_000 ? String(whole) : grouped.format(whole);
}

/** `formatPlural(1, "offer")` → "1 offer", `formatPlural(63, "offer")` → "63 offers". */
export function formatPlural(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The UTC day of an ISO date or instant: "2026-08-22T03:00:00Z" → "22 Aug 2026". */
export function formatDay(iso: string): string {
  return `${formatShortDay(iso)} ${iso.slice(0, 4)}`;
}

/** The same without its year: "22 Aug". For a cell whose page says the year. */
export function formatShortDay(iso: string): string {
  const month = MONTHS[Number(iso.slice(5, 7)) - 1];
  if (!/^\d{4}-\d\d-\d\d/.test(iso) || month === undefined) throw new Error(`not an ISO day: ${iso}`);
  return `${Number(iso.slice(8, 10))} ${month}`;
}

function percentText(bps: number): string {
  const percent = bps / 100;
  if (percent < 0.095) return dropZero(percent.toFixed(2));
  if (percent > 99 && percent < 100) return dropZero(percent.toFixed(2));
  if (percent < 9.95) return dropZero(percent.toFixed(1));
  return formatCount(percent);
}

/** Below a thousand: 131.072 → "131", 1.048576 → "1.05", 8.192 → "8.19". */
const threeDigits = (value: number): string => String(Number(value.toPrecision(3)));

const dropZero = (decimal: string): string => decimal.replace(/\.?0+$/, "");
