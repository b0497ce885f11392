import type { Offer } from "../domain/offer/offer.ts";
import { countStale } from "../domain/source/staleness.ts";

/** `npm run build -- --strict` sets it: the build then fails over what a plain build only says. */
export const isStrict = (environment: Readonly<Record<string, string | undefined>>): boolean =>
  environment["TOKEN_PARITY_STRICT"] === "1";

/** Throws when a strict build would show stale offers, with how many and the first of them. */
export function refuseStale(offers: readonly Pick<Offer, "id" | "heldBecause">[]): void {
  const stale = countStale(offers);
  if (stale === 0) return;
  const first = offers.find((offer) => countStale([offer]) === 1)?.id ?? "";
  throw new Error(`--strict: ${stale} of ${offers.length} offers are stale, ${first} first; run npm run refresh`);
}
