import { microUsd } from "./micro-usd.ts";

/** What a reader asks of a price, in whole micro-dollars, both ends included. */
export interface PriceRange {
  readonly least: number;
  readonly most: number;
}

/** How a range is written: `1` is at most 1. */
const PRICE_RANGE_PATTERN = String.raw`([<>]=?)? *(\d{1,7}(?:\.\d{1,6})?)|(\d{1,7}(?:\.\d{1,6})?)?\.\.(\d{1,7}(?:\.\d{1,6})?)?`;

/** `"0.5..2"` → 500_000 to 2_000_000; `"<1"` → 0 to 999_999; `"1"` and `"<=1"` → 0 to 1_000_000. Null for what says no range of dollars. */
export function priceRange(text: string): PriceRange | null {
  const [written, sign, end, from, to] = FORM.exec(text) ?? [];
  if (written === undefined || written === "..") return null;
  const range = end === undefined ? { least: micro(from) ?? 0, most: micro(to) ?? MOST } : sided(sign, micro(end) ?? 0);
  return range.least <= range.most && range.most <= MOST ? range : null;
}

/** Why a text is no range; null = it is one, or empty. `"1,5"` → write a point; `"3..1"` → it ends before it begins. */
export function priceRangeProblem(text: string): string | null {
  const written = text.trim();
  if (written === "" || priceRange(written) !== null) return null;
  if (/\d,\d/.test(written)) return "A comma may part decimals or thousands: write 1.5 or 1500.";
  if (FORM.test(written) && written !== "..")
    return /^<[^=]*$/.test(written) ? "Nothing costs less than that." : "This range ends before it begins.";
  if (/[^\d.<>= ]/.test(written)) return "Only a number of dollars, <, >, = and .. can stand here: <1, >=3, 0.5..2.";
  return "Write a limit or a range: 2, <1, >=3 or 0.5..2.";
}

/** The same range as the address has it: `" < 0.50"` → `"<0.5"`. */
export const priceRangeText = (text: string): string =>
  text.replaceAll(" ", "").replaceAll(/\d+(?:\.\d{1,6})?/g, (amount) => String(Number(amount)));

/** A million dollars per million tokens. */
const MOST = 1e12;
const FORM = new RegExp(`^(?:${PRICE_RANGE_PATTERN})$`);
const micro = (usd: string | undefined): number | undefined => (usd === undefined ? undefined : microUsd(Number(usd)));

function sided(sign: string | undefined, end: number): PriceRange {
  if (sign === ">" || sign === ">=") return { least: sign === ">" ? end + 1 : end, most: MOST };
  return { least: 0, most: sign === "<" ? end - 1 : end };
}
