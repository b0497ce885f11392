import { add, divide, multiply, ONE, type Rational, rational, subtract, ZERO } from "../money/rational.ts";
import type { ClaimFormula, ClaimInput, ClaimSum } from "./claim.ts";

/** Which of a number's three values counts: as said, on its day, or today. Null = there is none. */
export type Resolve = (input: ClaimInput) => Rational | null;

export type NumericFormula = Exclude<ClaimFormula, { kind: "fact" | "evidence" | "notCheckable" }>;

const HUNDRED = rational("100");

/** A formula over one set of values; null as soon as one of them is missing. 500 + 500 + 550 dollars at a fee of 5.5 % → 1,635.25. */
export function compute(formula: NumericFormula, resolve: Resolve): Rational | null {
  switch (formula.kind) {
    case "price":
    case "figure":
    case "count":
    case "shareOfListings":
      return resolve(formula.of);
    case "sum":
      return sumOf(formula, resolve);
    case "saving":
      return savingOf(sumOf(formula.from, resolve), sumOf(formula.to, resolve), formula.as);
    case "priceRatio":
      return lift([resolve(formula.dividend), resolve(formula.divisor)], ([a, b]) => divide(a, b));
    case "bonus":
      return lift([resolve(formula.creditUsd)], ([credit]) => bonusOf(rational(formula.paidUsd), credit, formula.as));
    case "feeBuys":
      return lift([resolve(formula.feePercent)], ([fee]) => divide(rational(formula.paidUsd), onTop(fee)));
    case "swing":
      return lift(
        [resolve(formula.feePercent), resolve(formula.discountPercent), resolve(formula.bonusPercent)],
        ([fee, discount, bonus]) => swingOf(rational(formula.spendUsd), fee, discount, bonus),
      );
    case "effectiveCachedInput":
      return lift([resolve(formula.readMultiple), resolve(formula.missMultiple)], ([read, miss]) => {
        const hit = rational(formula.hitShare);
        return add(multiply(read, hit), multiply(miss, subtract(ONE, hit)));
      });
    default:
      return formula satisfies never;
  }
}

/** Every number a formula reads, in order. */
export function inputsOf(formula: NumericFormula): readonly ClaimInput[] {
  const inputs: ClaimInput[] = [];
  compute(formula, (input) => {
    inputs.push(input);
    return ONE;
  });
  return inputs;
}

function sumOf({ terms, feePercent, bonusPercent, times }: ClaimSum, resolve: Resolve): Rational | null {
  const amounts = terms.map(({ tokensM, usdPerMTok }) => {
    const price = resolve(usdPerMTok);
    return price === null ? null : multiply(rational(tokensM), price);
  });
  return lift([...amounts, resolve(feePercent ?? "0"), resolve(bonusPercent ?? "0")], (values) => {
    const [fee, bonus] = [values.at(-2) ?? ZERO, values.at(-1) ?? ZERO];
    const total = values.slice(0, -2).reduce(add, ZERO);
    return divide(multiply(multiply(total, onTop(fee)), rational(times ?? "1")), onTop(bonus));
  });
}

function savingOf(from: Rational | null, to: Rational | null, as: "usd" | "percent"): Rational | null {
  return lift([from, to], ([before, after]) => {
    const saved = subtract(before, after);
    return as === "usd" ? saved : scaled(divide(saved, before));
  });
}

function bonusOf(paid: Rational, credit: Rational, as: "bonus" | "discount"): Rational | null {
  return scaled(divide(subtract(credit, paid), as === "bonus" ? paid : credit));
}

/** spend · fee + spend − spend · (1 − discount) ÷ (1 + bonus): $1,000 at 5.5 %, 15 % and none → $205. */
function swingOf(spend: Rational, fee: Rational, discount: Rational, bonus: Rational): Rational | null {
  const paid = divide(multiply(spend, subtract(ONE, percentage(discount))), onTop(bonus));
  return paid === null ? null : subtract(multiply(spend, onTop(fee)), paid);
}

const percentage = (percent: Rational): Rational => multiply(percent, { numerator: 1n, denominator: 100n });
const onTop = (percent: Rational): Rational => add(ONE, percentage(percent));
const scaled = (share: Rational | null): Rational | null => (share === null ? null : multiply(share, HUNDRED));

type Given<T extends readonly (Rational | null)[]> = { readonly [K in keyof T]: Rational };

/** Applies `combine` when every value is there. */
function lift<const T extends readonly (Rational | null)[]>(
  values: T,
  combine: (given: Given<T>) => Rational | null,
): Rational | null {
  return isGiven(values) ? combine(values) : null;
}

const isGiven = <T extends readonly (Rational | null)[]>(values: T): values is T & Given<T> =>
  values.every((value) => value !== null);
