import { readDecimal } from "../../../../src/domain/money/decimal.ts";
import { MicroUsdPerMTok } from "../../../../src/domain/money/money.ts";
import type { FoundValue } from "./json-path.ts";
import { WrongShape, wrongShape } from "./wrong-shape.ts";

/**
 * What platforms count their prices in, by how many places the decimal point moves to millionths of a dollar per million tokens. $0.00000125
 * a token, `0.000125` cents a token, $0.00125 a thousand, $1.25 a million and `12500` ten-thousandths a million are one price.
 */
export const PRICE_UNITS = {
  perToken: 12,
  centsPerToken: 10,
  per1K: 9,
  per10K: 8,
  per100K: 7,
  perM: 6,
  tenThousandthsPerM: 2,
} as const;
export type PriceUnit = keyof typeof PRICE_UNITS;

/** Whether a platform writes its prices as JSON text, as JSON numbers, or as both. */
export type PriceForm = "text" | "number" | "either";

const WANTED: Readonly<Record<PriceForm, string>> = {
  text: "a price as text",
  number: "a price as a number",
  either: "a price",
};

/**
 * A price in the unit and the form its spec names: `"0.00000125"` per token is 1_250_000. Missing, `null`, `""` and negative (a stub) are no
 * price: null, never 0. Anything else, such as text where numbers were announced, is a wrong shape. The point moves on the text, no float is involved.
 */
export function readPriceAmount(
  { path, value }: FoundValue,
  unit: PriceUnit,
  form: PriceForm,
): MicroUsdPerMTok | null | WrongShape {
  if (value === undefined || value === null || value === "") return null;
  const isText = typeof value === "string" && form !== "number";
  const isNumber = typeof value === "number" && form !== "text";
  if (!isText && !isNumber) return wrongShape(path, value, WANTED[form]);
  const amount = readDecimal(value, PRICE_UNITS[unit]);
  if (amount === null) return wrongShape(path, value, WANTED[form]);
  return amount < 0 ? null : (MicroUsdPerMTok.safeParse(amount).data ?? wrongShape(path, value, WANTED[form]));
}

/** Whether a value could not be read as what its spec says: then its row is skipped, with why. */
export const isWrongShape = (value: unknown): value is WrongShape => value instanceof WrongShape;
