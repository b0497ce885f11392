import { z } from "zod";

/** A price: millionths of a dollar per million tokens (= pico-dollars per token). $1.25 per million tokens is 1_250_000. */
export const MicroUsdPerMTok = z.int().nonnegative().brand<"MicroUsdPerMTok">();
export type MicroUsdPerMTok = z.output<typeof MicroUsdPerMTok>;

/** How a price is written in files and in the JSON API: decimal text in USD per million tokens, `"0.0375"`. */
export const usdPerMTokText = z.codec(z.string().regex(/^(0|[1-9]\d*)(\.\d{0,5}[1-9])?$/), MicroUsdPerMTok, {
  decode: (text) => decimalToInteger(text, 6),
  encode: integerToDecimal,
});

/** Reads a decimal at six places: upstream's USD per million tokens. `2.5` → 2_500_000. Null when the text is no number. */
export function fromUsdPerMTok(value: string | number): number | null {
  return readDecimal(value, 6);
}

/** Reads USD per token, the unit of OpenRouter and LiteLLM. `"0.0000006000000000000001"` → 600_000. Null when the text is no number. */
export function fromUsdPerToken(value: string | number): number | null {
  return readDecimal(value, 12);
}

/** 37_500 → `"0.0375"`: no exponent, no trailing zero, at most six decimals. */
export function integerToDecimal(micro: number): string {
  const sign = micro < 0 ? "-" : "";
  const digits = String(Math.abs(micro)).padStart(7, "0");
  const fraction = digits.slice(-6).replace(/0+$/, "");
  return `${sign}${digits.slice(0, -6)}${fraction === "" ? "" : `.${fraction}`}`;
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;

function readDecimal(value: string | number, places: number): number | null {
  const text = typeof value === "number" ? String(value) : value.trim();
  const parts = DECIMAL.exec(text);
  if (parts === null || `${parts[2]}${parts[3] ?? ""}` === "") return null;
  const integer = decimalToInteger(text, places);
  return Number.isSafeInteger(integer) ? integer : null;
}

/** The decimal text times 10^places, rounded half to even. No float is involved: 0.1 + 0.2 cannot happen here. */
function decimalToInteger(text: string, places: number): number {
  const [, sign, whole = "", fraction = "", exponent = "0"] = DECIMAL.exec(text) ?? [];
  const digits = BigInt(`${whole}${fraction}` || "0");
  const shift = places + Number(exponent) - fraction.length;
  const magnitude = shift >= 0 ? digits * 10n ** BigInt(shift) : divideHalfEven(digits, 10n ** BigInt(-shift));
  const signed = sign === "-" ? -magnitude : magnitude;
  return signed === 0n ? 0 : Number(signed);
}

function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  const twice = (dividend % divisor) * 2n;
  if (twice < divisor || (twice === divisor && quotient % 2n === 0n)) return quotient;
  return quotient + 1n;
}
