import type { AssessedOffer } from "../domain/source/assessed-offer.ts";
import { isStale } from "../domain/source/staleness.ts";

/** `npm run build -- --strict` sets it: the build then fails over what a plain build only says. */
export const isStrict = (environment: Readonly<Record<string, string | undefined>>): boolean =>
  environment["TOKEN_PARITY_STRICT"] === "1";

/** Throws when a strict build would show stale offers, with how many and the first of them. */
export function refuseStale(offers: readonly Pick<AssessedOffer, "id" | "age" | "status">[]): void {
  const stale = offers.filter(isStale);
  const [first] = stale;
  if (first !== undefined)
    throw new Error(`--strict: ${stale.length} of ${offers.length} offers are stale, ${first.id} first; run npm run refresh`);
}
