import { z } from "zod";
import { WebUrl } from "../money/web-url.ts";
import { Meter } from "../offer/meter.ts";
import { Tier } from "../offer/offer.ts";
import { PLATFORM_FIGURES, PLATFORM_TRAITS } from "../platform/platform-figure.ts";

/** Plain decimal text. */
const Decimal = z.string().regex(/^-?(0|[1-9]\d*)(\.\d+)?$/);

export const CLAIM_UNITS = ["USD", "percent", "times", "multiple", "count", "yesNo"] as const;
/** `times`: how many times as much; `multiple`: of the input price. */
export const ClaimUnit = z.enum(CLAIM_UNITS);
export type ClaimUnit = z.output<typeof ClaimUnit>;

/** Numbers counted over today's catalogue. */
export const CLAIM_COUNTS = ["openrouterModels", "openrouterFreeModels", "openrouterHosts"] as const;
export type ClaimCount = (typeof CLAIM_COUNTS)[number];

/** Shares and medians over today's catalogue, in percent. */
export const CLAIM_SHARES = [
  /** Of OpenRouter's models with a list price: same input and output; either more expensive; neither more expensive and one cheaper. */
  "openrouterEqualToList",
  "openrouterAboveList",
  "openrouterBelowList",
  /** Of standard listings with both prices: output is 3 to 10 times input. */
  "outputThreeToTenTimesInput",
  /** Of standard listings with a cache-read price: it is 10 to 50 % of input. */
  "cacheReadTenToFiftyPercentOfInput",
  /** Of Bedrock, Vertex and Azure offers of models with a list price: more expensive than list. */
  "cloudAboveList",
  /** What the cheapest host saves against the median host, median over OpenRouter's models with three hosts or more. */
  "cheapestRouteSaving",
] as const;
export type ClaimShare = (typeof CLAIM_SHARES)[number];

/** Middles over today's catalogue: what an article means by *typically*. */
export const CLAIM_MEDIANS = [
  /** Of standard listings: output, and cached input, as a multiple of input. */
  "outputMultiple",
  "cacheReadMultiple",
  /** The same without the models of Anthropic. */
  "cacheReadMultipleOthers",
  /** What a Bedrock, Vertex or Azure offer costs for input as a multiple of the maker's list price. */
  "cloudInputMultiple",
] as const;
export type ClaimMedian = (typeof CLAIM_MEDIANS)[number];

const model = z.string().regex(/^[a-z0-9-]+\/[a-z0-9._-]+$/);
/** Of a request this long; without it the base card. */
const promptTokens = z.int().positive().optional();

/** Where today's figure comes from. */
export const ClaimLookup = z.discriminatedUnion("look", [
  /** The maker's list price, dollars per million tokens. `peak`: inside its most expensive time window. */
  z.strictObject({ look: z.literal("list"), model, meter: Meter, promptTokens, peak: z.literal(true).optional() }),
  /** The list price of a meter as a multiple of the list price of input. */
  z.strictObject({ look: z.literal("multiple"), model, meter: Meter }),
  /** The platform's own offer (no named host), dollars per million tokens. */
  z.strictObject({
    look: z.literal("price"),
    platform: z.string(),
    model,
    meter: Meter,
    tier: Tier.default("standard"),
    promptTokens,
  }),
  z.strictObject({
    look: z.literal("figure"),
    platform: z.string(),
    figure: z.enum(PLATFORM_FIGURES),
    topUpCents: z.int().positive().default(10_000),
  }),
  z.strictObject({ look: z.literal("count"), what: z.enum(CLAIM_COUNTS) }),
  z.strictObject({ look: z.literal("share"), what: z.enum(CLAIM_SHARES) }),
  z.strictObject({ look: z.literal("median"), what: z.enum(CLAIM_MEDIANS) }),
]);
export type ClaimLookup = z.output<typeof ClaimLookup>;

/**
 * One number of a formula. Text = the same whenever computed (a workload). Else: what the article put in (`null`: it gave none), what was
 * true on its day (absent: not known) and where today's comes from (`null`: nowhere).
 */
export const ClaimInput = z.union([
  Decimal,
  z.strictObject({ said: Decimal.nullable(), atTheTime: Decimal.optional(), today: ClaimLookup.nullable() }),
]);
export type ClaimInput = z.output<typeof ClaimInput>;

/** Σ tokens · price · (1 + fee) ÷ (1 + bonus) · times, in dollars. */
const Sum = z.strictObject({
  kind: z.literal("sum"),
  terms: z.array(z.strictObject({ tokensM: Decimal, usdPerMTok: ClaimInput })).min(1),
  feePercent: ClaimInput.optional(),
  bonusPercent: ClaimInput.optional(),
  times: Decimal.optional(),
});
export type ClaimSum = z.output<typeof Sum>;

/** The closed set of formulas: no code in data. */
export const ClaimFormula = z.discriminatedUnion("kind", [
  /** The looked-up number itself. */
  z.strictObject({ kind: z.literal("price"), of: ClaimInput }),
  z.strictObject({ kind: z.literal("figure"), of: ClaimInput }),
  z.strictObject({ kind: z.literal("count"), of: ClaimInput }),
  z.strictObject({ kind: z.literal("shareOfListings"), of: ClaimInput }),
  Sum,
  /** from − to in dollars, or in percent of `from`. */
  z.strictObject({ kind: z.literal("saving"), from: Sum, to: Sum, as: z.enum(["usd", "percent"]) }),
  z.strictObject({ kind: z.literal("priceRatio"), dividend: ClaimInput, divisor: ClaimInput }),
  /** What prepaid credit adds: credit ÷ paid − 1, or as a discount 1 − paid ÷ credit, in percent. */
  z.strictObject({ kind: z.literal("bonus"), paidUsd: Decimal, creditUsd: ClaimInput, as: z.enum(["bonus", "discount"]) }),
  /** The credit `paidUsd` buys when the fee comes on top: paid ÷ (1 + fee). */
  z.strictObject({ kind: z.literal("feeBuys"), paidUsd: Decimal, feePercent: ClaimInput }),
  /** What a month's spend at list costs less at a discount and prepaid bonus, plus the other platform's fee on it. */
  z.strictObject({
    kind: z.literal("swing"),
    spendUsd: Decimal,
    feePercent: ClaimInput,
    discountPercent: ClaimInput,
    bonusPercent: ClaimInput,
  }),
  /** read · hit share + miss multiple · (1 − hit share), of the input price. */
  z.strictObject({
    kind: z.literal("effectiveCachedInput"),
    readMultiple: ClaimInput,
    hitShare: Decimal,
    missMultiple: ClaimInput,
  }),
  /** `atTheTime`: what was so on its day, where that is known from elsewhere; else what was read of that day counts. */
  z.strictObject({
    kind: z.literal("fact"),
    platform: z.string(),
    trait: z.enum(PLATFORM_TRAITS),
    atTheTime: z.enum(["yes", "no"]).optional(),
  }),
  /** Settled by a page outside our data. */
  z.strictObject({ kind: z.literal("evidence"), holds: z.boolean(), sourceUrl: WebUrl, date: z.string(), says: z.string() }),
  z.strictObject({ kind: z.literal("notCheckable"), why: z.string() }),
]);
export type ClaimFormula = z.output<typeof ClaimFormula>;

/** What was said: one value, a range (`to: null` = or more), or yes or no. */
export const SaidValue = z.union([
  z.strictObject({ value: Decimal }),
  z.strictObject({ from: Decimal, to: Decimal.nullable() }),
  z.strictObject({ is: z.enum(["yes", "no"]) }),
  z.null(),
]);
export type SaidValue = z.output<typeof SaidValue>;

/** Another reading of the same words, computed beside it: with writes, above the tier, against the maker. */
export const Alternative = z.strictObject({
  label: z.string(),
  formula: ClaimFormula,
  unit: ClaimUnit.optional(),
  places: z.int().min(0).max(6).optional(),
});
export type Alternative = z.output<typeof Alternative>;

/** One figure or statement of an article: a row of `data/curated/claims.json`. */
export const Claim = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    /** Our own short words. */
    said: z.string().min(1).max(300),
    /** A few words of the article itself; null = only a study of it was read. */
    quote: z.string().min(1).max(120).nullable().default(null),
    /** The title of the article, or what is known of it. */
    by: z.string().min(1),
    byUrl: WebUrl.nullable(),
    saidOn: z.iso.date().nullable(),
    saidValue: SaidValue,
    unit: ClaimUnit,
    /** Decimal places of the computed figures. */
    places: z.int().min(0).max(6),
    /** What the words leave open and the verdict takes for granted, a clause each. */
    assumes: z.array(z.string().min(1).max(200)).default([]),
    formula: ClaimFormula,
    alternatives: z.array(Alternative).default([]),
    /** What the reader must know besides the figures. Own words, no figures of today. */
    note: z.string().nullable(),
  })
  .refine(saysWhatItComputes, {
    path: ["saidValue"],
    message: "yes or no for a fact, nothing for what cannot be checked, a number else",
  });
export type Claim = z.output<typeof Claim>;

/** `data/curated/claims.json`, one a line, in the order the page shows them. */
export const Claims = z.array(Claim);

/** A statement and its formula speak of the same sort of thing. */
function saysWhatItComputes({ saidValue, formula }: { saidValue: SaidValue; formula: ClaimFormula }): boolean {
  if (formula.kind === "notCheckable") return saidValue === null;
  const isYesNo = formula.kind === "fact" || formula.kind === "evidence";
  return saidValue !== null && "is" in saidValue === isYesNo;
}
