import type {
  ClaimCount,
  ClaimFormula,
  ClaimInput,
  ClaimLookup,
  ClaimMedian,
  ClaimShare,
  ClaimSum,
} from "../../domain/claim/claim.ts";
import type { PlatformFigure, PlatformTrait } from "../../domain/platform/platform-figure.ts";
import { formatCount, formatTokens } from "../../site/format.ts";
import { METER_WORDS } from "../../site/words/meter-words.ts";

/** What a number in a formula is an amount of. */
export type InputUnit = "usd" | "percent" | "plain";

/** How one number of a formula is written: by its name, or as one of its values. */
export type ShowInput = (input: ClaimInput, unit: InputUnit) => string;

/** Ids → names. */
export interface ClaimNames {
  model(id: string): string;
  platform(id: string): string;
  /** Whether the model has a page to link to. */
  hasPage(modelId: string): boolean;
}

/** A number that is looked up or was at least named, no constant. */
export type NamedInput = Exclude<ClaimInput, string>;

/**
 * A formula in one line: `(100M × $5.00 + 200M × $2.50) × (1 + 5.5 %)`. Null where there is nothing to compute.
 * `claimUnit` is the unit of the looked-up number itself, where the formula is no more than that.
 */
export function formulaText(formula: ClaimFormula, claimUnit: InputUnit, show: ShowInput): string | null {
  switch (formula.kind) {
    case "price":
    case "figure":
    case "count":
    case "shareOfListings":
      return show(formula.of, claimUnit);
    case "sum":
      return sumText(formula, show);
    case "saving": {
      const [from, to] = [sumText(formula.from, show), sumText(formula.to, show)];
      return formula.as === "usd" ? `${from} − (${to})` : `1 − (${to}) ÷ (${from})`;
    }
    case "priceRatio":
      return `${show(formula.dividend, "usd")} ÷ ${show(formula.divisor, "usd")}`;
    case "bonus": {
      const [paid, credit] = [dollars(formula.paidUsd), show(formula.creditUsd, "usd")];
      return formula.as === "bonus" ? `${credit} ÷ ${paid} − 1` : `1 − ${paid} ÷ ${credit}`;
    }
    case "feeBuys":
      return `${dollars(formula.paidUsd)} ÷ (1 + ${show(formula.feePercent, "percent")})`;
    case "swing": {
      const spend = dollars(formula.spendUsd);
      const paid = `${spend} × (1 − ${show(formula.discountPercent, "percent")})${over(formula.bonusPercent, show)}`;
      return `${spend}${onTop(formula.feePercent, show)} − ${paid}`;
    }
    case "effectiveCachedInput":
      return `${show(formula.readMultiple, "plain")} × ${formula.hitShare} + ${show(formula.missMultiple, "plain")} × (1 − ${formula.hitShare})`;
    case "fact":
    case "evidence":
    case "notCheckable":
      return null;
    default:
      return formula satisfies never;
  }
}

/** Every number of a formula with its unit, each once, constants left out. */
export function inputsWithUnits(
  formula: ClaimFormula,
  claimUnit: InputUnit,
): readonly { readonly input: NamedInput; readonly unit: InputUnit }[] {
  const inputByText = new Map<string, { input: NamedInput; unit: InputUnit }>();
  formulaText(formula, claimUnit, (input, unit) => {
    if (typeof input !== "string") inputByText.set(JSON.stringify(input), { input, unit });
    return "";
  });
  return [...inputByText.values()];
}

function sumText({ terms, feePercent, bonusPercent, times }: ClaimSum, show: ShowInput): string {
  const parts = terms.map(({ tokensM, usdPerMTok }) => `${tokensText(tokensM)} × ${show(usdPerMTok, "usd")}`);
  const total = parts.join(" + ");
  const factors = `${onTop(feePercent ?? "0", show)}${over(bonusPercent ?? "0", show)}${times === undefined ? "" : ` × ${times}`}`;
  return parts.length > 1 && factors !== "" ? `(${total})${factors}` : `${total}${factors}`;
}

const onTop = (percent: ClaimInput, show: ShowInput): string => (percent === "0" ? "" : ` × (1 + ${show(percent, "percent")})`);
const over = (percent: ClaimInput, show: ShowInput): string => (percent === "0" ? "" : ` ÷ (1 + ${show(percent, "percent")})`);

/** `"0.0012"` million tokens → `1.2K`. */
const tokensText = (millions: string): string => formatTokens(Math.round(Number(millions) * 1_000_000));
const dollars = (usd: string): string => `$${formatCount(Number(usd))}`;

/** A value of a number as its unit wants it: `$5.00`, `5.5 %`, `0.1`. */
export function valueText(value: string, unit: InputUnit): string {
  if (unit === "percent") return `${value}\u202f%`;
  if (unit === "plain") return value;
  const [whole = "0", fraction = ""] = value.split(".");
  return `$${formatCount(Number(whole))}.${fraction.padEnd(2, "0")}`;
}

/** What a number stands for: `Claude Opus 4.7, list input`; one the article made up has no other name. */
export function inputName(input: NamedInput, names: ClaimNames): string {
  return input.today === null ? "the article’s own figure" : lookupName(input.today, names);
}

/** What a number is called that is looked up: `Claude Opus 4.7, list input`. */
export function lookupName(lookup: ClaimLookup, names: Omit<ClaimNames, "hasPage">): string {
  switch (lookup.look) {
    case "list":
      return `${names.model(lookup.model)}, list ${METER_WORDS[lookup.meter]}${above(lookup.promptTokens)}${lookup.peak === true ? " at peak" : ""}`;
    case "multiple":
      return `${names.model(lookup.model)}, ${METER_WORDS[lookup.meter]} ÷ input`;
    case "price":
      return `${names.model(lookup.model)} at ${names.platform(lookup.platform)}, ${METER_WORDS[lookup.meter]}${above(lookup.promptTokens)}${lookup.tier === "standard" ? "" : ` (${lookup.tier})`}`;
    case "figure":
      return `${names.platform(lookup.platform)}, ${figureName(lookup.figure, lookup.topUpCents)}`;
    case "count":
      return COUNT_WORDS[lookup.what];
    case "share":
      return SHARE_WORDS[lookup.what];
    case "median":
      return MEDIAN_WORDS[lookup.what];
    default:
      return lookup satisfies never;
  }
}

const above = (promptTokens: number | undefined): string =>
  promptTokens === undefined ? "" : ` for prompts of ${formatCount(promptTokens)} tokens`;

function figureName(figure: PlatformFigure, topUpCents: number): string {
  const words = FIGURE_WORDS[figure];
  return figure === "bonusPercent" || figure === "creditUsd" ? `${words} $${formatCount(topUpCents / 100)}` : words;
}

const FIGURE_WORDS = {
  cardFeePercent: "fee by card",
  cryptoFeePercent: "fee in crypto",
  cardFeeMinimumUsd: "least fee by card",
  byokFeePercent: "fee on own keys",
  tokenMarkupPercent: "markup on tokens",
  maxDiscountPercent: "greatest discount it shows",
  bonusPercent: "bonus on",
  creditUsd: "credit for",
  batchDiscountPercent: "batch discount",
  freeRequestsPerMinute: "requests a minute for free models",
} as const satisfies Record<PlatformFigure, string>;

/** What a platform is asked, as a question. */
export const TRAIT_WORDS = {
  open: "is it open for business?",
  hostsModels: "does it run models itself?",
  chargesTopUpFee: "does buying credit cost a fee?",
  freeTier: "is there a free tier?",
  plans: "are there plans?",
  byok: "does it take own keys?",
  byokFee: "do own keys cost a fee?",
  batch: "is there a batch price?",
  prepaidBonus: "does prepaid credit earn a bonus?",
  marksUpTokens: "does it add to the price of tokens?",
} as const satisfies Record<PlatformTrait, string>;

const COUNT_WORDS = {
  openrouterModels: "models on OpenRouter, variants and aliases left out",
  openrouterFreeModels: "models with a free variant on OpenRouter",
  openrouterHosts: "hosts behind OpenRouter",
} as const satisfies Record<ClaimCount, string>;

const SHARE_WORDS = {
  openrouterEqualToList: "share of OpenRouter’s models with a list price that cost exactly that",
  openrouterAboveList: "share of OpenRouter’s models with a list price that cost more, on input or output",
  openrouterBelowList: "share of OpenRouter’s models with a list price that cost less and on no side more",
  outputThreeToTenTimesInput: "share of listings whose output costs 3 to 10 times the input",
  cacheReadTenToFiftyPercentOfInput: "share of listings with a cache price of 10 to 50\u202f% of the input",
  cloudAboveList: "share of offers on Bedrock, Vertex and Azure above list",
  cheapestRouteSaving: "median saving of a model’s cheapest host against its median host, chat workload",
} as const satisfies Record<ClaimShare, string>;

const MEDIAN_WORDS = {
  outputMultiple: "median of output ÷ input over all standard listings",
  cacheReadMultiple: "median of cached input ÷ input over all standard listings with a cache price",
  cacheReadMultipleOthers: "median of cached input ÷ input over the listings of other makers than Anthropic",
  cloudInputMultiple: "median of an offer on Bedrock, Vertex or Azure ÷ list, input",
} as const satisfies Record<ClaimMedian, string>;
