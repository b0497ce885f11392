import { compareText } from "../../domain/money/compare-text.ts";
import type { Meter } from "../../domain/offer/meter.ts";
import type { Sellers } from "../../domain/offer/seller.ts";
import type { RankedOffer } from "../../domain/ranking/cheapest.ts";
import { directionOf, type OfferSort, type OfferView, type OfferWords } from "./offers-state.ts";

/** What an order needs of an offer besides its month. */
export interface OrderedOffer {
  readonly ranked: RankedOffer;
  /** As the row names it. */
  readonly name: string;
  /** The input's difference to list; null = nothing to compare with. */
  readonly deltaBps: number | null;
}

/**
 * The offers a view asks for, in its order. Free comes after prices, what has no figure last, in either direction; ties by month, which
 * ends in the id.
 */
export function orderedOffers<Row extends OrderedOffer>(rows: readonly Row[], view: OfferView, sellers: Sellers): readonly Row[] {
  const turn = directionOf(view) === "ascending" ? 1 : -1;
  const wanted = rows.filter((row) => isWanted(row, view, sellers));
  if (view.sort === "month" && turn === 1) return wanted;
  return wanted
    .map((row, at) => ({ row, at, key: keyOf(row, view.sort) }))
    .sort((a, b) => a.key.place - b.key.place || turn * compareValues(a.key.value, b.key.value) || a.at - b.at)
    .map(({ row }) => row);
}

/** What there is to choose among these offers; one of a kind is no choice. */
export function offerWords(offers: readonly RankedOffer["offer"][], sellers: Sellers): OfferWords {
  const words = (of: (offer: RankedOffer["offer"]) => string | null | undefined): readonly string[] => {
    const found = [...new Set(offers.map(of))];
    return found.length < 2 ? [] : found.filter((word) => word != null).sort(compareText);
  };
  return {
    kinds: words(({ platform }) => sellers.get(platform)?.kind),
    regions: words(({ regionGroup }) => regionGroup),
    quantizations: words(({ quantization }) => quantization),
  };
}

function isWanted({ ranked: { offer } }: OrderedOffer, view: OfferView, sellers: Sellers): boolean {
  const kind = sellers.get(offer.platform)?.kind ?? "";
  return (
    holds(view.kinds, kind) &&
    holds(view.regions, offer.regionGroup) &&
    holds(view.quantizations, offer.quantization) &&
    (!view.firstHand || offer.source.hand === "first")
  );
}

const holds = (wanted: readonly string[], word: string | null): boolean =>
  wanted.length === 0 || (word !== null && wanted.includes(word));

interface SortValue {
  /** Prices first, then free, then no figure. */
  readonly place: 0 | 1 | 2;
  readonly value: number | string;
}

function keyOf({ ranked: { offer, landed }, name, deltaBps }: OrderedOffer, sort: OfferSort): SortValue {
  const price = (meter: Meter) => priceKey(offer.prices[meter]);
  switch (sort) {
    case "month":
      return offer.tier === "free" ? priceKey(0) : priceKey(landed?.usd);
    case "name":
      return { place: 0, value: name.toLowerCase() };
    case "delta":
      return deltaBps === null ? { place: 2, value: 0 } : { place: 0, value: deltaBps };
    case "input":
    case "output":
      return price(sort);
    case "cache-read":
      return price("cacheRead");
    case "cache-write":
      return price("cacheWrite5m");
    case "read":
      return { place: 0, value: offer.source.readAt };
    default:
      return sort satisfies never;
  }
}

function priceKey(value: number | undefined): SortValue {
  if (value === undefined) return { place: 2, value: 0 };
  return { place: value === 0 ? 1 : 0, value };
}

const compareValues = (a: number | string, b: number | string): number =>
  typeof a === "number" && typeof b === "number" ? a - b : compareText(String(a), String(b));
