import { Prices } from "../../../../src/domain/offer/meter.ts";
import type { OfferKey } from "../../../../src/domain/offer/offer.ts";
import { regionGroup } from "../../../../src/domain/offer/region.ts";
import { isUnconfirmed } from "../../../../src/domain/ranking/eligibility.ts";
import type { PublishedOffer } from "../site/price-book.ts";

/** Prices as the files have them: decimal text, dollars per million tokens; a meter that is not there is unknown or not sold. */
export type PriceTexts = Readonly<Record<string, string | undefined>>;

/** `{ input: 600_000 }` → `{ input: "0.6" }`. */
export const priceTexts = (prices: Prices): PriceTexts => Prices.encode(prices);

export interface ConditionTexts {
  readonly promptTokensAbove?: number;
  readonly utc?: readonly [string, string];
  readonly days?: readonly string[] | null;
  readonly prices: PriceTexts;
}

/** Cards under a condition, their prices as text. */
export const conditionRows = (conditions: PublishedOffer["conditions"]): readonly ConditionTexts[] =>
  conditions.map(({ prices, ...condition }) => ({ ...condition, prices: priceTexts(prices) }));

/** Why a price is not among the confirmed. */
export type Unconfirmed = "reported" | "doubtful" | "held" | "expired";

/** An offer as answers show it. */
export interface OfferRow extends OfferKey {
  readonly offerId: string;
  readonly prices: PriceTexts;
  readonly conditions: readonly ConditionTexts[];
  readonly evidence: string;
  /** `aging`: past the days of its source, so that it wins only where the model has no fresh price. */
  readonly age: string;
  /** The day of the reading the price rests on. */
  readonly readOn: string;
  readonly sourceUrl: string;
  /** Null = confirmed. */
  readonly unconfirmedBecause: Unconfirmed | null;
}

/** What an answer says of an offer. */
export function offerRow(offer: PublishedOffer): OfferRow {
  const { id, platform, host, region, tier, quantization, variant, prices, conditions, evidence, age, restsOn } = offer;
  return {
    ...{ offerId: id, platform, host, region, tier, quantization, variant, evidence, age },
    prices: priceTexts(prices),
    conditions: conditionRows(conditions),
    readOn: restsOn.readAt.slice(0, 10),
    sourceUrl: restsOn.url,
    unconfirmedBecause: unconfirmedBecause(offer),
  };
}

/** Null where the price is confirmed first-hand or by two sources, is recent, and nothing speaks against it. */
export function unconfirmedBecause(offer: Pick<PublishedOffer, "evidence" | "doubts" | "status" | "age">): Unconfirmed | null {
  if (isUnconfirmed(offer)) return offer.doubts.length > 0 ? "doubtful" : "reported";
  if (offer.status === "held") return "held";
  return offer.age === "expired" ? "expired" : null;
}

/** What is asked of an offer beside its model; null = anything. */
export interface OfferKeyFilter {
  readonly platform: string | null;
  readonly host: string | null;
  /** As a platform writes it (`eu-west-1`), or a group of regions (`eu`). */
  readonly region: string | null;
  readonly tier: string | null;
}

/** Whether an offer is what is asked for: `region: "eu"` holds for `eu-west-1` at Bedrock, and for nobody who names no region. */
export function passesFilter(offer: OfferKey, { platform, host, region, tier }: OfferKeyFilter): boolean {
  return (
    (platform === null || offer.platform === platform) &&
    (host === null || offer.host === host) &&
    (region === null || offer.region === region || regionGroup(offer.region) === region) &&
    (tier === null || offer.tier === tier)
  );
}
