/** Decimal text and the integers that carry money, both ways. Runs in the browser too, so it knows no schema. */

/** 37_500 → `"0.0375"`: no exponent, no trailing zero, at most six decimals. */
export function integerToDecimal(micro: number): string {
  const sign = micro < 0 ? "-" : "";
  const digits = String(Math.abs(micro)).padStart(7, "0");
  const fraction = digits.slice(-6).replace(/0+$/, "");
  return `${sign}${digits.slice(0, -6)}${fraction === "" ? "" : `.${fraction}`}`;
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;

/** The decimal text times 10^places, rounded half to even: `readDecimal("0.0375", 6)` → 37_500. Null when the text is no number. */
export function readDecimal(value: string | number, places: number): number | null {
  const text = typeof value === "number" ? String(value) : value.trim();
  const parts = DECIMAL.exec(text);
  if (parts === null || `${parts[2]}${parts[3] ?? ""}` === "") return null;
  const integer = decimalToInteger(text, places);
  return Number.isSafeInteger(integer) ? integer : null;
}

/** The same for text known to be a number. No float is involved: 0.1 + 0.2 cannot happen here. */
export function decimalToInteger(text: string, places: number): number {
  const [, sign, whole = "", fraction = "", exponent = "0"] = DECIMAL.exec(text) ?? [];
  const shift = places + Number(exponent) - fraction.length;
  // A whole number of so few digits a float holds exactly; nearly every price is one, and big integers take ten times as long.
  if (shift >= 0 && whole.length + fraction.length + shift <= EXACT_DIGITS) {
    const integer = Number(`${whole}${fraction}${"0".repeat(shift)}`);
    return sign === "-" && integer !== 0 ? -integer : integer;
  }
  const digits = BigInt(`${whole}${fraction}` || "0");
  const magnitude = shift >= 0 ? digits * 10n ** BigInt(shift) : divideHalfEven(digits, 10n ** BigInt(-shift));
  const signed = sign === "-" ? -magnitude : magnitude;
  return signed === 0n ? 0 : Number(signed);
}

const EXACT_DIGITS = 15;

function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const twice = (dividend % divisor) * 2n;
  if (twice < divisor || (twice === divisor && quotient % 2n === 0n)) return quotient;
  return quotient + 1n;
}
