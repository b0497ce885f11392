import { MicroUsdPerMTok } from "../../../../src/domain/money/money.ts";
import { multiply, ONE, type Rational, rational, subtract, toDecimal } from "../../../../src/domain/money/rational.ts";
import { METERS, type Meter, type Prices } from "../../../../src/domain/offer/meter.ts";
import { isWrongShape, readPriceAmount } from "./amount.ts";
import { type FoundValue, type JsonRow, valueAt } from "./json-path.ts";
import type { JsonSpec, PriceField, PriceFields } from "./platform-spec.ts";
import { type WrongShape, wrongShape } from "./wrong-shape.ts";

/** The figures of one card: a zero stays a zero, what a zero means is another question. */
export interface ReadFigures {
  readonly prices: Prices;
  /** The same before a discount. */
  readonly list: ReadonlyMap<Meter, number>;
  readonly raw: string;
}

type Reads = Pick<JsonSpec, "unit" | "form" | "discountAt" | "currency">;

/**
 * The prices of a row by the fields of its spec. A factor multiplies the meter it names, a discount is taken off everything, both exactly:
 * 0.12 times 0.25 is 0.03. `around` are the prices a factor may name beside the card's own. Throws where a field holds something that is no price.
 */
export function readFigures(
  row: JsonRow,
  fields: PriceFields,
  reads: Reads,
  around: ReadonlyMap<Meter, number> = new Map(),
): ReadFigures {
  const list = new Map<Meter, number>();
  const raw: string[] = [];
  for (const meter of METERS) {
    const field = fields[meter];
    if (field === undefined) continue;
    const fieldValue = valueAt(row, pathOf(field));
    const amount = amountOf(fieldValue, field, new Map([...around, ...list]), reads);
    if (isWrongShape(amount)) throw amount;
    if (amount === null) continue;
    list.set(meter, amount);
    raw.push(`${meter} ${JSON.stringify(fieldValue.value)}`);
  }
  const share = discountOf(row, reads);
  const prices: Prices = {};
  const factor = multiply(share === null ? ONE : subtract(ONE, share), rational(reads.currency?.usd ?? "1"));
  for (const [meter, amount] of list) prices[meter] = scaled(amount, factor);
  return {
    list,
    prices,
    raw: [
      ...raw,
      ...(share === null ? [] : [`less ${toDecimal(share, 4)}`]),
      ...(reads.currency === undefined ? [] : [reads.currency.is]),
    ].join(", "),
  };
}

/** 0.511 → 511/1000. Null: there is none. */
export function discountOf(row: JsonRow, { discountAt }: Pick<JsonSpec, "discountAt">): Rational | null {
  if (discountAt === undefined) return null;
  const { path, value } = valueAt(row, discountAt);
  if (value === undefined || value === null || value === 0) return null;
  if (typeof value !== "number" || !(value > 0 && value < 1)) throw wrongShape(path, value, "a share between 0 and 1");
  return fraction(value);
}

const pathOf = (field: PriceField): string => (typeof field === "string" ? field : field.at);

function amountOf(
  fieldValue: FoundValue,
  field: PriceField,
  list: ReadonlyMap<Meter, number>,
  reads: Reads,
): number | null | WrongShape {
  if (typeof field === "string") return readPriceAmount(fieldValue, reads.unit, reads.form);
  if (!("times" in field)) return readPriceAmount(fieldValue, field.unit ?? reads.unit, field.form ?? reads.form);
  const base = list.get(field.times);
  if (base === undefined || fieldValue.value === undefined || fieldValue.value === null) return null;
  if (typeof fieldValue.value !== "number" || !(fieldValue.value >= 0))
    return wrongShape(fieldValue.path, fieldValue.value, "a factor");
  return scaled(base, fraction(fieldValue.value));
}

/** Rounded half to even at the millionth. */
const scaled = (amount: number, factor: Rational): MicroUsdPerMTok =>
  MicroUsdPerMTok.parse(Number(toDecimal(multiply({ numerator: BigInt(amount), denominator: 1n }, factor), 0)));

/** The decimal a JSON number was written as; below a millionth it is nothing. */
const fraction = (value: number): Rational => rational(/e/i.test(String(value)) ? value.toFixed(12) : String(value));
