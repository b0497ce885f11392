import type { MonthCost } from "../cost/landed-cost.ts";
import type { Workload } from "../cost/workload.ts";
import type { Doubt } from "../doubt/doubt.ts";
import type { Offer } from "../offer/offer.ts";
import type { Sellers } from "../offer/seller.ts";
import type { KnownPrice } from "../source/evidence.ts";

/**
 * Why an offer may not be called cheapest or best, nor be ranked, in the order a reader would give the reasons.
 * `expired`: older than 60 days, or a newer reading says otherwise. `aging`: past its source's budget, where the model has a fresh price.
 */
export type Ineligible =
  | "free"
  | "otherTier"
  | "notCurrent"
  | "ownKey"
  | "conditional"
  | "unpriced"
  | "doesNotFit"
  | "doubtful"
  | "expired"
  | "aging"
  | "unconfirmed";

/** Whose price may win: one that is confirmed, or also one that a single catalogue reports. */
export type CountedPrices = "confirmed" | "reported";

/** What eligibility reads of an offer. */
export type JudgedOffer = Pick<
  Offer,
  "model" | "variant" | "tier" | "prices" | "status" | "platform" | "contextTokens" | "maxOutputTokens" | "maxInputTokens"
> &
  PriceTrust;

/** How far a price can be relied on. */
export interface PriceTrust extends Pick<KnownPrice, "evidence" | "age"> {
  /** What speaks against it; empty = nothing. */
  readonly doubts: readonly Doubt[];
}

/** An offer with the month it costs. */
export interface OfferMonth {
  readonly offer: JudgedOffer;
  readonly month: MonthCost;
}

/** A request's length in tokens. */
export type RequestShape = Pick<Workload, "inputTokens" | "outputTokens">;

/**
 * Null = the offer may win at the month it costs, else the first reason why not. The one definition, for every page, file and ranking. Whether
 * an aging price may win depends on the model's other offers: `withAging` says.
 */
export function ineligible(
  { offer, month }: OfferMonth,
  request: RequestShape,
  sellers: Sellers,
  counted: CountedPrices,
): Exclude<Ineligible, "aging"> | null {
  if (isFree(offer)) return "free";
  if (offer.tier !== "standard") return "otherTier";
  const reason = ineligibleSale(offer, sellers);
  if (reason !== null) return reason;
  if (month.kind !== "priced") return "unpriced";
  return fits(offer, request) ? distrust(offer, counted) : "doesNotFit";
}

/**
 * The same of the card alone, whatever its tier, the workload and its price: a batch, flex or priority card counts inside a month only if
 * this is null for it.
 */
export function ineligibleCard(
  offer: JudgedOffer,
  sellers: Sellers,
  counted: CountedPrices,
): Exclude<Ineligible, "aging" | "otherTier" | "unpriced" | "doesNotFit"> | null {
  return isFree(offer) ? "free" : (ineligibleSale(offer, sellers) ?? distrust(offer, counted));
}

/** Reasons that lie in how the platform sells it. */
function ineligibleSale(offer: JudgedOffer, sellers: Sellers): "notCurrent" | "ownKey" | "conditional" | null {
  if (offer.status !== "current") return "notCurrent";
  if (sellers.get(offer.platform)?.kind === "byok") return "ownKey";
  return isConditional(offer) ? "conditional" : null;
}

/** Reasons that lie in how its price is known. */
function distrust({ doubts, age, evidence }: PriceTrust, counted: CountedPrices): "doubtful" | "expired" | "unconfirmed" | null {
  if (doubts.length > 0) return "doubtful";
  if (age === "expired") return "expired";
  return evidence === "reported" && counted === "confirmed" ? "unconfirmed" : null;
}

interface Judged {
  readonly offer: PriceTrust;
  readonly ineligible: Ineligible | null;
}

/**
 * One model's rows, the aging ones out of the race where a fresh and confirmed one is in it. Anthropic read this week at $1,800 and Vercel
 * read 51 days ago at $1,700: Vercel is `aging`. Without Anthropic's row Vercel's may win, and whatever says so names its day.
 */
export function withAging<Row extends Judged>(rows: readonly Row[]): readonly Row[] {
  const hasFresh = rows.some((row) => row.ineligible === null && isFreshAndConfirmed(row.offer));
  if (!hasFresh) return rows;
  const isAging = ({ offer, ineligible: why }: Row) => offer.age === "aging" && (why === null || why === "unconfirmed");
  return rows.map((row) => (isAging(row) ? { ...row, ineligible: "aging" as const } : row));
}

/** One catalogue alone names it, or something speaks against it: shown only to readers who ask for unconfirmed prices, and wins nothing. */
export const isUnconfirmed = ({ evidence, doubts }: Pick<PriceTrust, "evidence" | "doubts">): boolean =>
  evidence === "reported" || doubts.length > 0;

/** Read within its source's budget of days, and known from more than one catalogue. */
export const isFreshAndConfirmed = ({ age, evidence }: PriceTrust): boolean => age === "fresh" && evidence !== "reported";

/** The offers that could win for some workload, and the batch offers beside them: what a ranking is made from. */
export function contenders<Sold extends JudgedOffer>(
  offers: readonly Sold[],
  sellers: Sellers,
  counted: CountedPrices,
): readonly Sold[] {
  return offers.filter(
    (offer) => (offer.tier === "standard" || offer.tier === "batch") && ineligibleCard(offer, sellers, counted) === null,
  );
}

type Limits = Pick<Offer, "contextTokens" | "maxOutputTokens" | "maxInputTokens">;

/**
 * False where prompt and answer together are longer than the context, which holds both, or one of them than its own limit: 8,000 and 400 tokens
 * do not fit 8,192, and 300,000 are too many for GPT-5, which takes 272,000 of its 400,000. Unknown limits fit.
 */
export function fits(
  { contextTokens, maxOutputTokens, maxInputTokens = Number.POSITIVE_INFINITY }: Limits,
  { inputTokens, outputTokens }: RequestShape,
): boolean {
  return (
    inputTokens <= maxInputTokens &&
    inputTokens + outputTokens <= (contextTokens ?? Number.POSITIVE_INFINITY) &&
    outputTokens <= (maxOutputTokens ?? Number.POSITIVE_INFINITY)
  );
}

/**
 * Sold on a condition: to those who let their requests be used for training (`muse-spark-1.2-contributor`, as a model or as a variant of
 * one), or while capacity is spare (`spot`).
 */
export const isConditional = ({ model, variant }: Pick<JudgedOffer, "model" | "variant">): boolean =>
  model.endsWith("-contributor") || variant === "contributor" || variant === "spot";

const isFree = ({ tier, prices }: JudgedOffer): boolean => tier === "free" || (prices.input === 0 && prices.output === 0);
