import type { OfferKey } from "../../../src/domain/offer/offer.ts";
import { offerId } from "../../../src/domain/offer/offer-id.ts";

/** The id of the offer that a row is of, as `offerId` says it. The steps of a night ask for it of each row some six times, and a row keeps its key. */
export function rowOfferId(model: string, key: OfferKey): string {
  const named = idsByKey.get(key);
  if (named?.model === model) return named.id;
  const id = offerId(model, key);
  idsByKey.set(key, { model, id });
  return id;
}

const idsByKey = new WeakMap<OfferKey, { readonly model: string; readonly id: string }>();
