import { priceWithoutDiscount } from "../../domain/cost/discount.ts";
import type { MonthCost } from "../../domain/cost/landed-cost.ts";
import type { Offer } from "../../domain/offer/offer.ts";
import { readOfferId } from "../../domain/offer/offer-id.ts";
import { type NamedOffer, type NamesById, type SellerNames, withNames } from "../../domain/offer/seller-names.ts";
import { assumesLongPrompts } from "../../domain/reference/tiers/assumes-long-prompts.ts";
import { formatDay, formatPercent, formatPrice, formatTokens } from "../format.ts";

/** How a row says who sells: `StreamLake` `via OpenRouter`, and below it what sets the offer apart. */
export interface SellerLabel {
  readonly platformId: string;
  readonly name: string;
  /** The router's name, when the host is another. */
  readonly via: string | null;
  /** Region, tier, quantization, variant, context: only what there is to say. */
  readonly details: readonly string[];
}

/** How a seller is called: by its own name, or by its host’s and where that is sold. */
export function sellerLabel(offer: Offer & SellerNames): SellerLabel {
  const { platformName, hostName } = offer;
  const label = { platformId: offer.platform, details: detailsOf(offer) };
  return hostName === null ? { ...label, name: platformName, via: null } : { ...label, name: hostName, via: platformName };
}

/** One line of plain text: `StreamLake via OpenRouter (fp8)`. */
export function sellerText(offer: NamedOffer): string {
  const { platformName, hostName } = offer;
  const seller = hostName === null ? platformName : `${hostName} via ${platformName}`;
  const differs = [offer.region, offer.tier === "standard" ? null : offer.tier, offer.quantization, offer.variant].filter(
    (part) => part !== null,
  );
  return `${seller}${differs.length === 0 ? "" : ` (${differs.join(", ")})`}`;
}

/** The same of an offer's id, which is all that history and kept rankings know of it. */
export const sellerOfId = (offerId: string, names: NamesById): string => sellerText(withNames(readOfferId(offerId), names));

/** A seller in a row of a ranking, with what its month hangs on: `Amazon Bedrock (price for long prompts assumed)`. */
export const withLongPromptNote = (seller: string, isAssumed: boolean): string =>
  isAssumed ? `${seller} (${LONG_PROMPT_TEXT})` : seller;

/** An offer with the month that it wins by; null = with those of several workloads. */
interface Winner {
  readonly offer: NamedOffer & Pick<Offer, "priceEndsOn">;
  readonly month: MonthCost | null;
}

/**
 * Who wins, and what that hangs on: the last day of the price where that is near, and that what long prompts cost there was not read:
 * `OpenAI (price certain until 21 Nov 2026)`, `Amazon Bedrock (price for long prompts assumed)`.
 */
export function winnerText({ offer, month }: Winner): string {
  const until = offer.priceEndsOn === undefined ? "" : ` (price certain until ${formatDay(offer.priceEndsOn)})`;
  return withLongPromptNote(sellerText(offer) + until, assumesLongPrompts(month));
}

/** What a month hangs on whose long prompts nobody names a price for; empty = nothing of the kind. In full it stands behind the month's mark. */
export const longPromptText = (month: MonthCost | null): string => (assumesLongPrompts(month) ? LONG_PROMPT_TEXT : "");

/** In a few words, for where there is no mark to press. */
export const LONG_PROMPT_TEXT = "price for long prompts assumed";

function detailsOf(offer: Offer): readonly string[] {
  const context = offer.contextTokens === null ? null : `${formatTokens(offer.contextTokens)} context`;
  const parts = [
    regionText(offer),
    offer.tier === "standard" ? null : offer.tier,
    offer.quantization,
    offer.variant,
    context,
    offer.discountBps === null ? null : discountText(offer.prices, offer.discountBps),
  ];
  return parts.filter((part) => part !== null);
}

/** One of Bedrock's inference profiles over a continent or a country: `us`, `jp`, not `us-east-1`. */
const BEDROCK_GEO = /^[a-z]{2,4}$/;

/**
 * Where a call runs. Bedrock sells one model at three reaches: a bare id is called in one region and costs Claude and GPT a tenth more than
 * *global*, as do its profiles over a geography (https://aws.amazon.com/bedrock/pricing/). Elsewhere the region as its source writes it.
 */
export function regionText({ platform, host, region }: Pick<Offer, "platform" | "host" | "region">): string | null {
  if (platform !== "amazon-bedrock" || host !== null) return region;
  return region === null ? "in region" : BEDROCK_GEO.test(region) ? `geo: ${region}` : region;
}

/** `40 % off, already in: 0.571 / 1.714 without`: input and output as they would stand. */
function discountText(prices: Offer["prices"], bps: number): string {
  const standard = [prices.input, prices.output].map((micro) => (micro === undefined ? null : priceWithoutDiscount(micro, bps)));
  const off = `${formatPercent(bps)} off, already in`;
  return standard.includes(null) ? off : `${off}: ${standard.map((micro) => formatPrice(micro ?? 0)).join(" / ")} without`;
}
