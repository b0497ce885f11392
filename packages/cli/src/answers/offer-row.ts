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
  /** Why a meter has no price, where that is known: `notSold` or `otherUnit`. */
  readonly gaps: PublishedOffer["gaps"];
  /** What is not sold by the token: `{ webSearch: { amount: "14", per: "1000 searches" } }`. */
  readonly unitPrices: PublishedOffer["unitPrices"];
  /** What a person must know before trusting the price; absent = nothing of the kind. */
  readonly caveats: Caveats;
}

/** What speaks against a price or limits it. */
export interface Caveats {
  /** The rules by which it is in doubt. */
  readonly doubts?: readonly string[];
  /** Since when it stands at its last good reading, and why. */
  readonly held?: { readonly since: string; readonly because: string };
  /** The currency that the platform bills in, and the rate it was converted at; null = nobody wrote one down. */
  readonly billed?: { readonly currency: string; readonly rate: { readonly usd: string; readonly day: string } | null };
  /** Meters that cost money and that nobody reads. */
  readonly unreadMeters?: readonly string[];
  /** The last day on which the price is certain. */
  readonly priceEndsOn?: string;
  /** The day on which the offer ends. */
  readonly retiresOn?: string;
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
    ...{ gaps: offer.gaps, unitPrices: offer.unitPrices, caveats: caveatsOf(offer) },
  };
}

function caveatsOf({ doubts, heldBecause, billed, unreadMeters, priceEndsOn, retiresOn }: PublishedOffer): Caveats {
  return {
    ...(doubts.length === 0 ? {} : { doubts: doubts.map(({ rule }) => rule) }),
    ...(heldBecause === null ? {} : { held: { since: heldBecause.since.slice(0, 10), because: heldBecause.detail } }),
    ...(billed === null ? {} : { billed }),
    ...(unreadMeters.length === 0 ? {} : { unreadMeters }),
    ...(priceEndsOn === undefined ? {} : { priceEndsOn }),
    ...(retiresOn === null ? {} : { retiresOn }),
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
