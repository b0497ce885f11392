import type { MonthCost } from "../cost/landed-cost.ts";
import type { Workload } from "../cost/workload.ts";
import type { Offer } from "../offer/offer.ts";
import type { Sellers } from "../offer/seller.ts";

/** Why an offer may not be called cheapest or best, nor be ranked (design §1, *eligible*), in the order a reader would give the reasons. */
export type Ineligible = "free" | "otherTier" | "notCurrent" | "ownKey" | "conditional" | "unpriced" | "doesNotFit";

/** What eligibility reads of an offer. */
export type JudgedOffer = Pick<
  Offer,
  "model" | "variant" | "tier" | "prices" | "status" | "platform" | "contextTokens" | "maxOutputTokens"
>;

/** A request's length in tokens. */
export type RequestShape = Pick<Workload, "inputTokens" | "outputTokens">;

/** Null = the offer may win at the month it costs, else the first reason why not. The one definition, for every page, file and ranking. */
export function ineligible(offer: JudgedOffer, month: MonthCost, request: RequestShape, sellers: Sellers): Ineligible | null {
  if (isFree(offer)) return "free";
  if (offer.tier !== "standard") return "otherTier";
  const reason = ineligibleCard(offer, sellers);
  if (reason !== null) return reason;
  if (month.kind !== "priced") return "unpriced";
  return fits(offer, request) ? null : "doesNotFit";
}

/**
 * The same of the card alone, whatever its tier, the workload and its price: a batch, flex or priority card counts inside a month only if
 * this is null for it.
 */
export function ineligibleCard(
  offer: JudgedOffer,
  sellers: Sellers,
): Extract<Ineligible, "free" | "notCurrent" | "ownKey" | "conditional"> | null {
  if (isFree(offer)) return "free";
  if (offer.status !== "current") return "notCurrent";
  if (sellers.get(offer.platform)?.kind === "byok") return "ownKey";
  return isConditional(offer) ? "conditional" : null;
}

/** The offers that could win for some workload, and the batch offers beside them: what a market needs to hold. */
export function contenders<Sold extends JudgedOffer>(offers: readonly Sold[], sellers: Sellers): readonly Sold[] {
  return offers.filter(
    (offer) => (offer.tier === "standard" || offer.tier === "batch") && ineligibleCard(offer, sellers) === null,
  );
}

/** False where the prompt is longer than the context, or the answer than the output limit. Unknown limits fit. */
export function fits(offer: Pick<Offer, "contextTokens" | "maxOutputTokens">, request: RequestShape): boolean {
  return (
    request.inputTokens <= (offer.contextTokens ?? Number.POSITIVE_INFINITY) &&
    request.outputTokens <= (offer.maxOutputTokens ?? Number.POSITIVE_INFINITY)
  );
}

/** Sold only to those who let their requests be used for training: `muse-spark-1.2-contributor`, as a model or as a variant of one. */
const isConditional = ({ model, variant }: Pick<JudgedOffer, "model" | "variant">): boolean =>
  model.endsWith("-contributor") || variant === "contributor";

const isFree = ({ tier, prices }: JudgedOffer): boolean => tier === "free" || (prices.input === 0 && prices.output === 0);
