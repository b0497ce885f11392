import { compareText } from "../money/compare-text.ts";
import type { Prices } from "../offer/meter.ts";
import type { Offer, SecondReading } from "../offer/offer.ts";
import type { SellerNames } from "../offer/seller-names.ts";
import type { SourceRef } from "./source-ref.ts";

/** More than half a percent apart: less is rounding. */
export const DISAGREEMENT_BPS = 50;

/** The meters sources are compared on. Few know the others. */
export const COMPARED_METERS = ["input", "output", "cacheRead"] as const;
export type ComparedMeter = (typeof COMPARED_METERS)[number];

/** Two prices further apart than rounding, of the higher one: 4.97 and 5.00 are, 4.98 and 5.00 are not. */
export function differs(a: number, b: number): boolean {
  return Math.abs(a - b) * 10_000 > DISAGREEMENT_BPS * Math.max(a, b);
}

/** Two cards that both name one of these meters and differ on it. */
export function disagrees(a: Prices, b: Prices, meters: readonly ComparedMeter[] = COMPARED_METERS): boolean {
  return meters.some((meter) => {
    const [x, y] = [a[meter], b[meter]];
    return x !== undefined && y !== undefined && differs(x, y);
  });
}

/** What one source itself says of an offer. */
export interface SourceCard {
  readonly source: SourceRef;
  readonly prices: Prices;
}

/** An offer and everybody who read it, the price in use first. */
export interface ReadOffer {
  readonly offer: Offer & SellerNames;
  readonly cards: readonly SourceCard[];
}

/** Every source's own figures: a meter that the offer shows by another source is that source's. */
export function readOffer(offer: Offer & SellerNames, seconds: readonly SecondReading[]): ReadOffer {
  const cardPrices = Object.entries(offer.prices).filter(([meter]) => !(meter in offer.meterSources));
  const used: SourceCard = { source: offer.source, prices: Object.fromEntries(cardPrices) };
  return { offer, cards: [used, ...seconds.map(({ source, prices }) => ({ source, prices }))] };
}

/** How often two sources that both price something differ on it. */
export interface Tally {
  readonly both: number;
  readonly differ: number;
}

/** Two sources over the offers both read. */
export interface SourcePair {
  /** In the order of their ids. */
  readonly sources: readonly [SourceRef, SourceRef];
  /** Input or output. */
  readonly prices: Tally;
  readonly cacheReads: Tally;
}

/** Every pair of sources that read an offer in common, the pair with most offers first. The dates are those of its first offer. */
export function sourcePairs(offers: readonly ReadOffer[]): readonly SourcePair[] {
  const meetings = Map.groupBy(offers.flatMap(meetingsOf), ([a, b]) => `${a.source.id} ${b.source.id}`);
  const pairs = [...meetings.values()].map(pairOf).filter(({ prices, cacheReads }) => prices.both + cacheReads.both > 0);
  return pairs.toSorted((x, y) => y.prices.both - x.prices.both || compareText(pairName(x), pairName(y)));
}

/** A second-hand source against all first-hand readings of the same offers, the one that differs most often first. */
export interface SecondHandRecord {
  readonly source: SourceRef;
  readonly prices: Tally;
  readonly cacheReads: Tally;
}

/** models.dev shares 433 offers with what platforms say themselves, and differs on 46 of them. */
export function secondHandRecords(pairs: readonly SourcePair[]): readonly SecondHandRecord[] {
  const against = pairs.flatMap(({ sources, ...tallies }) => {
    const second = sources.find(({ hand }) => hand === "second");
    return second !== undefined && sources.some(({ hand }) => hand === "first") ? [{ source: second, ...tallies }] : [];
  });
  const records = [...Map.groupBy(against, ({ source }) => source.id).values()].flatMap(recordOf);
  const share = ({ prices }: SecondHandRecord) => prices.differ / prices.both;
  return records.toSorted((a, b) => share(b) - share(a) || compareText(a.source.id, b.source.id));
}

export interface SourcePrice {
  readonly source: SourceRef;
  readonly microUsdPerMTok: number;
}

/** One meter of one offer on which sources are furthest apart. */
export interface Difference {
  readonly offer: Offer & SellerNames;
  readonly meter: ComparedMeter;
  readonly low: SourcePrice;
  readonly high: SourcePrice;
  /** high ÷ low; infinite where one says free. */
  readonly times: number;
}

/** Each offer's meter with the widest difference; widest first, then by offer. */
export function differences(offers: readonly ReadOffer[]): readonly Difference[] {
  const widest = offers.flatMap((each) => {
    const ofMeters = COMPARED_METERS.flatMap((meter) => differenceOn(each, meter) ?? []);
    return ofMeters.toSorted((a, b) => compareNumbers(b.times, a.times))[0] ?? [];
  });
  return widest.toSorted((a, b) => compareNumbers(b.times, a.times) || compareText(a.offer.id, b.offer.id));
}

type Meeting = readonly [SourceCard, SourceCard];

function meetingsOf({ cards }: ReadOffer): readonly Meeting[] {
  const sorted = cards.toSorted((x, y) => compareText(x.source.id, y.source.id));
  return sorted.flatMap((a, index) => sorted.slice(index + 1).map((b): Meeting => [a, b]));
}

function pairOf(meetings: readonly Meeting[]): SourcePair {
  const [first] = meetings;
  if (first === undefined) throw new Error("a pair of sources that never met");
  return {
    sources: [first[0].source, first[1].source],
    prices: tally(meetings, ["input", "output"]),
    cacheReads: tally(meetings, ["cacheRead"]),
  };
}

function tally(meetings: readonly Meeting[], meters: readonly ComparedMeter[]): Tally {
  const comparable = meetings.filter(([{ prices: a }, { prices: b }]) =>
    meters.some((meter) => a[meter] !== undefined && b[meter] !== undefined),
  );
  return { both: comparable.length, differ: comparable.filter(([a, b]) => disagrees(a.prices, b.prices, meters)).length };
}

const pairName = ({ sources: [a, b] }: SourcePair): string => `${a.id} ${b.id}`;

function recordOf(against: readonly SecondHandRecord[]): readonly SecondHandRecord[] {
  const [first] = against;
  if (first === undefined) return [];
  const sum = (pick: (record: SecondHandRecord) => Tally): Tally => ({
    both: against.reduce((total, record) => total + pick(record).both, 0),
    differ: against.reduce((total, record) => total + pick(record).differ, 0),
  });
  return [{ source: first.source, prices: sum(({ prices }) => prices), cacheReads: sum(({ cacheReads }) => cacheReads) }];
}

function differenceOn({ offer, cards }: ReadOffer, meter: ComparedMeter): Difference | null {
  const sourcePrices = cards.flatMap(({ source, prices }): readonly SourcePrice[] => {
    const price = prices[meter];
    return price === undefined ? [] : [{ source, microUsdPerMTok: price }];
  });
  const sorted = sourcePrices.toSorted((a, b) => a.microUsdPerMTok - b.microUsdPerMTok || compareText(a.source.id, b.source.id));
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined || !differs(low.microUsdPerMTok, high.microUsdPerMTok)) return null;
  return { offer, meter, low, high, times: high.microUsdPerMTok / low.microUsdPerMTok };
}

/** Infinity minus infinity is no number. */
const compareNumbers = (a: number, b: number): number => (a === b ? 0 : a - b);
