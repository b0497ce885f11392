import { compareText } from "../../domain/money/compare-text.ts";
import type { Sellers } from "../../domain/offer/seller.ts";
import type { RankedOffer } from "../../domain/ranking/cheapest.ts";
import { isFirstHand } from "../../domain/source/evidence-class.ts";
import { sortRows } from "../../table/sort-rows.ts";
import { sortColumn } from "./offer-columns.ts";
import type { ModelOfferLine } from "./offers/offer-line.ts";
import { isMonthComparable } from "./offers/offer-month.ts";
import { directionOf, type OfferView, type OfferWords } from "./offers-state.ts";

/** The offers a view asks for, in the order of its column. They come ranked, which is the month's own order and that of equal ones. */
export function orderedOffers<Row extends ModelOfferLine>(
  rows: readonly Row[],
  view: OfferView,
  sellers: Sellers,
): readonly Row[] {
  const direction = directionOf(view);
  const wanted = rows.filter(({ offer }) => passesFilters(offer, view, sellers));
  if (view.sort === "main") return wanted;
  if (view.sort !== "month") return sortRows(wanted, sortColumn(view.sort), direction);
  const inOrder = direction === "ascending" ? wanted : sortRows(wanted, sortColumn(view.sort), direction);
  return inOrder.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Months that are in the race, then those that are held, old or in doubt, then what has none, in either direction. */
const placeOf = (line: ModelOfferLine): number => (line.landed === null ? 2 : isMonthComparable(line) ? 0 : 1);

/** What there is to choose among these offers; one of a kind is no choice. */
export function offerWords(offers: readonly RankedOffer["offer"][], sellers: Sellers): OfferWords {
  const words = (of: (offer: RankedOffer["offer"]) => string | null | undefined): readonly string[] => {
    const distinct = [...new Set(offers.map(of))];
    return distinct.length < 2 ? [] : distinct.filter((word) => word != null).sort(compareText);
  };
  return {
    kinds: words(({ platform }) => sellers.get(platform)?.kind),
    regions: words(({ regionGroup }) => regionGroup),
    quantizations: words(({ quantization }) => quantization),
  };
}

/** Whether a view's filters leave an offer. */
export function passesFilters(offer: RankedOffer["offer"], view: OfferView, sellers: Sellers): boolean {
  const kind = sellers.get(offer.platform)?.kind ?? "";
  return (
    holds(view.kinds, kind) &&
    holds(view.regions, offer.regionGroup) &&
    holds(view.quantizations, offer.quantization) &&
    (!view.firstHand || isFirstHand(offer.evidence))
  );
}

const holds = (wanted: readonly string[], word: string | null): boolean =>
  wanted.length === 0 || (word !== null && wanted.includes(word));
