import { billedCard } from "../cost/billed-card.ts";
import type { Sellers } from "../offer/seller.ts";
import { unknownFeeShare } from "../purchase/fee-range.ts";
import { landedMonth } from "../purchase/purchase.ts";
import { compareTied } from "../purchase/tie-order.ts";
import { AGE_CLASSES } from "../source/age-class.ts";
import { pairBatchOffers, type RankableOffer, type RankOptions } from "./cheapest.ts";
import { isFreshAndConfirmed, type PriceTrust } from "./eligibility.ts";

/**
 * The offers that can be named a model's cheapest for some workload: without those that another one undercuts or equals in every price, all
 * in, and outdoes in length. Of equal months the first by `compareTied` is named, so a more expensive or shorter offer may only go for one that stands
 * before it, or for one that is cheaper in every price; they come in that order. Batch offers and those with a batch price, with conditions,
 * prices per call or a plan are all kept. Of 60 offers of one model about 5.
 */
export function canBeNamedCheapest<Sold extends RankableOffer>(
  unordered: readonly Sold[],
  sellers: Sellers,
  options: RankOptions,
): readonly Sold[] {
  const offers = unordered.toSorted((a, b) => compareTied(a, b, sellers));
  const batches = pairBatchOffers(offers, sellers, options.counted);
  const isBatched = ({ id, tier }: Sold) => tier === "batch" || batches.has(id);
  const figures = offers.map((offer) => (isBatched(offer) ? null : figuresOf(offer, sellers, options)));
  return offers.filter((offer, at) => {
    const ownFigures = figures[at] ?? null;
    if (ownFigures === null) return true;
    return !offers.some((rival, place) => {
      const other = figures[place] ?? null;
      if (other === null || place === at || !isAsTrusted(rival, offer)) return false;
      return (makesAging(rival, offer) && isAsLong(other, ownFigures)) || beats(other, ownFigures, place < at);
    });
  });
}

/** Wherever the offer may win, the rival may win too, whether a reader counts reported prices or not. */
function isAsTrusted(rival: PriceTrust, ownTrust: PriceTrust): boolean {
  const isAsFresh = AGE_CLASSES.indexOf(rival.age) <= AGE_CLASSES.indexOf(ownTrust.age);
  return isAsFresh && (rival.evidence !== "reported" || ownTrust.evidence === "reported");
}

/** The rival keeps the offer from winning at any price (`withAging`). */
const makesAging = (rival: PriceTrust, ownTrust: PriceTrust): boolean => isFreshAndConfirmed(rival) && ownTrust.age === "aging";

const isAsLong = (other: readonly number[], ownFigures: readonly number[]): boolean =>
  other.slice(PRICES).every((length, at) => length <= (ownFigures[PRICES + at] ?? 0));

/** What must not be higher, the last three being lengths below zero. Null = not to be compared so simply. */
function figuresOf(offer: RankableOffer, sellers: Sellers, options: RankOptions): readonly number[] | null {
  const { prices, conditions, assumedTiers = [], assumedWindows = [], unitPrices } = offer;
  const { input, output } = prices;
  const discountBps = options.discountBps.get(offer.platform) ?? options.purchase.discountBps;
  const fees = sellers.get(offer.platform)?.fees ?? null;
  const bill = landedMonth(100, fees, { ...options.purchase, discountBps }, unknownFeeShare(sellers, options.purchase));
  const cards = conditions.length + assumedTiers.length + assumedWindows.length;
  const isPlain = cards === 0 && unitPrices["request"] === undefined && bill.parts.subscription === 0;
  if (!isPlain || input === undefined || output === undefined) return null;
  // Rounded, so that float noise separates no two equal fees: 1 + 5.5 % and 1 · 1.055 are one.
  const factor = Number((bill.upperUsd / 100).toFixed(12));
  const { cacheRead, cacheWrite5m, cacheWrite1h } = billedCard(prices, null, offer.model);
  const { contextTokens, maxOutputTokens, maxInputTokens } = offer;
  const lengths = [contextTokens, maxOutputTokens, maxInputTokens].map((length) => length ?? Number.POSITIVE_INFINITY);
  const meters = [input, output, cacheRead, cacheWrite5m, cacheWrite1h];
  return [...meters.map((price) => price * factor), ...lengths.map((length) => -length)];
}

/** Of the figures the first are prices. */
const PRICES = 5;

/** A later one must be cheaper in every price: of equal months the earlier is named. */
function beats(other: readonly number[], ownFigures: readonly number[], isEarlier: boolean): boolean {
  const isCheaper = other.slice(0, PRICES).every((value, at) => value < (ownFigures[at] ?? 0));
  return (isEarlier || isCheaper) && other.every((value, at) => value <= (ownFigures[at] ?? 0));
}
