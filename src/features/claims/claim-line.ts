import type { Claim, ClaimFormula, ClaimLookup, ClaimUnit } from "../../domain/claim/claim.ts";
import {
  type ClaimFigure,
  type ClaimInputs,
  figureText,
  type JudgedClaim,
  judgeClaim,
  lookUp,
  saidText,
  VERDICTS,
  type Verdict,
} from "../../domain/claim/claim-verdict.ts";
import { toDecimal } from "../../domain/money/rational.ts";
import { formatDay } from "../../site/format.ts";
import * as paths from "../../site/paths.ts";
import {
  type ClaimNames,
  formulaText,
  type InputUnit,
  inputName,
  inputsWithUnits,
  type NamedInput,
  TRAIT_WORDS,
  valueText,
} from "./claim-formula.ts";

/** The words and the meaning of a verdict. */
export const VERDICT_WORDS = {
  false: { word: "False", says: "Its own numbers do not give it, or the figures of its day do not." },
  trueThen: { word: "True then", says: "The figures of its day gave it; today’s do not, or are not known." },
  true: { word: "True", says: "Today’s figures give it, and nothing of its day speaks against it." },
  cannotBeChecked: { word: "Cannot be checked", says: "No public figure decides it, or none of its day." },
} as const satisfies Record<Verdict, { word: string; says: string }>;

/** One number of a formula, in its three states. */
export interface InputLine {
  readonly name: string;
  readonly said: string;
  readonly atTheTime: string;
  readonly today: string;
  /** Our page that names the source of today's. */
  readonly path: string | null;
}

/** A claim as its page and its JSON show it. */
export interface ClaimLine {
  readonly claim: Claim;
  readonly judged: JudgedClaim;
  readonly byline: string;
  /** Label and figure: what it says, what its own numbers give, what those of its day gave, and today's. */
  readonly figures: readonly (readonly [label: string, value: string])[];
  /** With names; null where nothing is computed. */
  readonly formula: string | null;
  /** The same with the numbers in it, as said and today. */
  readonly computed: readonly (readonly [label: string, text: string])[];
  readonly inputs: readonly InputLine[];
  readonly alternatives: readonly { readonly label: string; readonly said: string; readonly today: string }[];
}

export interface ClaimGroup {
  readonly verdict: Verdict;
  readonly word: string;
  readonly says: string;
  readonly lines: readonly ClaimLine[];
}

/** Every claim judged by today's figures, in the order of the file. */
export function claimLines(claims: readonly Claim[], data: ClaimData): readonly ClaimLine[] {
  return claims.map((claim) => claimLine(claim, data));
}

/** What claims are judged by and named with. */
export interface ClaimData {
  readonly inputs: ClaimInputs;
  readonly names: ClaimNames;
  readonly asOf: string;
}

/** By verdict, those without claims left out. */
export function claimGroups(lines: readonly ClaimLine[]): readonly ClaimGroup[] {
  const groups = VERDICTS.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)).map((verdict) => ({
    verdict,
    ...VERDICT_WORDS[verdict],
    lines: lines.filter(({ judged }) => judged.verdict === verdict),
  }));
  return groups.filter((group) => group.lines.length > 0);
}

/** A percent sign stays on the line of its figure: people write an ordinary space before it. */
export const withPercents = (text: string): string => text.replaceAll(" %", "\u202f%");

/** What readers came for stands first. */
const ORDER: readonly Verdict[] = ["false", "trueThen", "true", "cannotBeChecked"];

/** `62 claims about token prices, recomputed …: 29 false, 3 true then, 21 true, 9 cannot be checked.` */
export function claimsAnswer(groups: readonly ClaimGroup[], asOf: string): string {
  const counts = groups.map(({ lines, word }) => `${lines.length} ${word.toLowerCase()}`).join(", ");
  const all = groups.reduce((sum, { lines }) => sum + lines.length, 0);
  return `${all} claims about token prices, recomputed from the data of ${formatDay(asOf)}: ${counts}.`;
}

function claimLine(claim: Claim, data: ClaimData): ClaimLine {
  const { inputs, names, asOf } = data;
  const judged = judgeClaim(claim, inputs);
  const unit = inputUnit(claim.unit);
  const show = (pick: (input: NamedInput, unit: InputUnit) => string | null) =>
    formulaText(claim.formula, unit, (input, shownUnit) =>
      typeof input === "string" ? valueText(input, shownUnit) : (pick(input, shownUnit) ?? "?"),
    );
  const asSaid = show((input, shownUnit) => (input.said === null ? null : valueText(input.said, shownUnit)));
  const today = show((input, shownUnit) => todayText(input, shownUnit, inputs));
  const told = claim.alternatives.filter((_, at) => isTold(judged.alternatives[at]));
  const texts = told.map(({ formula, unit: shownUnit = claim.unit }) => ({ formula, unit: inputUnit(shownUnit) }));
  return {
    claim,
    judged,
    byline: `${claim.by}, ${claim.saidOn === null ? "day not given" : formatDay(claim.saidOn)}`,
    figures: [...questionOf(claim.formula, names), ...figuresOf(claim, judged, asOf)],
    formula: nameOf(claim.formula, names) ?? show((input) => `[${inputName(input, names)}]`),
    computed: [
      ...(asSaid !== null && judged.asSaid !== null && isComputed(claim.formula)
        ? [["As said", `${asSaid} = ${figureText(judged.asSaid)}`] as const]
        : []),
      ...(today !== null && judged.today !== null && isComputed(claim.formula)
        ? [["Today", `${today} = ${figureText(judged.today)}`] as const]
        : []),
    ],
    inputs: inputLines([{ formula: claim.formula, unit }, ...texts], data),
    alternatives: judged.alternatives
      .filter(isTold)
      .map((each) => ({ ...each, said: textOf(each.asSaid), today: textOf(each.today) })),
  };
}

/** A figure that is looked up and nothing more needs no line of arithmetic. */
const isComputed = ({ kind }: ClaimFormula): boolean => !["price", "figure", "count", "shareOfListings"].includes(kind);

const textOf = (figure: ClaimFigure | null): string => (figure === null ? "–" : figureText(figure));

const inputUnit = (unit: ClaimUnit): InputUnit => (unit === "USD" ? "usd" : unit === "percent" ? "percent" : "plain");

function figuresOf({ saidValue, unit }: Claim, { asSaid, atTheTime, today }: JudgedClaim, asOf: string): ClaimLine["figures"] {
  return [
    ...(saidValue === null ? [] : [["It says", saidText(saidValue, unit)] as const]),
    ...(asSaid === null ? [] : [["Its own numbers give", figureText(asSaid)] as const]),
    ...(atTheTime === null ? [] : [["Figures of its day gave", figureText(atTheTime)] as const]),
    ...(today === null ? [] : [[`On ${formatDay(asOf)}`, figureText(today)] as const]),
  ];
}

/** Another reading of which neither figure is known has nothing to tell. */
const isTold = (reading: JudgedClaim["alternatives"][number] | undefined): boolean =>
  reading !== undefined && (reading.asSaid !== null || reading.today !== null);

/** Before an answer of yes or no: what it answers. */
const questionOf = (formula: ClaimFormula, names: ClaimNames): ClaimLine["figures"] =>
  formula.kind === "fact" ? [["The question", nameOf(formula, names) ?? ""]] : [];

/** What stands for a formula where nothing is computed. */
function nameOf(formula: ClaimFormula, names: ClaimNames): string | null {
  if (formula.kind === "fact") return `${names.platform(formula.platform)}: ${TRAIT_WORDS[formula.trait]}`;
  return formula.kind === "evidence" ? `read at ${new URL(formula.sourceUrl).hostname.replace(/^www\./, "")}` : null;
}

interface UnitFormula {
  readonly formula: ClaimFormula;
  readonly unit: InputUnit;
}

/** The numbers of a claim and its alternatives, each name once, with the fullest of its values. */
function inputLines(formulas: readonly UnitFormula[], { inputs, names }: ClaimData): readonly InputLine[] {
  const all = formulas.flatMap(({ formula, unit }) => inputsWithUnits(formula, unit));
  const lines = all.map(({ input, unit }): InputLine => {
    const value = (text: string | null | undefined) => (text == null ? "–" : valueText(text, unit));
    return {
      name: inputName(input, names),
      said: value(input.said),
      atTheTime: value(input.atTheTime),
      today: todayText(input, unit, inputs) ?? "–",
      path: input.today === null ? null : lookupPath(input.today, names),
    };
  });
  return [...Map.groupBy(lines, ({ name }) => name).values()]
    .flatMap((same) => (same.some(({ said }) => said !== "–") ? same.filter(({ said }) => said !== "–") : same.slice(0, 1)))
    .filter(isFirstOfItsKind);
}

const isFirstOfItsKind = (line: InputLine, index: number, lines: readonly InputLine[]): boolean =>
  lines.findIndex(({ name, said }) => name === line.name && said === line.said) === index;

function lookupPath(lookup: ClaimLookup, names: ClaimNames): string | null {
  switch (lookup.look) {
    case "list":
    case "multiple":
    case "price":
      return names.hasPage(lookup.model) ? paths.model(lookup.model) : null;
    case "figure":
      return `${paths.platform(lookup.platform)}#facts`;
    case "count":
    case "share":
    case "median":
      return null;
    default:
      return lookup satisfies never;
  }
}

/** Today's value of one number; null = not known. */
function todayText(input: NamedInput, unit: InputUnit, inputs: ClaimInputs): string | null {
  if (input.today === null) return null;
  const value = lookUp(input.today, inputs);
  return value === null ? null : valueText(toDecimal(value, 6).replace(/\.?0+$/, ""), unit);
}

/** schema.org: each claim with its verdict as a fact check. */
export function claimsJsonLd(lines: readonly ClaimLine[]): unknown {
  const author = { "@type": "Organization", name: "Token Parity", url: paths.absolute(paths.home()) };
  const reviews = lines.map(({ claim, judged }) => ({
    "@type": "ClaimReview",
    url: `${paths.absolute(paths.claims())}#${claim.id}`,
    claimReviewed: claim.said,
    author,
    reviewRating: { "@type": "Rating", alternateName: VERDICT_WORDS[judged.verdict].word },
    itemReviewed: {
      "@type": "Claim",
      author: { "@type": "Organization", name: claim.by },
      ...(claim.saidOn === null ? {} : { datePublished: claim.saidOn }),
      ...(claim.byUrl === null ? {} : { appearance: claim.byUrl }),
    },
  }));
  return { "@context": "https://schema.org", "@graph": reviews };
}
