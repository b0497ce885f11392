import { integerToDecimal } from "../money/decimal.ts";
import { compare, divide, type Rational, rational, toDecimal } from "../money/rational.ts";
import type { PlatformFigure, PlatformTrait } from "../platform/platform-figure.ts";
import type {
  Claim,
  ClaimCount,
  ClaimFormula,
  ClaimInput,
  ClaimLookup,
  ClaimMedian,
  ClaimShare,
  ClaimUnit,
  SaidValue,
} from "./claim.ts";
import { compute, inputsOf, type NumericFormula, type Resolve } from "./claim-arithmetic.ts";

type ListPriceLookup = Omit<Extract<ClaimLookup, { look: "list" }>, "look">;
type OfferPriceLookup = Omit<Extract<ClaimLookup, { look: "price" }>, "look">;

/** What today's catalogue answers. Prices in millionths of a dollar per million tokens; null = it does not know. */
export interface ClaimInputs {
  /** The maker's list price for a prompt that long (absent: the base card), inside its most expensive time window if `peak`. */
  list(wanted: ListPriceLookup): number | null;
  /** The platform's own offer without a named host. */
  price(wanted: OfferPriceLookup): number | null;
  /** Decimal text, as `platformFigure` gives it. */
  figure(platform: string, figure: PlatformFigure, topUpCents: number): string | null;
  /** `day`: as it was read to be then; null = today. */
  trait(platform: string, trait: PlatformTrait, day: string | null): boolean | null;
  count(what: ClaimCount): number | null;
  /** Basis points: 6281 = 62.81 %. */
  share(what: ClaimShare): number | null;
  /** Thousandths: 4_000 = 4 times. */
  median(what: ClaimMedian): number | null;
  /** What a number is called, for a sentence: `Claude Opus 4.7, list input`. */
  name(lookup: ClaimLookup): string;
}

export const VERDICTS = ["true", "trueThen", "false", "cannotBeChecked"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A computed figure: decimal text, or `yes`/`no`. */
export interface ClaimFigure {
  readonly value: string;
  readonly unit: ClaimUnit;
}

export interface JudgedClaim {
  /** The formula over the article's own numbers. */
  readonly asSaid: ClaimFigure | null;
  /** Over the numbers that were true on its day. */
  readonly atTheTime: ClaimFigure | null;
  readonly today: ClaimFigure | null;
  readonly verdict: Verdict;
  /** Why, in one to three sentences with the numbers. */
  readonly why: string;
  readonly alternatives: readonly {
    readonly label: string;
    readonly asSaid: ClaimFigure | null;
    readonly today: ClaimFigure | null;
  }[];
}

/**
 * Recomputes a claim and judges it at its own day. *False* if its own numbers do not give what it says, or those of its day do not; *true then*
 * if those of its day do and today's do not; *true* if today's do too, or if they do and nothing is known of its day; else it *cannot be
 * checked*: what is not so today may have been so then. The 800M-token example of 2026-05-09: its own numbers give
 * $1,635.25, but Gemini's list price never was the one it used, so $2,110.00 and false.
 */
export function judgeClaim(claim: Claim, inputs: ClaimInputs): JudgedClaim {
  const asSaid = figureOf(claim.formula, asSaidOf, claim);
  const atTheTime = thenOf(claim, inputs);
  const today = todayOf(claim.formula, inputs, claim);
  const verdict = verdictOf(claim, { asSaid, atTheTime, today });
  return {
    asSaid,
    atTheTime,
    today,
    verdict,
    why: [...reasons(claim, verdict, { asSaid, atTheTime, today }, inputs), ...(claim.note === null ? [] : [claim.note])].join(
      " ",
    ),
    alternatives: claim.alternatives.map(({ label, formula, unit = claim.unit, places = claim.places }) => ({
      label,
      asSaid: figureOf(formula, asSaidOf, { unit, places }),
      today: todayOf(formula, inputs, { unit, places }),
    })),
  };
}

interface Figures {
  readonly asSaid: ClaimFigure | null;
  readonly atTheTime: ClaimFigure | null;
  readonly today: ClaimFigure | null;
}

function verdictOf(claim: Claim, { asSaid, atTheTime, today }: Figures): Verdict {
  if (asSaid !== null && !agrees(claim, asSaid)) return "false";
  const isTrueToday = today !== null && agrees(claim, today);
  if (atTheTime !== null) return !agrees(claim, atTheTime) ? "false" : isTrueToday ? "true" : "trueThen";
  if (isTrueToday) return "true";
  return claim.formula.kind === "evidence" ? "false" : "cannotBeChecked";
}

function reasons(claim: Claim, verdict: Verdict, figures: Figures, inputs: ClaimInputs): readonly string[] {
  const { formula, saidValue, unit } = claim;
  const { asSaid, atTheTime, today } = figures;
  if (formula.kind === "notCheckable") return [formula.why];
  if (formula.kind === "evidence") return [`${formula.says} (${formula.sourceUrl}, ${formula.date})`];
  const now = today === null ? missingText(formula, inputs) : todayText(formula, today);
  const then =
    atTheTime === null
      ? []
      : [formula.kind === "fact" ? `On its day: ${atTheTime.value}.` : `The figures of its day gave ${figureText(atTheTime)}.`];
  switch (verdict) {
    case "true":
      return [now];
    case "trueThen":
      return [...then, now];
    case "false":
      return asSaid !== null && !agrees(claim, asSaid) ? [ownNumbers(asSaid, saidValue, unit), now] : [...then, now];
    case "cannotBeChecked":
      return today === null ? [now] : [now, "What held on its day is not known."];
    default:
      return verdict satisfies never;
  }
}

const todayText = (formula: ClaimFormula, today: ClaimFigure): string =>
  formula.kind === "fact"
    ? `What its pages say today, as far as we read them: ${today.value}.`
    : `Today’s figures give ${figureText(today)}.`;

const ownNumbers = (asSaid: ClaimFigure, saidValue: SaidValue, unit: ClaimUnit): string =>
  `Its own numbers give ${figureText(asSaid)}${saidValue === null ? "" : `, not ${saidText(saidValue, unit)}`}.`;

function agrees({ saidValue }: Claim, { value }: ClaimFigure): boolean {
  if (saidValue === null) return false;
  if ("is" in saidValue) return saidValue.is === value;
  const [from, to] = "value" in saidValue ? [saidValue.value, saidValue.value] : [saidValue.from, saidValue.to];
  const figure = rational(value);
  return compare(figure, rational(from)) >= 0 && (to === null || compare(figure, rational(to)) <= 0);
}

interface Shape {
  readonly unit: ClaimUnit;
  readonly places: number;
}

function todayOf(formula: ClaimFormula, inputs: ClaimInputs, shape: Shape): ClaimFigure | null {
  if (formula.kind === "evidence") return yesNo(formula.holds);
  if (formula.kind !== "fact") return figureOf(formula, (input) => todayValueOf(input, inputs), shape);
  const trait = inputs.trait(formula.platform, formula.trait, null);
  return trait === null ? null : yesNo(trait);
}

/** What its day gave: numbers somebody looked up, or a platform as it was read to be by then. */
function thenOf({ formula, saidOn, unit, places }: Claim, inputs: ClaimInputs): ClaimFigure | null {
  if (formula.kind !== "fact") return figureOf(formula, atTheTimeOf, { unit, places });
  if (formula.atTheTime !== undefined) return yesNo(formula.atTheTime === "yes");
  const trait = saidOn === null ? null : inputs.trait(formula.platform, formula.trait, saidOn);
  return trait === null ? null : yesNo(trait);
}

function figureOf(formula: ClaimFormula, resolve: Resolve, { unit, places }: Shape): ClaimFigure | null {
  if (!isNumeric(formula)) return null;
  const value = compute(formula, resolve);
  return value === null ? null : { value: toDecimal(value, places), unit };
}

const isNumeric = (formula: ClaimFormula): formula is NumericFormula =>
  formula.kind !== "fact" && formula.kind !== "evidence" && formula.kind !== "notCheckable";

const yesNo = (holds: boolean): ClaimFigure => ({ value: holds ? "yes" : "no", unit: "yesNo" });

const textOrNull = (text: string | null | undefined): Rational | null =>
  text === null || text === undefined ? null : rational(text);
const asSaidOf: Resolve = (input) => textOrNull(typeof input === "string" ? input : input.said);
const atTheTimeOf: Resolve = (input) => textOrNull(typeof input === "string" ? input : input.atTheTime);

function todayValueOf(input: ClaimInput, inputs: ClaimInputs): Rational | null {
  if (typeof input === "string") return rational(input);
  return input.today === null ? null : lookUp(input.today, inputs);
}

/**
 * Today's value of one number of a formula: dollars per million tokens, percent, a count, a multiple (of $5 in and $25 out it is 5). Null = the
 * catalogue does not know.
 */
export function lookUp(lookup: ClaimLookup, inputs: ClaimInputs): Rational | null {
  switch (lookup.look) {
    case "list":
      return fromMicro(inputs.list(lookup));
    case "multiple": {
      const [part, whole] = [lookup.meter, "input" as const].map((meter) =>
        fromMicro(inputs.list({ model: lookup.model, meter })),
      );
      return part === null || part === undefined || whole === null || whole === undefined ? null : divide(part, whole);
    }
    case "price":
      return fromMicro(inputs.price(lookup));
    case "figure":
      return textOrNull(inputs.figure(lookup.platform, lookup.figure, lookup.topUpCents));
    case "count":
      return textOrNull(inputs.count(lookup.what)?.toFixed(0));
    case "share": {
      const bps = inputs.share(lookup.what);
      return bps === null ? null : { numerator: BigInt(bps), denominator: 100n };
    }
    case "median": {
      const thousandths = inputs.median(lookup.what);
      return thousandths === null ? null : { numerator: BigInt(thousandths), denominator: 1_000n };
    }
    default:
      return lookup satisfies never;
  }
}

const fromMicro = (micro: number | null): Rational | null => (micro === null ? null : rational(integerToDecimal(micro)));

/** What stands in the way of a figure for today. */
function missingText(formula: ClaimFormula, inputs: ClaimInputs): string {
  if (!isNumeric(formula)) return "No source we read says.";
  const missing = inputsOf(formula).flatMap((input) => {
    if (typeof input === "string" || todayValueOf(input, inputs) !== null) return [];
    if (input.today !== null) return [`we have no confirmed figure of ${inputs.name(input.today)}`];
    return [input.said === null ? "the article does not say enough" : "one of its figures is found nowhere but in the article"];
  });
  return `Cannot be computed today: ${[...new Set(missing)].join("; ")}.`;
}

const GROUPS = /\B(?=(\d{3})+$)/g;

/** `{ value: "1635.25", unit: "USD" }` → `"$1,635.25"`. */
export function figureText({ value, unit }: ClaimFigure): string {
  const [whole = "", fraction] = value.split(".");
  const grouped = `${whole.replace(GROUPS, ",")}${fraction === undefined ? "" : `.${fraction}`}`;
  switch (unit) {
    case "USD":
      return value.startsWith("-") ? `−$${grouped.slice(1)}` : `$${grouped}`;
    case "percent":
      return `${grouped} %`;
    case "times":
      return `${grouped}×`;
    case "multiple":
      return `${grouped} of the input price`;
    case "count":
    case "yesNo":
      return grouped;
    default:
      return unit satisfies never;
  }
}

/** What was said, as text: `"$94.50"`, `"25 % to 30 %"`, `"0.1 to 0.5 of the input price"`, `"290 or more"`. */
export function saidText(saidValue: NonNullable<SaidValue>, unit: ClaimUnit): string {
  if ("is" in saidValue) return saidValue.is;
  if ("value" in saidValue) return figureText({ value: saidValue.value, unit });
  const from = figureText({ value: saidValue.from, unit });
  if (saidValue.to === null) return `${from} or more`;
  return `${unit === "multiple" ? saidValue.from : from} to ${figureText({ value: saidValue.to, unit })}`;
}
